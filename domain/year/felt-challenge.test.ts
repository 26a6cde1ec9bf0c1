import { expect, test } from "vitest";
import type { PulseFact } from "#domain/facts/facts.ts";
import { DAY, held } from "#tests/support/held-facts.ts";
import { OPENED_AT } from "#tests/support/played-meeting.ts";
import { feltYears, NATIONAL } from "./felt-challenge.ts";

/** Members' and officers' answers of 4 and of 2 to question 3. */
function pulse(
  members: readonly [agree: number, not: number],
  officers: readonly [number, number],
): PulseFact {
  const counts = ([agree, not]: readonly [number, number]) => ({
    question: 3,
    counts: [0, not, 0, agree, 0],
    noView: 0,
  });
  return {
    seq: 90,
    present: 30,
    floor: 5,
    answered: members[0] + members[1],
    questions: [counts(members)],
    officers: counts(officers),
  };
}

test("given answers enough in one year and too few in the next, then the first has its gap and the second says why", () => {
  const board = [held(0, { pulse: pulse([11, 14], [4, 1]) }), held(300, { pulse: pulse([3, 2], [0, 0]) })];
  const years = feltYears(board, OPENED_AT + 900 * DAY);
  expect(years.map(({ year }) => year)).toEqual([2026, 2027]);
  expect(years[0]?.gap).toMatchObject({
    kind: "value",
    companions: { officerAgree: 4, officerAnswers: 5, memberAgree: 11, memberAnswers: 25 },
  });
  expect(years[0]?.gap.kind === "value" && years[0].gap.value).toBeCloseTo(80 - 44);
  expect(years[1]?.gap).toMatchObject({ kind: "tooLittle", of: "officerAnswers", need: 5 });
});

test("given no pulse, then the year is not recorded, which is no gap of nought, and the record stands beside it", () => {
  const [year] = feltYears([held(0)], OPENED_AT + 900 * DAY);
  expect(year?.gap.kind).toBe("notRecorded");
  expect(year?.recorded).toMatchObject({ kind: "value", value: 0, numerator: 0 });
});

test("given the reference of 2008, then the gap is fourteen points", () => {
  expect(NATIONAL.officers - NATIONAL.members).toBe(14);
});
