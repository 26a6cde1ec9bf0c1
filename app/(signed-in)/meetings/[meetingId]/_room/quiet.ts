// What an entry leaves as it was. Most of what stands in a room tells nothing of what was said: it need not be drawn
// anew, nor asked, each time something is.
import type { AgendaItem } from "#domain/meeting/item.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Room } from "./room-context.ts";

const OF_ROOM: readonly (keyof Room)[] = ["meeting", "seq", "here"];
const OF_MEETING: readonly (keyof Meeting)[] = ["items", "recent"];
const OF_ITEM: readonly (keyof AgendaItem)[] = ["entries"];

/** Whether the two differ in nothing but what was said, what of it can be undone, and who is there or writes. */
export function isSameButWords(before: Room, after: Room): boolean {
  return isSame(before, after, OF_ROOM) && isSameMeetingButWords(before.meeting, after.meeting);
}

export function isSameMeetingButWords(before: Meeting, after: Meeting): boolean {
  if (before === after) return true;
  return (
    isSame(before, after, OF_MEETING) &&
    before.items.length === after.items.length &&
    before.items.every((item, place) => isSameItemButWords(item, after.items[place]))
  );
}

export function isSameItemButWords(before: AgendaItem, after: AgendaItem | undefined): boolean {
  return before === after || (after !== undefined && isSame(before, after, OF_ITEM));
}

/** Whether the two hold the very same, in the same order. */
export function isSameList(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((each, place) => Object.is(each, after[place]));
}

/** Whether two things of one kind hold the very same, leaving some of it aside. */
export function isSame<Thing extends object>(
  before: Thing,
  after: Thing,
  aside: readonly (keyof Thing)[],
): boolean {
  for (const name in after) {
    if (!Object.is(before[name], after[name]) && !aside.includes(name)) return false;
  }
  return true;
}
