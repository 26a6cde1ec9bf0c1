import { expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, county } from "#tests/support/people.ts";
import { atFirstSight } from "./first-sight.ts";
import type { Meeting } from "./state.ts";

const { items, recorded } = board;
const noted: Happened = [county, { ...recorded.note, itemId: items.budget }];
const closes: Happened = [chair, { type: "itemClosed", itemId: items.budget, confirmed: [] }];
const said = (meeting: Meeting) => meeting.items.flatMap(({ entries }) => entries).length;

test("what was said on the open item comes with the page, what was said on the others does not", () => {
  const open = after(...board.onBudget, noted);
  expect(atFirstSight(open)).toEqual(open);
  const done = after(...board.onBudget, noted, closes);
  expect(said(done)).toBe(1);
  expect(said(atFirstSight(done))).toBe(0);
});

test("a meeting that does not run comes whole", () => {
  const over = after(...board.onBudget, noted, closes, [chair, { type: "meetingClosed" }]);
  expect(atFirstSight(over)).toBe(over);
});
