import { expect, test } from "vitest";
import { allowanceText, isOver } from "./allowance-text.ts";

const of = (allowedMs: number, usedMs: number) => ({ allowedMs, usedMs });

test("what is left is told to the second, then that it is up, then what is over", () => {
  expect(
    [0, 59_100, 119_999, 120_000, 120_900, 121_000, 195_000].map((used) => allowanceText(of(120_000, used))),
  ).toEqual([
    "2:00 left of 2:00",
    "1:01 left of 2:00",
    "0:01 left of 2:00",
    "time is up",
    "time is up",
    "0:01 over",
    "1:15 over",
  ]);
  expect([119_999, 120_000].map((used) => isOver(of(120_000, used)))).toEqual([false, true]);
});
