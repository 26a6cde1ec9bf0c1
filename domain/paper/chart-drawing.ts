// A chart as shapes on a sheet, so that the page, the Word file and the PDF draw the same one. Meaning is in the shape
// as well as in the tone: triangles point the way of a signal, hollow dots are small counts, a gap stays a gap.
import { dayOf } from "../calendar.ts";
import { figureWords } from "./chart-data.ts";
import type { Chart } from "./paper.ts";
import { shortDay } from "./wording.ts";

export const SHEET = { width: 680, height: 178 } as const;
/** As much as a day takes up. */
const DATE_WIDTH = 90;
const FRAME = { left: 42, right: 606, top: 12, bottom: 144 } as const;

export type Tone = "ink" | "quiet" | "hair" | "shade" | "improvement" | "concern" | "neither";

export type Shape =
  | {
      readonly kind: "line";
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly tone: Tone;
      readonly width: number;
      readonly dashed?: boolean;
    }
  | {
      readonly kind: "area";
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly tone: Tone;
    }
  | {
      readonly kind: "dot";
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly tone: Tone;
      readonly hollow: boolean;
    }
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly words: string;
      readonly anchor: "start" | "middle" | "end";
      readonly strong?: boolean;
    };

export function drawingOf(chart: Chart): readonly Shape[] {
  const { points, range } = chart;
  const step = (FRAME.right - FRAME.left) / Math.max(points.length, 1);
  const x = (position: number) => round(FRAME.left + (position - 0.5) * step);
  const span = range.most - range.least || 1;
  const y = (value: number) =>
    round(FRAME.bottom - ((clamp(value, range) - range.least) / span) * (FRAME.bottom - FRAME.top));
  const place = { x, y, step };
  return [
    ...shaded(chart, place),
    ...axis(chart, place),
    ...chart.parts.flatMap((part) => partLines(part, place)),
    ...points.flatMap(({ value, low, high }, i): Shape[] =>
      value !== null && low !== null && high !== null
        ? [
            {
              kind: "line",
              points: [
                [x(i + 1), y(low)],
                [x(i + 1), y(high)],
              ],
              tone: "hair",
              width: 2,
            },
          ]
        : [],
    ),
    ...joined(chart, place),
    ...points.flatMap((_, i) => mark(chart, i, place)),
    ...dates(chart, place),
    ...lastFigure(chart, place),
  ];
}

type Place = {
  readonly x: (position: number) => number;
  readonly y: (value: number) => number;
  readonly step: number;
};

/** The year of the paper, behind everything. */
function shaded({ points }: Chart, { x, step }: Place): Shape[] {
  const first = points.findIndex(({ inYear }) => inYear);
  const last = points.findLastIndex(({ inYear }) => inYear);
  if (first === -1) return [];
  const [from, to] = [round(x(first + 1) - step / 2), round(x(last + 1) + step / 2)];
  const { top, bottom } = FRAME;
  return [
    {
      kind: "area",
      points: [
        [from, top],
        [to, top],
        [to, bottom],
        [from, bottom],
      ],
      tone: "shade",
    },
  ];
}

function axis({ range, unit }: Chart, { y }: Place): Shape[] {
  const { left, right, bottom } = FRAME;
  const middle = (range.least + range.most) / 2;
  const ticks = [range.least, middle, range.most];
  const zero = range.least < 0 && range.most > 0 ? [0] : [];
  return [
    ...[...ticks.slice(1), ...zero].map(
      (tick): Shape => ({
        kind: "line",
        points: [
          [left, y(tick)],
          [right, y(tick)],
        ],
        tone: "hair",
        width: 0.6,
      }),
    ),
    {
      kind: "line",
      points: [
        [left, bottom],
        [right, bottom],
      ],
      tone: "quiet",
      width: 1,
    },
    ...ticks.map(
      (tick): Shape => ({
        kind: "text",
        x: left - 7,
        y: y(tick) + 4,
        words: tickWords(tick, unit),
        anchor: "end",
      }),
    ),
  ];
}

