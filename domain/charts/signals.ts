// What the rules find on a chart, a signal at a time. It is a question; only an officer's note makes a finding of it
// (`indicators.md §4.8, §10`).
import { type Verdict, verdictOf } from "./icons.ts";
import type { ChartReading, Part, PointReading } from "./reading.ts";
import type { Mark, Rule } from "./rules.ts";
import type { RunChart } from "./run-chart.ts";
import type { Side } from "./sides.ts";

export type SignalRule = Rule | "longRun" | "fewCrossings";

/** Meetings in a row that the rules mark on one side; of a run chart all the meetings its tests are made on. */
export type ChartSignal = {
  /** Positions from 1, of the first and the last of them. */
  readonly from: number;
  readonly to: number;
  readonly meetings: number;
  /** Null for the tests of a run chart, which are about no side. */
  readonly side: Side | null;
  readonly rules: readonly SignalRule[];
  readonly verdict: Verdict;
  /** It stands at the last meeting with a value. */
  readonly isCurrent: boolean;
};

/** In the order in which they begin. A partition's lines are its own, so no signal reaches from one into the next. */
export function signalsOn(reading: ChartReading): readonly ChartSignal[] {
  const last = reading.points.findLast(({ value }) => value !== null)?.position;
  return reading.parts
    .flatMap((part) => [
      ...(part.run ? testsOf(part, part.run, reading) : []),
      ...marksOn(part, reading, "+"),
      ...marksOn(part, reading, "-"),
    ])
    .map((signal) => ({ ...signal, isCurrent: signal.to === last }))
    .toSorted((one, other) => one.from - other.from);
}

type Found = Omit<ChartSignal, "isCurrent">;

function marksOn(part: Part, { points, direction }: ChartReading, side: Side): readonly Found[] {
  const stretches: PointReading[][] = [];
  let open: PointReading[] | null = null;
  for (const point of valuedIn(part, points)) {
    if (!point.marks.some((mark) => mark.side === side)) {
      open = null;
      continue;
    }
    if (open) open.push(point);
    else stretches.push((open = [point]));
  }
  return stretches.flatMap((stretch) => {
    const [first, last] = [stretch[0], stretch.at(-1)];
    if (!first || !last) return [];
    const marks = stretch.flatMap((point) => point.marks.filter((mark) => mark.side === side));
    return [
      {
        from: first.position,
        to: last.position,
        meetings: stretch.length,
        side,
        rules: [...new Set(marks.map(({ rule }: Mark) => rule))],
        verdict: verdictOf(marks, direction) ?? "neither",
      },
    ];
  });
}

function testsOf(part: Part, { signal }: RunChart, { points }: ChartReading): readonly Found[] {
  if (signal === null || signal === "none") return [];
  const valued = valuedIn(part, points);
  const [first, last] = [valued[0], valued.at(-1)];
  if (!first || !last) return [];
  const rules = signal === "both" ? (["longRun", "fewCrossings"] as const) : [signal];
  const [from, to] = [first.position, last.position];
  return [{ from, to, meetings: valued.length, side: null, rules, verdict: "neither" }];
}

// a gap is skipped, as the rules skip it
function valuedIn({ from, to }: Part, points: readonly PointReading[]): readonly PointReading[] {
  return points.slice(from - 1, to).filter(({ value }) => value !== null);
}
