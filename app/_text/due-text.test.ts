import { expect, test } from "vitest";
import { daysText } from "./due-text.ts";

test.each([
  ["2026-11-24", "today"],
  ["2026-11-23", "1 day late"],
  ["2026-03-24", "245 days late"],
  ["2026-11-25", "in 1 day"],
  ["2026-12-08", "in 14 days"],
])("awaited by %s: %s", (day, told) => {
  expect(daysText(day, "2026-11-24")).toBe(told);
});
