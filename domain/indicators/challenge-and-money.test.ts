import { describe, expect, test } from "vitest";
import type { ChallengeFact } from "#domain/facts/facts.ts";
import type { Sector } from "#domain/meeting/registers.ts";
import {
  base,
  challenge,
  DAY,
  held,
  item,
  MINUTE,
  money,
  resultAt,
  stageOf,
} from "#tests/support/held-facts.ts";
import { newPartner, newPot } from "#tests/support/ids.ts";
import { OPENED_AT } from "#tests/support/played-meeting.ts";
import { challengeReciprocity, expectedTwoWay } from "./challenge-reciprocity.ts";
import { moneyChallenge } from "./money-challenge.ts";
import { moneyToCommitment } from "./money-to-commitment.ts";
import { boardAsOf, pooledOver, trendOf } from "./period.ts";

const at = (days: number) => OPENED_AT + days * DAY;

describe("challenge-reciprocity", () => {
  const put = (days: number, from: Sector, to: Sector | "partnership"): ChallengeFact =>
    challenge(days, {
      sector: from,
      target: to === "partnership" ? "partnership" : { partner: newPartner(), sector: to },
    });
  const several = (count: number, ...put1: Parameters<typeof put>) =>
    Array.from({ length: count }, () => put(...put1));
  const challenges = [
    ...several(4, 0, "local-authority", "private"),
    ...several(2, 0, "private", "local-authority"),
    ...several(4, 0, "education", "private"),
    put(0, "private", "partnership"),
    put(0, "private", "private"),
  ];

  test("is told of a year at its last meeting, beside what chance would have made of as many", () => {
    const board = [held(0), held(60, { challenges }), held(200)];
    const asOf = at(400);
    const said = board.map((facts) => resultAt(challengeReciprocity, facts, { board, asOf }));
    expect(said[0]).toEqual({ kind: "tooLittle", of: "yearEnd", have: 0, need: 1 });
    // 16 July and 14 September 2026; the third is in February 2027
    expect(said[1]).toMatchObject({
      value: 0.4,
      provisional: false,
      companions: {
        twoWay: 4,
        total: 10,
        toPartnership: 1,
        withinSector: 1,
        evenHandedExpectation: (4.125 + 2.5) / 10,
      },
    });
    expect(said[2]).toEqual({ kind: "notApplicable", why: "noChallengesAcross" });
    expect(trendOf(challengeReciprocity, board, asOf).reading.points.map(({ value }) => value)).toEqual([
      null,
      0.4,
      null,
    ]);
  });

  test("stays provisional until its year is over", () => {
    const only = held(0, { challenges });
    const board = [only];
    expect(resultAt(challengeReciprocity, only, { board, asOf: at(1) })).toMatchObject({
      provisional: true,
    });
    expect(resultAt(challengeReciprocity, only, { board, asOf: at(200) })).toMatchObject({
      provisional: false,
    });
  });

  test("needs ten across sectors", () => {
    const only = held(0, { challenges: challenges.slice(1) });
    const board = [only];
    expect(resultAt(challengeReciprocity, only, { board, asOf: at(200) })).toEqual({
      kind: "tooLittle",
      of: "challengesAcross",
      have: 9,
      need: 10,
    });
  });

  test("knows by heart how many of a few would be matched by chance", () => {
    const known = [0, 1, 1.5, 2.5, 3.125, 4.125, 4.8125, 5.8125, 6.5390625, 7.5390625];
    expect(known.map((_, i) => expectedTwoWay(i + 1))).toEqual(known.map((each) => expect.closeTo(each, 9)));
    expect(expectedTwoWay(0)).toBe(0);
    expect(expectedTwoWay(4000)).toBeLessThan(4000);
  });
});

describe("money-challenge", () => {
  const [challenged, disclosed, noted, routine] = [
    item(),
    item({ number: "2" }),
    item({ number: "3" }),
    item({ number: "4", routineMoney: true }),
  ];
  const items = [challenged, disclosed, noted, routine, item({ business: false })];
  const on = (of: { item: typeof challenged.item }) => ({ item: of.item });
  const ownPressure = { moneyKind: "pressure" as const };

  test("takes a challenge about money, or a partner's own pressure, and leaves routine reports out", () => {
    const facts = held(0, {
      items,
      money: [
        ...[challenged, disclosed, noted, routine].map((of) => money(0, 100, on(of))),
        money(0, null, { ...on(disclosed), ...ownPressure }),
        // another's shortfall is no disclosure
        money(0, null, { ...on(noted), ...ownPressure, ownPartner: newPartner() }),
      ],
      challenges: [
        challenge(0, on(challenged)),
        challenge(0, { ...on(noted), topic: "delivery" }),
        challenge(0, on(routine)),
        challenge(0, { ...on(noted), voice: "officer", seat: null }),
      ],
    });
    expect(resultAt(moneyChallenge, facts)).toMatchObject({
      numerator: 2,
      denominator: 3,
      companions: { withMoneyChallenge: 1, withPressureDisclosedOnly: 1, routine: 1 },
    });
  });

  test("is not applicable where money did not come up, and provisional while a point may be disputed", () => {
    expect(resultAt(moneyChallenge, held(0, { items }))).toEqual({
      kind: "notApplicable",
      why: "noMoneyPoints",
    });
    const open = held(0, {
      items,
      money: [money(0, 100, on(noted)), money(0, 5, { ...on(challenged), countsFrom: at(9) })],
    });
    expect(resultAt(moneyChallenge, open)).toMatchObject({ value: 0, denominator: 1, provisional: true });
  });
});

