import { expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after } from "#tests/support/meeting-spec.ts";
import { chair, clerk } from "#tests/support/people.ts";
import { rulesOf, usualRules, wholeRules } from "./board-rules.ts";

const { registers } = board;
const withRules = (rules: typeof registers.board.rules) => ({
  ...registers,
  board: { ...registers.board, rules },
});

test("what was stored before there was more to settle is held under what then held for everybody", () => {
  const old = { quorum: 4, remoteCounts: false, detailLimit: 25 };

  expect(wholeRules(old)).toEqual({ ...usualRules, ...old });
  expect(rulesOf(after(...board.made)).quorum).toBe(registers.board.rules.quorum);
});

test("what a board has settled holds, an allowance it does without too", () => {
  const settled = {
    ...registers.board.rules,
    castingVote: false,
    queueKinds: ["contribution" as const],
    turnSeconds: 120,
    sectorMinutes: null,
    retentionYears: null,
  };

  expect(wholeRules(settled)).toMatchObject(settled);
});

test("no board shows a pulse of fewer than five", () => {
  expect(wholeRules({ ...registers.board.rules, pulseFloor: 2 }).pulseFloor).toBe(5);
  expect(wholeRules({ ...registers.board.rules, pulseFloor: 8 }).pulseFloor).toBe(8);
});

test("a meeting follows a change until it closes, and stays as it was held", () => {
  const changed = withRules({ ...registers.board.rules, quorum: 6 });
  const later = withRules({ ...registers.board.rules, quorum: 1 });
  const running = after(...board.opened, [clerk, { type: "registersRecorded", registers: changed }]);
  const over = after(
    ...board.opened,
    [clerk, { type: "registersRecorded", registers: changed }],
    [chair, { type: "meetingClosed" }],
    [clerk, { type: "registersRecorded", registers: later }],
  );

  expect(rulesOf(running).quorum).toBe(6);
  expect(rulesOf(over).quorum).toBe(6);
});
