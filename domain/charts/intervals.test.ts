import { expect, test } from "vitest";
import { poissonRate, wilson } from "./intervals.ts";

test("Wilson's interval holds at none, at all and without a whole", () => {
  expect(wilson(12, 17)).toEqual([expect.closeTo(0.468669, 6), expect.closeTo(0.8672, 6)]);
  expect(wilson(0, 5)?.[0]).toBe(0);
  expect(wilson(5, 5)?.[1]).toBe(1);
  expect(wilson(0, 0)).toBeNull();
});

test("below ten a rate has the exact Poisson interval, from ten Byar's", () => {
  expect(poissonRate(6, 1.5)).toEqual([expect.closeTo(1.46793, 5), expect.closeTo(8.706316, 5)]);
  // no event at all: the upper end is −ln 0.025
  expect(poissonRate(0, 1)).toEqual([0, expect.closeTo(3.688879, 5)]);
  // Byar stays within a fiftieth of the exact ends (4.795, 18.390)
  expect(poissonRate(10, 1)).toEqual([expect.closeTo(4.79, 1), expect.closeTo(18.39, 1)]);
  expect(poissonRate(3, 0)).toBeNull();
});
