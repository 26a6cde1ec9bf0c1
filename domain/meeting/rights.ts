// Whose an item is to read, and who may take part in it. Told from the meeting as it stands: a role clears
// somebody for closed business, the board may clear a person for one item, and an interest beats them all.
import type { ItemId, PersonId } from "../ids.ts";
import type { Interest } from "./interest.ts";
import { isRestricted, itemOf, remembered, roleHeld } from "./look-up.ts";
import { roleOf } from "./permissions.ts";
import type { Role } from "./registers.ts";
import type { Meeting } from "./state.ts";

const CLEARED: readonly Role[] = ["chair", "viceChair", "clerk", "member", "adviser"];
const KEEPING_NOTES: readonly (Role | undefined)[] = ["chair", "clerk"];

/** Whether restricted items, and what is said while the public is excluded, are this person's to read. */
export function isCleared(meeting: Meeting, person: PersonId): boolean {
  const role = roleHeld(meeting, person);
  return role !== undefined && isClearedRole(role);
}

/** As `isCleared`, for what is told of many meetings of a board at once. */
export function isClearedRole(role: Role): boolean {
  return CLEARED.includes(role);
}

/** Whether a person may read what is in an item and said on it; its heading is everybody's. */
export function mayReadItem(meeting: Meeting, itemId: ItemId, person: PersonId): boolean {
  if (isBarred(meeting, itemId, person)) return false;
  if (isCleared(meeting, person) || isAdmitted(meeting, itemId, person)) return true;
  const item = itemOf(meeting, itemId);
  return item === undefined || !isRestricted(meeting, item);
}

/** Whether a person may follow what is being said on an item: while the public is excluded, all of it is closed to it. */
export function mayHearItem(meeting: Meeting, itemId: ItemId, person: PersonId): boolean {
  if (!mayReadItem(meeting, itemId, person)) return false;
  return !meeting.publicExcluded || isCleared(meeting, person) || isAdmitted(meeting, itemId, person);
}

/** Whether a prejudicial interest keeps a person out of an item. It goes for the parts of an item too. */
export function isBarred(meeting: Meeting, itemId: ItemId, person: PersonId): boolean {
  return barredItems(meeting, person).has(itemId);
}

/** The items a person is kept out of, those off the agenda too. */
export function barredItems(meeting: Meeting, person: PersonId): ReadonlySet<ItemId> {
  return meeting.interests.length === 0 ? none : (barred.of(meeting).get(person) ?? none);
}

/** Everybody who is kept out of items, and of which. */
export function everyBarred(meeting: Meeting): ItemsByPerson {
  return barred.of(meeting);
}

/** Whether the board has cleared this person for this item. It goes for the parts of an item too. */
export function isAdmitted(meeting: Meeting, itemId: ItemId, person: PersonId): boolean {
  return admittedItems(meeting, person).has(itemId);
}

export function admittedItems(meeting: Meeting, person: PersonId): ReadonlySet<ItemId> {
  return meeting.clearances.length === 0 ? none : (admitted.of(meeting).get(person) ?? none);
}

/** Whether an interest keeps its person out of the item now. */
export function bars({ kind, withdrawn, dispensation }: Interest): boolean {
  return kind === "prejudicial" && withdrawn === null && dispensation === null;
}

/** The chair's and clerks' notes are for whoever acts as one of them now. */
export function readsPrivateNotes(meeting: Meeting, person: PersonId): boolean {
  return KEEPING_NOTES.includes(roleOf(meeting, person));
}

type ItemsByPerson = ReadonlyMap<PersonId, ReadonlySet<ItemId>>;

const none: ReadonlySet<ItemId> = new Set();

// a room of a thousand asks a thousand times for each event; meetings are replaced, never changed
const barred = remembered((meeting: Meeting) => withParts(meeting, meeting.interests.filter(bars)));
const admitted = remembered((meeting: Meeting) => withParts(meeting, meeting.clearances));

function withParts(
  { items, parted }: Meeting,
  named: readonly { readonly itemId: ItemId; readonly person: PersonId }[],
): ItemsByPerson {
  const found = new Map<PersonId, Set<ItemId>>();
  for (const { itemId, person } of named) {
    const set = found.get(person) ?? new Set<ItemId>();
    found.set(person, set.add(itemId));
    for (const { id, parent } of items) if (parent === itemId) set.add(id);
    for (const { id, parent } of parted)
      if (parent === itemId && !items.some((item) => item.id === id)) set.add(id);
  }
  return found;
}
