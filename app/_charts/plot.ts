// Where things stand on a chart. Drawn three times, never shrunk: wide and narrow on an indicator's own page,
// mini in a row of the dashboard.
import { scaleLinear } from "d3-scale";
import type { PossibleRange } from "#domain/charts/xmr.ts";
import type { Trend } from "#domain/indicators/period.ts";

export type Form = "wide" | "narrow" | "mini";

export type Frame = {
  readonly form: Form;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly dot: number;
};

export const FRAMES: Readonly<Record<Form, Frame>> = {
  wide: { form: "wide", width: 920, height: 410, left: 0, right: 808, top: 30, bottom: 356, dot: 5 },
  narrow: { form: "narrow", width: 300, height: 330, left: 0, right: 294, top: 44, bottom: 282, dot: 3.6 },
  mini: { form: "mini", width: 368, height: 118, left: 34, right: 324, top: 10, bottom: 96, dot: 3.6 },
};

const LEAST_DOT = 1.6;

/** Above the drawing, for the letters of what happened outside; nothing where there are none. */
const LETTER_ROOM = 24;

/** A drawing's own measure, with room above it for letters where it has some. */
export function viewBoxOf({ width, height }: Pick<Frame, "width" | "height">, hasLetters: boolean): string {
  const room = hasLetters ? LETTER_ROOM : 0;
  return `0 ${-room} ${width} ${height + room}`;
}

export type Plot = {
  readonly frame: Frame;
  /** The middle of a meeting's column, by its position from 1. */
  readonly x: (position: number) => number;
  /** The edge between a meeting and the one before. */
  readonly edge: (position: number) => number;
  readonly y: (value: number) => number;
  readonly range: PossibleRange;
  readonly ticks: readonly number[];
};

/** Percentages run from 0 to 100 whatever their values; an open range ends above what is drawn. */
export function plotOf({ points, reading }: Trend, possible: PossibleRange, frame: Frame): Plot {
  const drawn = [
    ...points.flatMap(({ result }) =>
      result.kind === "value" ? [result.value, result.interval?.[1] ?? 0] : [],
    ),
    ...reading.parts.flatMap(({ limits }) => (limits ? [limits.upl] : [])),
  ];
  const isOpen = !Number.isFinite(possible[1]);
  const most = isOpen ? Math.max(1, ...drawn) : possible[1];
  const up = scaleLinear().domain([possible[0], most]).range([frame.bottom, frame.top]);
  if (isOpen) up.nice(4);
  const along = scaleLinear()
    .domain([0.5, Math.max(points.length, 1) + 0.5])
    .range([frame.left, frame.right]);

  const [least = 0, top = 1] = up.domain();
  return {
    frame: { ...frame, dot: dotOf(frame, points.length) },
    x: (position) => along(position),
    edge: (position) => along(position - 0.5),
    y: (value) => up(Math.min(Math.max(value, least), top)),
    range: [least, top],
    ticks: frame.form === "mini" ? [least, top] : isOpen ? up.ticks(4) : quartersOf(least, top),
  };
}

/** Dots of many meetings are smaller, so that neighbours can be told apart. */
function dotOf({ dot, left, right }: Frame, points: number): number {
  return Math.min(dot, Math.max(LEAST_DOT, (0.4 * (right - left)) / Math.max(points, 1)));
}

function quartersOf(least: number, top: number): number[] {
  return [0, 1, 2, 3, 4].map((quarter) => least + ((top - least) * quarter) / 4);
}

/** Keeps labels in a column apart by `gap`, moving each as little as their order allows. */
export function spread<T extends { readonly y: number }>(labels: readonly T[], gap: number): T[] {
  const placed: T[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const above = placed.at(-1);
    placed.push(above && label.y < above.y + gap ? { ...label, y: above.y + gap } : label);
  }
  return placed;
}
