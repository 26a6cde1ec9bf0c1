import { expect, test } from "vitest";
import type { SeatId } from "#domain/ids.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import * as board from "#tests/support/board.ts";
import { after, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, police } from "#tests/support/people.ts";
import { boundSeats, detailShare, unanswered, unheard, unread, withoutFigure } from "./prompts.ts";

const { EVENING, MINUTE, items, entries, seats, speaking } = board;
const itemId = items.budget;
const at = (minute: number) => EVENING + minute * MINUTE;
const here: readonly Happened[] = [
  ...board.onBudget,
  [clerk, board.present(seats.city, chair)],
  [clerk, board.present(seats.county, county)],
  [clerk, board.present(seats.police, police)],
];
const floorTo = (seat: SeatId): Happened => [
  chair,
  { type: "floorGiven", itemId, speaker: speaking(seat), kind: "discussion", invited: false },
];

function silent(...happened: readonly Happened[]) {
  const meeting = after(...here, ...happened);
  const item = itemOf(meeting, itemId);
  return item && unheard(meeting, item).map(({ id }) => id);
}

test("a seat in the room is not heard until it has had the floor on this item; the chair's own is not asked for", () => {
  expect(silent()).toEqual([seats.county, seats.police]);
  expect(silent(floorTo(seats.county))).toEqual([seats.police]);
  expect(silent(floorTo(seats.county), floorTo(seats.police))).toEqual([]);
});

test("a challenge is unanswered until anything is said to it; one withdrawn is none", () => {
  const asked: Happened = [county, board.recorded.challenge];
  const answered: Happened = [
    police,
    {
      type: "responseRecorded",
      itemId,
      entryId: entries.challenge,
      speaker: speaking(seats.police),
      kind: "deferred",
      text: "",
      promisedBy: "2026-12-01",
      heardAt: null,
    },
  ];
  const withdrawn: Happened = [
    county,
    { type: "entryWithdrawn", itemId, entryId: entries.challenge, reason: "Answered before." },
  ];
  const open = (...happened: readonly Happened[]) =>
    unanswered(after(...here, ...happened)).map(({ entry }) => entry.id);

  expect(open(asked)).toEqual([entries.challenge]);
  expect(open(asked, answered)).toEqual([]);
  expect(open(asked, withdrawn)).toEqual([]);
});

test("a decision waits to be read back until it is, and again once its words have changed", () => {
  const ofDecision = { itemId, entryId: entries.decision };
  const readBack: Happened = [chair, { type: "decisionReadBack", ...ofDecision }];
  const { decision } = board.recorded;
  const { speaker: _, no: __, ...fields } = decision;
  const changed: Happened = [
    county,
    { ...fields, type: "decisionAmended", text: "To fund fifty homes.", reason: "" },
  ];
  const waiting = (...happened: readonly Happened[]) =>
    unread(after(...here, [county, decision], ...happened)).map(({ entry }) => entry.id);

  expect(waiting()).toEqual([entries.decision]);
  expect(waiting(readBack)).toEqual([]);
  expect(waiting(readBack, changed)).toEqual([entries.decision]);
});

test("seats that cannot commit their organisation, or only within limits, are told", () => {
  const said = (seat: SeatId, person: typeof county, commitment: "yes" | "withinLimits" | "no"): Happened => [
    person,
    { type: "commitmentSaid", seat, person, commitment },
  ];
  const bound = boundSeats(
    after(...here, said(seats.county, county, "withinLimits"), said(seats.police, police, "yes")),
  );

  expect(bound.map(({ seat, commitment }) => [seat.id, commitment])).toEqual([
    [seats.county, "withinLimits"],
  ]);
});

test("money is without a figure until one has been given, with it or later", () => {
  const said: Happened = [county, { ...board.recorded.money, amount: { kind: "none" } }];
  const offered: Happened = [
    county,
    {
      type: "moneyStageRecorded",
      itemId,
      entryId: entries.money,
      stage: "offered",
      pence: 100,
      heardAt: null,
    },
  ];
  const bare = (...happened: readonly Happened[]) => withoutFigure(after(...here, ...happened)).length;

  expect(bare([county, board.recorded.money])).toBe(0);
  expect(bare(said)).toBe(1);
  expect(bare(said, offered)).toBe(0);
});

test("performance detail is told as its share of business so far, where the board has set a limit", () => {
  const limitedTo = (detailLimit: number | null, ...happened: readonly Happened[]) => {
    const { registers } = board;
    const rules = { ...registers.board.rules, detailLimit };
    const limited = { ...registers, board: { ...registers.board, rules } };
    return after(
      ...board.opened,
      [clerk, { type: "registersRecorded", registers: limited }],
      [chair, { type: "itemOpened", itemId }, at(10)],
      ...happened,
    );
  };
  const detailed: Happened = [clerk, { type: "focusSet", itemId, focus: "performance-detail" }, at(14)];

  expect(detailShare(limitedTo(33, detailed), at(20))).toEqual({ minutes: 6, percent: 60, limit: 33 });
  expect(detailShare(limitedTo(33), at(20))).toBeNull();
  expect(detailShare(limitedTo(null, detailed), at(20))).toBeNull();
});
