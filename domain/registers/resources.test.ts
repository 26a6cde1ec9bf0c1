import { describe, expect, test } from "vitest";
import { financialYearOf, financialYearText, knownInAll } from "./resources.ts";

describe("what partners are known to put in", () => {
  test("is added up at both ends of what is known", () => {
    expect(
      knownInAll([
        { fromPence: 100, toPence: 100 },
        { fromPence: 50, toPence: 90 },
      ]),
    ).toEqual({ of: 2, fromPence: 150, toPence: 190 });
    expect(knownInAll([])).toEqual({ of: 0, fromPence: 0, toPence: 0 });
  });

  test.each([
    ["2026-03-31", 2025, "2025/26"],
    ["2026-04-01", 2026, "2026/27"],
    ["2099-12-31", 2099, "2099/00"],
  ] as const)("%s lies in the financial year from %i, %s", (day, year, text) => {
    expect(financialYearOf(day)).toBe(year);
    expect(financialYearText(year)).toBe(text);
  });
});
