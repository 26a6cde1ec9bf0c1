// A meeting's times added up from its record as one would by hand, and by nothing of the product's own folds; and numbers
// written as the pages write them.
import type { ItemId } from "#domain/ids.ts";
import type { RecordedEvent } from "#domain/meeting/events.ts";
import type { Focus } from "#domain/meeting/item.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import { expect } from "./journey.ts";
import { type Held, recordOf, since, type Wire } from "./wire.ts";

/** Who spoke: a seat's id, or `chair`, `officer` and so on. */
export type Voice = string;

type Stretch = { readonly itemId: ItemId; readonly focus: Focus; ms: number };
type Turn = {
  readonly itemId: ItemId;
  readonly who: Voice;
  /** Of the meeting's business, what was gone when it began. */
  readonly after: number;
  ms: number;
  readonly during: Partial<Record<Focus, number>>;
};

/** All in milliseconds of business: of items that are not procedural. */
export type Reckoned = {
  business: number;
  readonly items: Map<ItemId, number>;
  readonly stretches: Stretch[];
  readonly turns: Turn[];
};

/** `procedural` are the items that are no business; the meeting was neither adjourned nor any turn stopped. */
export function reckon(
  record: readonly Pick<RecordedEvent, "at" | "event">[],
  { procedural = [], until }: { readonly procedural?: readonly ItemId[]; readonly until?: number } = {},
): Reckoned {
  const sum: Reckoned = { business: 0, items: new Map(), stretches: [], turns: [] };
  const planned = new Map<ItemId, Focus>();
  let last = 0;
  let open: ItemId | null = null;
  let stretch: Stretch | null = null;
  let turn: Turn | null = null;

  function pass(at: number): void {
    const gone = at - last;
    last = at;
    if (open === null || procedural.includes(open)) return;
    sum.business += gone;
    sum.items.set(open, (sum.items.get(open) ?? 0) + gone);
    if (stretch) stretch.ms += gone;
    if (turn) {
      turn.ms += gone;
      if (stretch) turn.during[stretch.focus] = (turn.during[stretch.focus] ?? 0) + gone;
    }
  }
  function turnTo(itemId: ItemId, focus: Focus): void {
    stretch = { itemId, focus, ms: 0 };
    if (!procedural.includes(itemId)) sum.stretches.push(stretch);
  }

  for (const { at, event } of record) {
    pass(at);
    if (event.type === "itemAdded" && event.heading.plannedFocus)
      planned.set(event.itemId, event.heading.plannedFocus);
    if (event.type === "itemOpened") {
      open = event.itemId;
      const focus = planned.get(event.itemId);
      if (focus) turnTo(event.itemId, focus);
    }
    if (event.type === "focusSet") turnTo(event.itemId, event.focus);
    if (event.type === "floorGiven") {
      turn = { itemId: event.itemId, who: whoOf(event.speaker), after: sum.business, ms: 0, during: {} };
      if (!procedural.includes(event.itemId)) sum.turns.push(turn);
    }
    if (event.type === "turnEnded") turn = null;
    if (event.type === "itemClosed") open = stretch = turn = null;
  }
  if (until !== undefined) pass(until);
  return sum;
}

function whoOf(speaker: Speaker): Voice {
  return speaker.as === "seat" ? speaker.seat : speaker.as;
}

/** How long these have spoken. */
export function spokenBy({ turns }: Reckoned, ...these: readonly Voice[]): number {
  return added(turns.filter(({ who }) => these.includes(who)).map(({ ms }) => ms));
}

/** Waits until the meeting has had so many minutes of business; its clock runs at speed. */
export async function businessOf(
  minutes: number,
  wire: Wire,
  { meetingId }: Pick<Held, "meetingId">,
  procedural: readonly ItemId[] = [],
): Promise<void> {
  await expect
    .poll(
      async () => {
        const answer = await since(wire, meetingId);
        const until = answer.status === "events" ? answer.serverTime : 0;
        return reckon(await recordOf(wire, meetingId), { procedural, until }).business / 60_000;
      },
      { timeout: 60_000, intervals: [1000] },
    )
    .toBeGreaterThan(minutes);
}

export function added(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/** "62.5" */
export const oneDecimal = (value: number): string => halfUp(value, 1);
/** "0.83" */
export const twoDecimals = (value: number): string => halfUp(value, 2);

function halfUp(value: number, places: number): string {
  return (Math.floor(value * 10 ** places + 0.5) / 10 ** places).toFixed(places);
}

/** "+12.5" and "−3.0": points, with their sign. */
export function inPoints(value: number): string {
  const points = oneDecimal(Math.abs(value));
  return `${points === "0.0" ? "" : value > 0 ? "+" : "−"}${points}`;
}

export const wholeMinutes = (ms: number): string => String(Math.round(ms / 60_000));

/** "4:05" and "1:02:05" */
export function stopwatch(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return hours === 0 ? `${minutes}:${two(rest)}` : `${hours}:${two(minutes)}:${two(rest)}`;
}
