import { expect, test } from "vitest";
import { NOTHING_KEPT } from "#domain/registers/kept.ts";
import { DAY, held } from "#tests/support/held-facts.ts";
import { newBoard, newMeeting } from "#tests/support/ids.ts";
import { OPENED_AT } from "#tests/support/played-meeting.ts";
import { boardAtHand } from "./board-at-hand.ts";

const facts = [held(0), held(60)];
const asOf = OPENED_AT + 100 * DAY;
const given = { facts, kept: NOTHING_KEPT, asOf };
const scrutiny = [
  { id: newMeeting(), received: "2026-01-01", due: "2026-02-01", answered: null, response: null },
];

test("a board looked at again is the very same, within a minute", () => {
  const board = newBoard();
  const first = boardAtHand(board, given);
  expect(boardAtHand(board, { ...given, facts: [...facts], asOf: asOf + 59_999 })).toBe(first);
  expect(boardAtHand(board, { ...given, asOf: asOf + 60_000 })).toMatchObject({ asOf: asOf + 60_000 });
});

test.each([
  ["a meeting was folded again", { ...given, facts: [held(0), held(60)] }],
  ["another meeting has closed", { ...given, facts: [...facts, held(90)] }],
  ["a clerk has kept something", { ...given, kept: { ...NOTHING_KEPT, scrutiny } }],
  ["it is looked back at from earlier", { ...given, asOf: asOf - 1 }],
])("it is looked at anew once %s", (_when, changed) => {
  const board = newBoard();
  const first = boardAtHand(board, given);
  const then = boardAtHand(board, changed);
  expect(then.all).not.toBe(first.all);
  expect(then).toMatchObject({ asOf: changed.asOf, kept: changed.kept });
  expect(then.all.map(({ meetingId }) => meetingId)).toEqual(changed.facts.map(({ meetingId }) => meetingId));
});

test("another board's figures are never this one's, and the oldest looked at makes room", () => {
  const [one, other] = [newBoard(), newBoard()];
  const first = boardAtHand(one, given);
  expect(boardAtHand(other, given)).not.toBe(first);
  boardAtHand(other, { ...given, facts: Array.from({ length: 249 }, (_, nth) => held(nth)) });
  expect(boardAtHand(one, given)).not.toBe(first);
});
