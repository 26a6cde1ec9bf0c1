import { describe, expect, test } from "vitest";
import type { PulseFact } from "#domain/facts/facts.ts";
import { type KeptRegisters, NOTHING_KEPT, type SupportRoleEffort } from "#domain/registers/kept.ts";
import { DAY, decision, held, resultAt } from "#tests/support/held-facts.ts";
import { OPENED_AT } from "#tests/support/played-meeting.ts";
import { challengePerceptionGap } from "./challenge-perception-gap.ts";
import { pooledOver } from "./period.ts";
import { supportCost } from "./support-cost.ts";
import { supportCostKnown } from "./support-cost-known.ts";
import { cycleOf, partsOf } from "./support-effort.ts";
import { voiceConfidence } from "./voice-confidence.ts";

const at = (days: number) => OPENED_AT + days * DAY;

function pulse(more: Partial<PulseFact> = {}): PulseFact {
  return {
    seq: 70,
    present: 12,
    floor: 5,
    answered: 9,
    questions: [
      { question: 2, counts: [0, 1, 1, 3, 3], noView: 1 },
      { question: 3, counts: [2, 2, 1, 2, 2], noView: 0 },
    ],
    officers: null,
    ...more,
  };
}

describe("voice-confidence", () => {
  test("counts fours and fives of the answers, and leaves out no view", () => {
    expect(resultAt(voiceConfidence, held(0, { pulse: pulse() }))).toMatchObject({
      numerator: 6,
      denominator: 8,
      companions: { noView: 1, five: 3, responseRate: 75 },
      evidence: [{ seq: 70 }],
    });
  });

  test("says nothing where the room was not asked, too few answered, or fewer than half of those there", () => {
    expect(resultAt(voiceConfidence, held(0))).toMatchObject({ kind: "notRecorded", why: "pulse" });
    expect(resultAt(voiceConfidence, held(0, { pulse: pulse({ answered: 4, questions: [] }) }))).toEqual({
      kind: "tooLittle",
      of: "answers",
      have: 4,
      need: 5,
    });
    // four of the five had no view
    const shy = pulse({ answered: 8, questions: [{ question: 2, counts: [0, 0, 0, 4, 0], noView: 4 }] });
    expect(resultAt(voiceConfidence, held(0, { pulse: shy }))).toMatchObject({ of: "answers", have: 4 });
    expect(resultAt(voiceConfidence, held(0, { pulse: pulse({ present: 20 }) }))).toEqual({
      kind: "tooLittle",
      of: "answersOfThoseThere",
      have: 9,
      need: 10,
    });
  });
});

describe("challenge-perception-gap", () => {
  const officers = { question: 3, counts: [0, 0, 1, 2, 2], noView: 1 };

  test("is told of a year, from officers' batches and members' answers", () => {
    const board = [
      held(0, { pulse: pulse() }),
      held(60, { pulse: pulse({ officers }) }),
      held(120, { pulse: pulse() }),
    ] as const;
    const asOf = at(300);
    expect(board.map((facts) => resultAt(challengePerceptionGap, facts, { board, asOf }).kind)).toEqual([
      "tooLittle",
      "tooLittle",
      "value",
    ]);
    expect(resultAt(challengePerceptionGap, board[2], { board, asOf })).toMatchObject({
      value: expect.closeTo(80 - (12 / 27) * 100),
      companions: { officerAgree: 4, officerAnswers: 5, memberAgree: 12, memberAnswers: 27 },
    });
  });

  test("is never told of one meeting, however many answered", () => {
    const many = pulse({ officers, questions: [{ question: 3, counts: [0, 0, 0, 20, 20], noView: 0 }] });
    const board = [held(0, { pulse: many }), held(60, { pulse: many })] as const;
    expect(resultAt(challengePerceptionGap, board[0], { board, asOf: at(300) })).toEqual({
      kind: "tooLittle",
      of: "yearEnd",
      have: 0,
      need: 1,
    });
  });

  test("needs five answers of officers and twenty of members", () => {
    const saidOf = (...all: PulseFact[]) => {
      const board = all.map((each, i) => held(i * 30, { pulse: each }));
      return pooledOver(challengePerceptionGap, board, { from: at(0), to: at(150) }, at(400));
    };
    expect(saidOf(pulse(), pulse(), pulse())).toMatchObject({ of: "officerAnswers", have: 0, need: 5 });
    expect(saidOf(pulse({ officers }), pulse())).toMatchObject({ of: "memberAnswers", have: 18, need: 20 });
    expect(saidOf()).toMatchObject({ why: "noAnswers" });
  });
});

