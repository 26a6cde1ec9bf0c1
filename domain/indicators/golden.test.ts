import { describe, expect, test } from "vitest";
import golden from "#tests/fixtures/indicators/indicators.golden.json" with { type: "json" };
import { INDICATORS } from "./all.ts";
import { checked, GoldenCase } from "./golden.ts";

const cases = GoldenCase.array().parse(golden);

test("the golden file has a case for each of the twenty-eight", () => {
  expect(INDICATORS).toHaveLength(28);
  expect(INDICATORS.map(({ no }) => no)).toEqual(INDICATORS.map((_, place) => place + 1));
  expect([...new Set(cases.map(({ id }) => id))].toSorted()).toEqual(
    INDICATORS.map(({ id }): string => id).toSorted(),
  );
});

test.each(cases)("$id $example gives its golden values", (golden) => {
  expect(checked(golden)).toEqual({ kind: "ok" });
});

describe("a checked case", () => {
  const [given] = cases;

  test("differs by name, with what was found", () => {
    if (!given) throw new Error("there are golden cases");
    const expected = { ...given, expect: { ...given.expect, value: 70.6 } };
    expect(checked(expected)).toMatchObject({
      kind: "differs",
      differences: [{ name: "value", expected: 70.6 }],
    });
    expect(checked({ ...given, expect: { unheardOf: 1 } }).kind).toBe("differs");
  });

  test("of another shape is malformed, of an unbuilt indicator not here yet", () => {
    expect(checked({ id: "challenge-rate", example: "B", given: {}, expect: {} })).toEqual({
      kind: "malformed",
    });
    expect(checked({ id: "league-table", example: "A", given: {}, expect: {} })).toEqual({
      kind: "notHereYet",
    });
  });
});

test.each([
  ["challenge-rate", { challenges: 0, businessSeconds: 5400 }, { kind: "value", value: 0 }],
  ["challenge-rate", { challenges: 3, businessSeconds: 2640 }, { kind: "tooLittle", have: 44, need: 45 }],
  ["challenge-rate", { challenges: 0, businessSeconds: 0 }, { kind: "notApplicable" }],
  ["challenge-response", { raised: 2, withdrawn: 2 }, { kind: "notApplicable", why: "noChallenges" }],
  ["challenge-response", { raised: 1 }, { kind: "value", value: 0 }],
  ["money-candour", { stated: 0, bounded: 0, unstated: 0 }, { kind: "notApplicable" }],
  ["money-candour", { stated: 2, bounded: 0, unstated: 0 }, { kind: "tooLittle", have: 2, need: 3 }],
  [
    "sector-voice-balance",
    { seatsPresent: { LA: 4, PV: 1 }, seconds: { LA: 60 } },
    { kind: "tooLittle", have: 1 },
  ],
  [
    "sector-voice-balance",
    { seatsPresent: { LA: 4, PV: 2 }, seconds: {} },
    { kind: "notApplicable", why: "noTalk" },
  ],
  [
    "sector-voice-balance",
    { seatsPresent: { LA: 2, PV: 2 }, seconds: { LA: 60 } },
    { kind: "value", value: 0.5 },
  ],
  ["performance-detail-share", { detailSeconds: 0, businessSeconds: 0 }, { kind: "notApplicable" }],
  ["senior-commitment", { fullSeats: 6, vacant: 2 }, { kind: "tooLittle", have: 4, need: 5 }],
  ["senior-commitment", { fullSeats: 2, vacant: 2 }, { kind: "notApplicable", why: "noSeats" }],
] as const)("%s of %j says %j", (id, given, said) => {
  const indicator = INDICATORS.find((each) => each.id === id);
  expect(indicator?.measured(given)).toMatchObject(said);
});
