import { expect, test } from "vitest";
import type { ItemId } from "#domain/ids.ts";
import * as board from "#tests/support/board.ts";
import { after, type Happened } from "#tests/support/meeting-spec.ts";
import { chair } from "#tests/support/people.ts";
import { lasted, nextItem, paceOf } from "./pace.ts";

const { EVENING, MINUTE, items } = board;
// minutes, budget, housing (with its parts) and land are planned at 20 minutes each
const at = (minute: number) => EVENING + minute * MINUTE;
const opened = (itemId: ItemId, minute: number): Happened => [
  chair,
  { type: "itemOpened", itemId },
  at(minute),
];
const closed = (itemId: ItemId, minute: number): Happened => [
  chair,
  { type: "itemClosed", itemId, confirmed: [] },
  at(minute),
];
const skipped = (itemId: ItemId): Happened => [chair, { type: "itemSkipped", itemId, reason: "" }];

test("spells are added up, and what still lasts runs to now", () => {
  const spells = [
    { from: at(0), to: at(5) },
    { from: at(10), to: null },
  ];
  expect(lasted(spells, at(12))).toBe(7 * MINUTE);
  expect(lasted([], at(12))).toBe(0);
});

test("a spell that begins after now counts nothing: a clock may lag behind the record", () => {
  expect(lasted([{ from: at(10), to: null }], at(9))).toBe(0);
});

test("there is no pace before the meeting opens", () => {
  expect(paceOf(after(...board.published), at(0))).toBeNull();
});

test("nor where nothing is planned", () => {
  const unplanned = board.opened.map(
    ([by, event]): Happened =>
      event.type === "itemAdded"
        ? [by, { ...event, heading: { ...event.heading, plannedMinutes: null } }]
        : [by, event],
  );
  expect(paceOf(after(...unplanned), at(1))).toBeNull();
});

test("what is left of the open item and all that waits is still to come; parts count within their item", () => {
  const meeting = after(...board.opened, opened(items.minutes, 1));
  expect(paceOf(meeting, at(6))).toEqual({ behind: 0, endsAt: at(6 + 15 + 3 * 20) });
});

test("time added to the open item is still to come, and leaves the plan as it was", () => {
  const added: Happened = [
    chair,
    { type: "itemExtended", itemId: items.minutes, minutes: 10, forDebate: true },
    at(5),
  ];
  const meeting = after(...board.opened, opened(items.minutes, 1), added);
  expect(paceOf(meeting, at(6))).toEqual({ behind: 0, endsAt: at(6 + 25 + 3 * 20) });
  expect(paceOf(meeting, at(25))).toEqual({ behind: 4, endsAt: at(25 + 6 + 3 * 20) });
});

test("an item that ran over puts the evening behind, one that was shorter ahead", () => {
  const over = after(...board.opened, opened(items.minutes, 1), closed(items.minutes, 28));
  expect(paceOf(over, at(28))).toEqual({ behind: 7, endsAt: at(28 + 60) });
  const short = after(...board.opened, opened(items.minutes, 1), closed(items.minutes, 9));
  expect(paceOf(short, at(9))?.behind).toBe(-12);
});

test("the open item puts it behind once it runs over, and never ahead", () => {
  const meeting = after(...board.opened, opened(items.minutes, 1));
  expect(paceOf(meeting, at(2))?.behind).toBe(0);
  expect(paceOf(meeting, at(26))).toEqual({ behind: 5, endsAt: at(26 + 60) });
});

test("what is skipped gives its time back", () => {
  const meeting = after(...board.opened, skipped(items.minutes));
  expect(paceOf(meeting, at(1))).toEqual({ behind: -20, endsAt: at(1 + 60) });
});

test("the next item is the first that waits; a part of the open one comes before all others", () => {
  expect(nextItem(after(...board.opened))?.id).toBe(items.minutes);
  const inHousing = after(...board.opened, opened(items.housing, 1));
  expect(nextItem(inHousing)?.id).toBe(items.homes);
});

test("a part of an item that is over is not next by itself", () => {
  const meeting = after(
    ...board.opened,
    skipped(items.minutes),
    skipped(items.budget),
    opened(items.housing, 1),
    closed(items.housing, 2),
  );
  expect(nextItem(meeting)?.id).toBe(items.land);
});

test("there is none after the last", () => {
  const all = [items.minutes, items.budget, items.housing, items.land].map(skipped);
  expect(nextItem(after(...board.opened, ...all))).toBeUndefined();
});
