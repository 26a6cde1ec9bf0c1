// The sample's meetings in any order but their own: what the charts mark then is chance, and there is about as much of it as
// `indicators.md §4.8` says.
//
// That table is of normal values. How often a chart of other values is marked by chance depends on their shape: flat ones
// have no tails to stand out by, lopsided ones lie mostly on one side of their mean, in long runs. So the bounds are no
// numbers chosen here but what the same rules mark in stable series of the flattest shape (even chances) and of the most
// lopsided that counts of rare things have (exponential), each widened by three standard errors as if a whole shuffled
// history were a single draw.
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { mean, median } from "#domain/charts/averages.ts";
import { readChart } from "#domain/charts/reading.ts";
import { fewestCrossings, longestAllowed, runChart } from "#domain/charts/run-chart.ts";
import { INDICATORS } from "#domain/indicators/all.ts";
import type { Indicator } from "#domain/indicators/indicator.ts";
import { boardAsOf, trendOf } from "#domain/indicators/period.ts";
import { sampleFacts } from "#tests/support/played-sample.ts";
import { type Chance, chanceOf } from "./chance.ts";

const NOW = Date.UTC(2026, 10, 24, 18);
const HISTORIES = 400;
const SIMULATED = 6000;

const board = boardAsOf(sampleFacts(Temporal.PlainDate.from("2026-11-24"), "strategic"), NOW);
const series = INDICATORS.map((indicator) => ({
  indicator,
  values: trendOf(indicator, board, NOW).reading.points.flatMap(({ value }) => value ?? []),
}));

/** Three standard errors of a share seen in so many draws. */
const error = (share: number, draws: number) => 3 * Math.sqrt((share * (1 - share)) / draws);

type Share = { readonly any: number; readonly last: number };

/** Of charts drawn so often, the share with a mark anywhere, and with one at the last point. */
function markedOf(
  draws: number,
  draw: (place: number) => readonly number[],
  range?: Indicator["range"],
): Share {
  let [any, last] = [0, 0];
  for (let place = 0; place < draws; place += 1) {
    const { points } = readChart({ values: draw(place), ...(range && { range }) });
    if (points.some(({ marks }) => marks.length > 0)) any += 1;
    if ((points.at(-1)?.marks.length ?? 0) > 0) last += 1;
  }
  return { any: any / draws, last: last / draws };
}

function stable(shape: keyof typeof SHAPES, length: number): Share {
  const chance = chanceOf(`${shape} ${length}`);
  return markedOf(SIMULATED, () => Array.from({ length }, () => SHAPES[shape](chance)));
}

const SHAPES = {
  even: ({ next }: Chance) => next(),
  normal: ({ next }: Chance) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  lopsided: ({ next }: Chance) => -Math.log(1 - next()),
} as const;

function shuffledBy(chance: Chance, values: readonly number[]): number[] {
  return values
    .map((value) => ({ value, place: chance.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ value }) => value);
}

/** `§4.8`: of stable charts of so many points, those with a mark somewhere, and those whose icon is wrong. */
const TABLE = [
  { points: 13, any: 0.105, last: 0.02 },
  { points: 24, any: 0.284, last: 0.028 },
] as const;

describe.each(TABLE)("of charts of $points points", ({ points, any, last }) => {
  const shaped = { even: stable("even", points), lopsided: stable("lopsided", points) };
  const shuffled = series
    .filter(({ indicator, values }) => indicator.chart === "xmr" && values.length >= points)
    .map(({ indicator, values }) => {
      const chance = chanceOf(`${indicator.id} ${points}`);
      const share = markedOf(HISTORIES, () => shuffledBy(chance, values).slice(0, points), indicator.range);
      return { ...share, isEven: isEven(values) };
    });
  const meanOf = (which: keyof Share, charts = shuffled) => mean(charts.map((share) => share[which]));

  test("normal ones are marked as often as the table says", () => {
    const normal = stable("normal", points);
    expect(Math.abs(normal.any - any)).toBeLessThan(error(any, SIMULATED));
    expect(Math.abs(normal.last - last)).toBeLessThan(error(last, SIMULATED));
  });

  test("the sample’s, its meetings shuffled, are marked about as often", () => {
    expect(shuffled.length).toBeGreaterThan(9);
    for (const which of ["any", "last"] as const) {
      const [least, most] = [shaped.even[which], shaped.lopsided[which]];
      expect(meanOf(which)).toBeGreaterThan(least - error(least, HISTORIES));
      expect(meanOf(which)).toBeLessThan(most + error(most, HISTORIES));
    }
  });

  test("and those whose values lie evenly about their mean, no more often than normal ones", () => {
    const even = shuffled.filter(({ isEven: lies }) => lies);
    expect(even.length).toBeGreaterThan(5);
    expect(meanOf("any", even)).toBeGreaterThan(shaped.even.any - error(shaped.even.any, HISTORIES));
    expect(meanOf("any", even)).toBeLessThan(any + error(any, HISTORIES));
  });
});

/** As many above as below, but for what chance alone would put on one side. */
function liesAbout(values: readonly number[], centre: number | null): boolean {
  if (centre === null) return false;
  const above = values.filter((value) => value > centre).length;
  const below = values.filter((value) => value < centre).length;
  return Math.abs(above - below) <= Math.sqrt(above + below);
}

/** And with few equal ones among them. */
function isEven(values: readonly number[]): boolean {
  return liesAbout(values, mean(values)) && new Set(values).size * 2 > values.length;
}

// the two tests suppose that a point off the median lies as likely above it as below; where half of the meetings have one
// value, such as 50% of two decisions, that is not so
test("run charts are marked no more often than their two tests allow", () => {
  let [marked, allowed, drawn] = [0, 0, 0];
  const runs = series.filter(
    ({ indicator, values }) => indicator.chart === "run" && liesAbout(values, median(values)),
  );
  for (const { indicator, values } of runs) {
    const chance = chanceOf(`run ${indicator.id}`);
    for (let place = 0; place < HISTORIES; place += 1) {
      const chart = runChart(shuffledBy(chance, values));
      if (chart?.signal == null) continue;
      drawn += 1;
      if (chart.signal !== "none") marked += 1;
      allowed += chanceOfRun(chart.useful) + chanceOfFewCrossings(chart.useful);
    }
  }
  expect(drawn / HISTORIES).toBeGreaterThan(5);
  expect(marked / drawn).toBeLessThan(allowed / drawn + error(allowed / drawn, HISTORIES));
});

/** At most: the runs longer than allowed that are to be expected of so many tosses of a coin. */
function chanceOfRun(useful: number): number {
  const length = longestAllowed(useful) + 1;
  return (2 + (useful - length)) * 0.5 ** length;
}

/** At most five in a hundred, by what the test is. */
function chanceOfFewCrossings(useful: number): number {
  const tosses = useful - 1;
  let [term, sum] = [0.5 ** tosses, 0];
  for (let crossings = 0; crossings < fewestCrossings(useful); crossings += 1) {
    sum += term;
    term *= (tosses - crossings) / (crossings + 1);
  }
  return sum;
}
