// What a chart of one series says: the one place where staging, partitions, rules and icons come together.
import { mean } from "./averages.ts";
import {
  type Assurance,
  assuranceOf,
  type Direction,
  type Variation,
  type Verdict,
  variationOf,
  verdictOf,
} from "./icons.ts";
import { type Mark, marksWithin, trendMarks } from "./rules.ts";
import { RUN_CHART_FROM, type RunChart, runChart } from "./run-chart.ts";
import { type ChartKind, type Stage, stageOf, TRIAL_FROM, XMR_FROM, XMR_PART_FROM } from "./staging.ts";
import { ANY_VALUE, type PossibleRange, type XmrLimits, xmrLimits } from "./xmr.ts";

/** Values of meetings in time order; null is a gap, skipped and shown, never joined (`indicators.md §4.5`). */
export type Series = {
  readonly values: readonly (number | null)[];
  readonly kind?: ChartKind;
  readonly direction?: Direction;
  readonly range?: PossibleRange;
  readonly target?: number;
  /** Positions from 1, gaps counted: a new partition starts at each. */
  readonly recalculateBefore?: readonly number[];
};

/** `full` marks signals; `trial` is dashed and marks none; `tooFew` has no limits. */
export type Standing = "full" | "trial" | "tooFew";

export type Part = {
  readonly from: number;
  readonly to: number;
  /** Meetings with a value. */
  readonly n: number;
  readonly mean: number | null;
  readonly standing: Standing;
  readonly limits: XmrLimits | null;
  /** From ten values on, at the stage of the run chart. */
  readonly run: RunChart | null;
};

export type PointReading = {
  readonly position: number;
  readonly value: number | null;
  readonly marks: readonly Mark[];
  readonly verdict: Verdict | null;
};

export type ChartReading = {
  readonly stage: Stage;
  readonly direction: Direction;
  readonly points: readonly PointReading[];
  readonly parts: readonly Part[];
  readonly variation: Variation | null;
  readonly assurance: Assurance | null;
};

export function readChart(series: Series): ChartReading {
  const { values, direction = "neither", target } = series;
  const stage = stageOf(values.filter((value) => value !== null).length, series.kind);
  const parts = partsOf(series, stage);
  const marks = marksOf(series, parts);
  const points = values.map((value, i) => {
    const own = marks[i] ?? [];
    return { position: i + 1, value, marks: own, verdict: verdictOf(own, direction) };
  });

  const last = parts.at(-1);
  const limits = last?.standing === "full" ? last.limits : null;
  const lastPoint = points.findLast(({ value }) => value !== null);
  return {
    stage,
    direction,
    points,
    parts,
    variation: limits && lastPoint ? variationOf(lastPoint.marks, direction) : null,
    assurance: limits && target !== undefined ? assuranceOf(target, limits, direction) : null,
  };
}

function partsOf({ values, recalculateBefore = [] }: Series, stage: Stage): Part[] {
  const cuts = new Set(recalculateBefore.filter((position) => position > 1 && position <= values.length));
  const starts = [1, ...[...cuts].toSorted((a, b) => a - b)];
  return starts.map((from, i) => {
    const to = (starts[i + 1] ?? values.length + 1) - 1;
    const own = values.slice(from - 1, to).filter((value) => value !== null);
    const standing = stage === "xmr" ? standingOf(own.length, starts.length) : "tooFew";
    return {
      from,
      to,
      n: own.length,
      mean: mean(own),
      standing,
      limits: standing === "tooFew" ? null : xmrLimits(own),
      run: stage === "run" && own.length >= RUN_CHART_FROM ? runChart(own) : null,
    };
  });
}

/** A recalculation needs twelve values on each side; six are enough for a trial (`indicators.md §4.5`). */
function standingOf(n: number, parts: number): Standing {
  if (n >= (parts > 1 ? XMR_PART_FROM : XMR_FROM)) return "full";
  return n >= TRIAL_FROM ? "trial" : "tooFew";
}

/** By index into the series; only a partition with full limits bears marks, a trend's too. */
function marksOf({ values, range = ANY_VALUE }: Series, parts: readonly Part[]): Mark[][] {
  const present = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const trends = trendMarks(present.map(({ value }) => value));
  const marks: Mark[][] = values.map(() => []);

  for (const { from, to, standing, limits } of parts) {
    if (standing !== "full" || !limits) continue;
    const own = present.flatMap((point, i) =>
      point.index >= from - 1 && point.index < to ? [{ ...point, trend: trends[i] ?? [] }] : [],
    );
    const within = marksWithin(
      own.map(({ value }) => value),
      limits,
      range,
    );
    for (const [i, { index, trend }] of own.entries())
      marks[index] = inOrder([...(within[i] ?? []), ...trend]);
  }
  return marks;
}

const ORDER = ["point", "shift", "trend", "twoSigma"];

function inOrder(marks: readonly Mark[]): Mark[] {
  return marks.toSorted((a, b) => ORDER.indexOf(a.rule) - ORDER.indexOf(b.rule));
}
