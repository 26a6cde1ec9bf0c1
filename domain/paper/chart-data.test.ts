import { expect, test } from "vitest";
import { figureWords } from "./chart-data.ts";

test("pounds have their thousands apart, as in the prose beside them", () => {
  expect([999.6, 1326, 120_000].map((value) => figureWords(value, "pounds"))).toEqual([
    "£1,000",
    "£1,326",
    "£120,000",
  ]);
});
