import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, firm, police } from "#tests/support/people.ts";
import { isLimited, sectorAllowance, turnAllowance } from "./allowances.ts";
import type { BoardRules } from "./registers.ts";
import type { Speaker, TurnKind } from "./turn.ts";

const { EVENING, items, MINUTE, seats } = board;
const itemId = items.budget;
const at = (minutes: number) => EVENING + minutes * MINUTE;

const begin = (rules: Partial<BoardRules>): readonly Happened[] => {
  const { board: of } = board.registers;
  const registers = { ...board.registers, board: { ...of, rules: { ...of.rules, ...rules } } };
  return [
    ...board.onBudget,
    [clerk, { type: "registersRecorded", registers }],
    [clerk, board.present(seats.city, chair)],
    [clerk, board.present(seats.county, county)],
    [clerk, board.present(seats.police, police)],
    [clerk, board.present(seats.firm, firm)],
  ];
};
const speaks = (speaker: Speaker, minutes: number, kind: TurnKind = "discussion"): Happened => [
  chair,
  { type: "floorGiven", itemId, speaker, kind, invited: false },
  at(minutes),
];
const ends = (minutes: number): Happened => [chair, { type: "turnEnded", itemId }, at(minutes)];
const granted = (seconds: number, minutes: number): Happened => [
  chair,
  { type: "timeGranted", itemId, seconds },
  at(minutes),
];
const toCounty = board.speaking(seats.county);
const toFirm = board.speaking(seats.firm);

describe("a turn", () => {
  const timed = begin({ turnSeconds: 120, sectorMinutes: null });

  test("is told what is left of it, over and above too; a pause is not charged", () => {
    const meeting = after(
      ...timed,
      speaks(toCounty, 2),
      [chair, { type: "turnPaused", itemId }, at(3)],
      [chair, { type: "turnResumed", itemId }, at(10)],
    );
    expect(turnAllowance(meeting, at(10))).toEqual({ allowedMs: 2 * MINUTE, usedMs: MINUTE });
    expect(turnAllowance(meeting, at(13))).toEqual({ allowedMs: 2 * MINUTE, usedMs: 4 * MINUTE });
  });

  test("is granted more in one press, and the next one is not", () => {
    const more = given(...timed, speaks(toCounty, 2))
      .when(chair, { type: "grantTime", seconds: 60 }, at(3))
      .thenRecorded({ type: "timeGranted", itemId, seconds: 60 });
    expect(turnAllowance(more, at(3))?.allowedMs).toBe(3 * MINUTE);
    given(...timed, speaks(toCounty, 2), granted(60, 3))
      .when(clerk, { type: "grantTime", seconds: 60 }, at(3))
      .thenRefused({ code: "alreadyRecorded" });
    const next = after(...timed, speaks(toCounty, 2), granted(60, 3), speaks(toFirm, 4));
    expect(turnAllowance(next, at(4))?.allowedMs).toBe(2 * MINUTE);
  });

  test("is not limited for whoever presides or presents, and for nobody where the board sets no time", () => {
    for (const speaker of [{ as: "chair" }, { as: "officer" }, board.speaking(seats.city)] as const) {
      const meeting = after(...timed, speaks(speaker, 2));
      expect([turnAllowance(meeting, at(3)), meeting.floor && isLimited(meeting, meeting.floor)]).toEqual([
        null,
        false,
      ]);
    }
    expect(turnAllowance(after(...timed, speaks(toCounty, 2, "presenting")), at(3))).toBeNull();
    expect(turnAllowance(after(...timed), at(3))).toBeNull();
    const free = begin({ turnSeconds: null, sectorMinutes: null });
    expect(turnAllowance(after(...free, speaks(toCounty, 2)), at(3))).toBeNull();
  });
});

describe("a sector on an item", () => {
  const shared = begin({ turnSeconds: null, sectorMinutes: 5 });

  test("is charged for the turns of all its seats and for no others, the running one too", () => {
    const meeting = after(
      ...shared,
      speaks(toCounty, 2),
      speaks(toFirm, 4),
      speaks({ as: "chair" }, 5),
      speaks(board.speaking(seats.city), 6),
      speaks(toCounty, 7, "presenting"),
      speaks(toCounty, 9),
    );
    expect(sectorAllowance(meeting, "local-authority", at(10))).toEqual({
      allowedMs: 5 * MINUTE,
      usedMs: 3 * MINUTE,
    });
    expect(sectorAllowance(meeting, "private", at(10))?.usedMs).toBe(MINUTE);
    expect(sectorAllowance(meeting, "education", at(10))?.usedMs).toBe(0);
  });

  test("has what its speakers were granted on this item on top, and begins anew with the next", () => {
    const meeting = after(...shared, speaks(toCounty, 2), granted(120, 3), ends(4));
    expect(sectorAllowance(meeting, "local-authority", at(4))?.allowedMs).toBe(7 * MINUTE);
    expect(sectorAllowance(meeting, "private", at(4))?.allowedMs).toBe(5 * MINUTE);

    const next = after(
      ...shared,
      speaks(toCounty, 2),
      granted(120, 3),
      [chair, { type: "itemClosed", itemId, confirmed: [] }, at(4)],
      [chair, { type: "itemOpened", itemId: items.minutes }, at(5)],
    );
    expect(sectorAllowance(next, "local-authority", at(6))).toEqual({ allowedMs: 5 * MINUTE, usedMs: 0 });
  });

  test("where the board sets a sector's time alone, a guest is not limited", () => {
    const meeting = after(...shared, speaks({ as: "guest" }, 2));
    expect(meeting.floor && isLimited(meeting, meeting.floor)).toBe(false);
    expect(sectorAllowance(after(...board.opened), "private", at(2))).toBeNull();
  });
});