describe("what clerks keep of support", () => {
  const role = (more: Partial<SupportRoleEffort>): SupportRoleEffort => ({
    role: "Policy officer",
    employer: null,
    sector: "local-authority",
    category: "policy",
    hours: 10,
    ratePence: 2050,
    estimated: false,
    in: "cash",
    ...more,
  });
  const facts = held(0, { decisions: [decision(0), decision(0)] });
  const keeping = (...roles: SupportRoleEffort[]): KeptRegisters => ({
    ...NOTHING_KEPT,
    support: [
      {
        meetingId: facts.meetingId,
        roles,
        otherCosts: [{ category: "website", pence: 5000, bearer: null, sector: null, in: "inKind" }],
      },
    ],
  });

  test("a nought that was entered is known, and what was not entered is not", () => {
    const kept = keeping(
      role({}),
      role({ hours: 0 }),
      role({ estimated: true }),
      role({ hours: null }),
      role({ ratePence: null }),
    );
    expect(resultAt(supportCostKnown, facts, { kept })).toMatchObject({
      value: 60,
      numerator: 3,
      denominator: 5,
      companions: { estimated: 1 },
    });
    expect(resultAt(supportCost, facts, { kept })).toEqual({
      kind: "notRecorded",
      why: "support",
      recorded: 0.6,
      needed: 0.8,
    });
  });

  test("without a standing list nothing is said of either", () => {
    for (const indicator of [supportCostKnown, supportCost])
      expect(resultAt(indicator, facts)).toEqual({ kind: "tooLittle", of: "roles", have: 0, need: 1 });
  });

  test("costs are hours times rate and what else was paid, for the meeting and for each decision", () => {
    const kept = keeping(
      role({}),
      role({ hours: 0, ratePence: 0 }),
      role({ in: "inKind" }),
      role({}),
      role({ hours: null }),
    );
    expect(resultAt(supportCost, facts, { kept })).toMatchObject({
      value: 665,
      companions: { perMeeting: 665, perDecision: 332.5, rolesKnownPercent: 80, inKind: 255, cash: 410 },
    });
  });

  test("each role's time comes to whole pence, in the figure and in its parts, as the support page has it", () => {
    // 2.5 hours at £20.51 are £51.275, and the page says £51.28
    const odd = { hours: 2.5, ratePence: 2051 };
    const kept = keeping(role(odd), role({ ...odd, in: "inKind" }));
    expect(resultAt(supportCost, facts, { kept })).toMatchObject({
      value: expect.closeTo(152.56, 6),
      companions: { inKind: expect.closeTo(101.28, 6), cash: expect.closeTo(51.28, 6) },
    });
    expect(partsOf(cycleOf(kept, facts.meetingId)).map(({ pence }) => pence)).toEqual([5128, 5128, 5000]);
  });

  test("of a year is the cost of its meetings over their number; without decisions none is told of one", () => {
    const bare = held(60);
    const kept: KeptRegisters = {
      ...NOTHING_KEPT,
      support: [facts, bare].map(({ meetingId }, i) => ({
        meetingId,
        roles: [role({ hours: 10 * (i + 1) })],
        otherCosts: [],
      })),
    };
    expect(pooledOver(supportCost, [facts, bare], { from: at(0), to: at(365) }, at(400), kept)).toMatchObject(
      { value: 307.5, companions: { meetings: 2, perDecision: 307.5 } },
    );
    const result = resultAt(supportCost, bare, { board: [facts, bare], kept });
    expect(result.kind === "value" && "perDecision" in result.companions).toBe(false);
  });
});