describe("money-to-commitment", () => {
  const stages = (...more: ReturnType<typeof stageOf>[]) => [stageOf(0, "mentioned", 100), ...more];
  const three = [
    money(0, 100, { stages: stages(stageOf(60.01, "agreed", 150)) }),
    money(0, 100, { stages: stages(stageOf(60.01, "offered", 80), stageOf(120.01, "agreed", 40)) }),
    // the third meeting after is too late
    money(0, 100, { stages: stages(stageOf(150, "agreed", 100)) }),
  ];
  const rest = [held(60), held(120), held(180)];
  const asOf = at(300);

  test("counts what the second meeting after had agreed, and no more than was mentioned", () => {
    const first = held(0, { money: three });
    const result = resultAt(moneyToCommitment, first, { board: [first, ...rest], asOf });
    expect(result).toMatchObject({
      numerator: 140,
      denominator: 300,
      provisional: false,
      companions: { valueByCount: expect.closeTo(200 / 3), excess: 50, withAny: 2, entries: 3 },
    });
    expect(result.kind === "value" && result.evidence.map(({ fill }) => fill)).toEqual([
      "full",
      "half",
      "open",
    ]);
  });

  test("stays provisional until the second meeting after has closed", () => {
    const first = held(0, { money: three });
    const board = boardAsOf([first, ...rest], at(100));
    expect(board).toHaveLength(2);
    expect(resultAt(moneyToCommitment, first, { board, asOf: at(100) })).toMatchObject({
      numerator: 100,
      provisional: true,
    });
  });

  test("leaves out savings, pressures, what was agreed at once, what has no amount and what is withdrawn", () => {
    const left = [
      money(0, 100, { moneyKind: "saving" }),
      money(0, 100, { moneyKind: "pressure" }),
      money(0, 100, { stages: [stageOf(0, "agreed", 100)] }),
      money(0, null),
      money(0, 100, { withdrawnAt: at(0) }),
      money(0, 100, { countsFrom: null }),
    ];
    const facts = held(0, { money: [...three, ...left] });
    expect(resultAt(moneyToCommitment, facts)).toMatchObject({ denominator: 300 });
    expect(resultAt(moneyToCommitment, held(0, { money: left }))).toEqual({
      kind: "notApplicable",
      why: "noAmounts",
    });
    expect(resultAt(moneyToCommitment, held(0, { money: three.slice(1) }))).toMatchObject({
      of: "amounts",
      have: 2,
      need: 3,
    });
  });

  test("never adds a restricted amount, and says that one was left out", () => {
    const restricted = money(0, null, { restricted: true });
    const facts = held(0, { money: [...three, restricted] });
    expect(resultAt(moneyToCommitment, facts)).toMatchObject({
      denominator: 300,
      companions: { restricted: 1, entries: 3 },
    });
  });

  test("counts the money of a pot once, where it was first told of, whatever is told of it again", () => {
    const pot = newPot();
    const first = held(0, { money: [money(0, 100, { pot }), ...three.slice(1)] });
    const again = held(60, {
      money: [
        money(60, 100, { pot, stages: [stageOf(60, "mentioned", 100), stageOf(60.02, "agreed", 70)] }),
        // another partner's money in the same pot is other money
        money(60, 100, { pot, ownPartner: newPartner() }),
      ],
    });
    const board = [first, again, held(120), held(180)];
    expect(resultAt(moneyToCommitment, first, { board, asOf })).toMatchObject({ numerator: 110 });
    expect(resultAt(moneyToCommitment, again, { board, asOf })).toMatchObject({ of: "amounts", have: 1 });
  });

  test("of a year needs eight sums", () => {
    const first = held(0, { money: three });
    const year = { from: at(0), to: at(365) };
    expect(pooledOver(moneyToCommitment, [first, ...rest], year, asOf)).toEqual({
      kind: "tooLittle",
      of: "amounts",
      have: 3,
      need: 8,
    });
    const fuller = held(0, { money: Array.from({ length: 8 }, () => money(0, 100)) });
    expect(pooledOver(moneyToCommitment, [fuller, ...rest], year, asOf)).toMatchObject({ value: 0 });
  });
});

test("base is ninety minutes of business", () => {
  expect(base.businessMs).toBe(90 * MINUTE);
});
