// What the board was talking about is disputed within five working days, and settled by the clerk.
import { describe, expect, test } from "vitest";
import { startOfDay } from "#domain/calendar.ts";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county } from "#tests/support/people.ts";
import { itemOf } from "./look-up.ts";

const { items } = board;
const itemId = items.budget;
const spell = board.onBudget.length;
const reason = "It was about delivery.";
const dispute = { type: "disputeFocus", itemId, spell, reason } as const;
const settle = { type: "settleFocus", itemId, spell, focus: "delivery", reason } as const;
const disputed: Happened = [county, { type: "focusDisputed", itemId, spell, reason }];

// the meeting closes on Tuesday 24 November 2026: the fifth working day after it is the 1st of December
const lastMoment = startOfDay("2026-12-02") - 1;
const tooLate = startOfDay("2026-12-02");

describe("a focus", () => {
  test("is disputed by anybody in the room, once at a time", () => {
    const meeting = given(...board.onBudget)
      .when(county, dispute)
      .thenRecorded(disputed[1]);

    expect(itemOf(meeting, itemId)?.focusSpells).toMatchObject([{ dispute: { by: county, reason } }]);
    given(...board.onBudget, disputed)
      .when(chair, dispute)
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("can be disputed on the fifth working day after the close, and not on the sixth", () => {
    given(...board.closed)
      .when(county, dispute, lastMoment)
      .thenRecorded(disputed[1]);
    given(...board.closed)
      .when(county, dispute, tooLate)
      .thenRefused({ code: "daysOver", days: 5 });
  });

  test("is put right by the clerk in those days unasked, and at any time what was disputed in them", () => {
    given(...board.closed)
      .when(clerk, settle, lastMoment)
      .thenRecorded({ ...settle, type: "focusSettled" });
    given(...board.closed)
      .when(clerk, settle, tooLate)
      .thenRefused({ code: "daysOver", days: 5 });
    given(...board.closed, disputed)
      .when(clerk, settle, tooLate)
      .thenRecorded({ ...settle, type: "focusSettled" });
  });

  test("settled, it counts as what it was, and its time stays; let stand, it stays as it is", () => {
    const changed = after(...board.closed, disputed, [clerk, { ...settle, type: "focusSettled" }]);
    const before = itemOf(after(...board.closed), itemId)?.focusSpells[0];
    expect(itemOf(changed, itemId)?.focusSpells).toEqual([{ ...before, focus: "delivery", dispute: null }]);

    const stands = given(...board.closed, disputed)
      .when(clerk, { ...settle, focus: "strategy" })
      .thenRecorded({ ...settle, focus: "strategy", type: "focusSettled" });
    expect(itemOf(stands, itemId)?.focusSpells).toMatchObject([{ focus: "strategy", dispute: null }]);
    given(...board.closed)
      .when(clerk, { ...settle, focus: "strategy" })
      .thenRefused({ code: "nothingChanges" });
  });

  test("put right while it lasts is what the board is talking about now", () => {
    const meeting = after(...board.onBudget, [clerk, { ...settle, type: "focusSettled" }]);
    expect(itemOf(meeting, itemId)?.focus).toBe("delivery");
  });

  test("undone, it is as it was", () => {
    const happened: readonly Happened[] = [
      ...board.closed,
      disputed,
      [clerk, { ...settle, type: "focusSettled" }],
    ];
    const meeting = given(...happened)
      .when(clerk, { type: "undo", seq: happened.length })
      .thenRecorded({ type: "actUndone", undoes: happened.length, itemId });

    expect(itemOf(meeting, itemId)?.focusSpells).toMatchObject([{ focus: "strategy", dispute: { reason } }]);
  });
});
