import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { FLOOR } from "#domain/assessment/scoring.ts";
import type { StatementId } from "#domain/assessment/statements.ts";
import { sampleAssessments } from "./assessments.ts";

const today = Temporal.PlainDate.from("2026-11-24");
const years = sampleAssessments(today);

/** The mean of the numbers given to a statement in each year. */
function meansOf(id: StatementId): readonly number[] {
  return years.map(({ result }) => {
    const counts = result?.members.statements.find((each) => each.id === id)?.counts ?? [];
    const many = counts.reduce((sum, count) => sum + count, 0);
    return counts.reduce((sum, count, place) => sum + count * (place + 1), 0) / many;
  });
}

describe("the sample’s self-assessments", () => {
  test("are one a year, over before today, and the same whenever they are made", () => {
    expect(years.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026]);
    expect(Math.max(...years.map(({ closesAt }) => closesAt))).toBeLessThan(Date.UTC(2026, 10, 24));
    expect(sampleAssessments(today)).toEqual(years);
  });

  test("have more than enough answers, and in the last year by sector, too", () => {
    for (const { result, asked } of years) {
      expect(result?.members.answered).toBeGreaterThan(FLOOR);
      expect(result?.members.answered).toBeLessThan(asked);
      expect(result?.members.elements).toHaveLength(7);
    }
    expect(years.at(-1)?.result?.sectors).toHaveLength(3);
  });

  test("tell the story: the new chair makes room, tables take less, the hard year is hard on money", () => {
    const [room, tables, money] = [meansOf("staff-2"), meansOf("style-4"), meansOf("style-2")];
    expect(room[4]).toBeGreaterThan((room[1] ?? 0) + 0.6);
    expect(tables[4]).toBeLessThan((tables[1] ?? 0) - 0.8);
    expect(Math.min(...money)).toBe(money[3]);
  });

  test("many do not know what support costs", () => {
    const costs = years.at(-1)?.result?.members.statements.find(({ id }) => id === "sys-2");
    expect(costs?.unknown).toBeGreaterThan(5);
  });
});
