import { expect, test } from "vitest";
import { assessed, tooFew } from "#domain/assessment/scoring.ts";
import { slips } from "#tests/support/assessments.ts";
import { assessmentCsv } from "./assessment-table.ts";

const linesOf = (csv: string) => csv.trim().split("\r\n");

test("one row a statement and year, with what was given to each answer", () => {
  const lines = linesOf(assessmentCsv([{ year: 2026, result: assessed(slips(5), []) }]));
  expect(lines).toHaveLength(27);
  expect(lines[0]).toContain('"1, strongly disagree"');
  expect(lines[1]).toContain("2026,5,Sustainable Community Strategy,3.00,1,");
  expect(lines[1]).toContain(",No,1,1,1,1,1,0,");
  expect(lines[11]).toContain(",Yes,");
});

test("what too few have answered is empty, not nought", () => {
  const lines = linesOf(assessmentCsv([{ year: 2026, result: tooFew(3) }]));
  expect(lines[1]).toMatch(/,No,,,,,,,,$/);
});
