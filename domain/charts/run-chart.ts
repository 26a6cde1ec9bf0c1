import { median } from "./averages.ts";
import { type Side, sideOf } from "./sides.ts";

/** Fewest useful points, those off the median, at which the tests say anything (`indicators.md §4.6`). */
export const RUN_CHART_FROM = 10;

export type RunChart = {
  readonly median: number;
  readonly useful: number;
  readonly longest: number;
  readonly longestAllowed: number;
  readonly crossings: number;
  readonly fewestCrossings: number;
  /** Null: not tested, because fewer than ten points lie off the median. */
  readonly signal: null | "none" | "longRun" | "fewCrossings" | "both";
};

/** Median and the two Anhøj tests of values in time order (`indicators.md §4.6`); null of nothing. */
export function runChart(values: readonly number[]): RunChart | null {
  const centre = median(values);
  if (centre === null) return null;

  const sides = values.map((value) => sideOf(value, centre)).filter((side) => side !== null);
  const tests = {
    longest: longestRun(sides),
    longestAllowed: longestAllowed(sides.length),
    crossings: sides.filter((side, i) => i > 0 && side !== sides[i - 1]).length,
    fewestCrossings: fewestCrossings(sides.length),
  };
  return { median: centre, useful: sides.length, ...tests, signal: signalOf(sides.length, tests) };
}

type Tests = Pick<RunChart, "longest" | "longestAllowed" | "crossings" | "fewestCrossings">;

function signalOf(useful: number, tests: Tests): RunChart["signal"] {
  if (useful < RUN_CHART_FROM) return null;
  const isLong = tests.longest > tests.longestAllowed;
  const isFew = tests.crossings < tests.fewestCrossings;
  if (isLong) return isFew ? "both" : "longRun";
  return isFew ? "fewCrossings" : "none";
}

function longestRun(sides: readonly Side[]): number {
  let length = 0;
  let longest = 0;
  for (const [i, side] of sides.entries()) {
    length = side === sides[i - 1] ? length + 1 : 1;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** log₂ n + 3, rounded: a longer run on one side of the median is a signal. */
export function longestAllowed(useful: number): number {
  return useful === 0 ? 0 : Math.round(Math.log2(useful) + 3);
}

/** The 5% point of Binomial(n − 1, ½): fewer crossings of the median are a signal. */
export function fewestCrossings(useful: number): number {
  const chances = Math.max(0, useful - 1);
  let term = 0.5 ** chances;
  let atMost = term;
  let crossings = 0;
  while (atMost < 0.05) {
    term *= (chances - crossings) / (crossings + 1);
    crossings += 1;
    atMost += term;
  }
  return crossings;
}
