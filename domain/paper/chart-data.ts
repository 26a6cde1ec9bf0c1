// A figure's chart as the paper keeps it: all of the board's meetings up to the end of the year, which is marked.
import { drawnAt } from "../charts/xmr.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import type { Indicator } from "../indicators/indicator.ts";
import { isWithin, type Period, type Trend } from "../indicators/period.ts";
import type { Chart } from "./paper.ts";
import { inWords, pounds, rounded, signed } from "./wording.ts";

type Of = {
  readonly key: string;
  readonly name: string;
  readonly indicator: Indicator;
  readonly trend: Trend;
  readonly board: readonly MeetingFacts[];
  readonly year: Period;
};

export function chartOf({ key, name, indicator, trend, board, year }: Of): Chart {
  const { reading, points } = trend;
  const drawn = points.flatMap(({ result }) =>
    result.kind === "value" ? [result.value, result.interval?.[1] ?? result.value] : [],
  );
  const isOpen = !Number.isFinite(indicator.range[1]);
  const range = {
    least: Number.isFinite(indicator.range[0]) ? indicator.range[0] : Math.min(0, ...drawn),
    most: isOpen ? Math.ceil(Math.max(1, ...drawn)) : indicator.range[1],
  };
  return {
    kind: "chart",
    key,
    caption: `${name}, meeting by meeting. The shaded part is the year of this paper.`,
    alt: altOf(name, indicator, trend),
    unit: indicator.unit,
    range,
    points: points.map(({ at, result, small }, index) => {
      const point = reading.points[index];
      const isDrawn = result.kind === "value" && !result.provisional;
      const [mark] = point?.marks ?? [];
      return {
        at,
        value: isDrawn ? result.value : null,
        low: isDrawn ? (result.interval?.[0] ?? null) : null,
        high: isDrawn ? (result.interval?.[1] ?? null) : null,
        small,
        mark: mark && point?.verdict ? { verdict: point.verdict, side: mark.side } : null,
        inYear: board.some((facts) => facts.openedAt === at && isWithin(facts, year)),
      };
    }),
    parts: reading.parts.map(({ from, to, run, limits, standing }) => ({
      from,
      to,
      centre: run ? { of: "median", value: run.median } : limits && { of: "mean", value: limits.mean },
      limits: limits && {
        upper: drawnAt(limits.upl, [range.least, range.most]),
        lower: drawnAt(limits.lpl, [range.least, range.most]),
      },
      trial: standing === "trial",
    })),
  };
}

function altOf(name: string, { unit }: Indicator, { reading, points }: Trend): string {
  const values = reading.points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [last] = values.slice(-1);
  if (last === undefined) return `${name}: no meeting has a figure.`;
  const gaps = points.length - values.length;
  const marked = reading.points.filter(({ marks }) => marks.length > 0).length;
  const parts = [
    `${inWords(values.length)} ${values.length === 1 ? "meeting" : "meetings"}`,
    `from ${figureWords(Math.min(...values), unit)} to ${figureWords(Math.max(...values), unit)}`,
    ...(gaps > 0 ? [`${inWords(gaps)} without a figure`] : []),
    marked === 0 ? "none marked by the rules" : `${inWords(marked)} marked by the rules`,
    `the last at ${figureWords(last, unit)}`,
  ];
  return `${name}: ${parts.join(", ")}.`;
}

/** "63.6%", "4.0 an hour", "0.84", "+6.2 points": as tables print it. */
export function figureWords(value: number, unit: string): string {
  switch (unit) {
    case "percent":
      return `${rounded(value, 1)}%`;
    case "perHour":
      return `${rounded(value, 1)} an hour`;
    case "points":
      return `${signed(value)} points`;
    case "ratio":
      return rounded(value, 2);
    case "pounds":
      return pounds(value * 100);
    default:
      return rounded(value, 2);
  }
}