function tickWords(tick: number, unit: string): string {
  const words = String(Math.round(tick * 100) / 100);
  return unit === "percent" ? `${words}%` : words;
}

function partLines(
  { from, to, centre, limits, trial }: Chart["parts"][number],
  { x, y, step }: Place,
): Shape[] {
  const [start, end] = [round(x(from) - step / 2), round(x(to) + step / 2)];
  const across = (value: number, width: number, dashed: boolean): Shape => ({
    kind: "line",
    points: [
      [start, y(value)],
      [end, y(value)],
    ],
    tone: "quiet",
    width,
    ...(dashed && { dashed }),
  });
  return [
    ...(centre ? [across(centre.value, 1, trial)] : []),
    ...(limits ? [across(limits.upper, 0.8, true), across(limits.lower, 0.8, true)] : []),
  ];
}

/** Stops at a gap and at a new stretch: what was not recorded is never joined. */
function joined({ points, parts }: Chart, { x, y }: Place): Shape[] {
  const runs: (readonly [number, number])[][] = [];
  for (const { from, to } of parts) {
    runs.push([]);
    for (let position = from; position <= to; position += 1) {
      const value = points[position - 1]?.value ?? null;
      if (value === null) runs.push([]);
      else runs.at(-1)?.push([x(position), y(value)]);
    }
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => ({ kind: "line", points: run, tone: "quiet", width: 1 }));
}

function mark({ points }: Chart, index: number, { x, y }: Place): Shape[] {
  const point = points[index];
  if (!point) return [];
  const across = x(index + 1);
  const { bottom } = FRAME;
  if (point.value === null)
    return [
      {
        kind: "line",
        points: [
          [across, bottom - 9],
          [across, bottom],
        ],
        tone: "quiet",
        width: 1,
        dashed: true,
      },
    ];
  const up = y(point.value);
  if (!point.mark) return [{ kind: "dot", x: across, y: up, r: 3.2, tone: "ink", hollow: point.small }];
  const { verdict, side } = point.mark;
  if (verdict === "neither")
    return [
      {
        kind: "area",
        points: [
          [across - 4, up - 4],
          [across + 4, up - 4],
          [across + 4, up + 4],
          [across - 4, up + 4],
        ],
        tone: "neither",
      },
    ];
  const tip = side === "+" ? -5.5 : 5.5;
  return [
    {
      kind: "area",
      points: [
        [across - 5, round(up - tip * 0.8)],
        [across + 5, round(up - tip * 0.8)],
        [across, round(up + tip)],
      ],
      tone: verdict,
    },
  ];
}

/** The first and the last day and, where it begins later and there is room, the year’s first. */
function dates({ points }: Chart, { x, step }: Place): Shape[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const text = (at: number, left: number, anchor: "start" | "end"): Shape => ({
    kind: "text",
    x: left,
    y: FRAME.bottom + 19,
    words: shortDay(dayOf(at)),
    anchor,
  });
  const begins = points.findIndex(({ inYear }) => inYear);
  const edge = round(x(begins + 1) - step / 2);
  const year = points[begins];
  return [
    text(first.at, FRAME.left, "start"),
    // left of the shaded part, clear of the first day
    ...(year && edge - FRAME.left > 2 * DATE_WIDTH ? [text(year.at, edge, "end")] : []),
    ...(points.length > 1 ? [text(last.at, FRAME.right, "end")] : []),
  ];
}

function lastFigure({ points, unit }: Chart, { y }: Place): Shape[] {
  const last = points.findLast(({ value }) => value !== null);
  if (!last || last.value === null) return [];
  return [
    {
      kind: "text",
      x: FRAME.right + 8,
      y: y(last.value) + 4,
      words: figureWords(last.value, unit),
      anchor: "start",
      strong: true,
    },
  ];
}

const clamp = (value: number, { least, most }: Chart["range"]) => Math.min(Math.max(value, least), most);
const round = (pixels: number) => Math.round(pixels * 10) / 10;
