// What is written on a large chart: dates beneath it, and what its lines are beside them.
import { dayOf, marginDate } from "#app/_text/dates.ts";
import type { Part } from "#domain/charts/reading.ts";
import { drawnAt } from "#domain/charts/xmr.ts";
import type { Unit } from "#domain/indicators/indicator.ts";
import type { ChartBreak, Trend, TrendPoint } from "#domain/indicators/period.ts";
import { figureOnChart } from "./figures.ts";
import { type Plot, spread } from "./plot.ts";
import { at } from "./trend-layers.tsx";

/** A month is named only where the next name leaves it room. */
const MONTH_ROOM = 40;
const YEAR_ROOM = 34;

export function DateAxis({ plot, points }: { plot: Plot; points: readonly TrendPoint[] }) {
  const { x, frame } = plot;
  const isWide = frame.form === "wide";
  const every = Math.max(1, Math.ceil(MONTH_ROOM / (x(2) - x(1))));
  const years = yearsStarting(points, plot);
  const ticks = points.map((_, index) => `M${at(x(index + 1))} ${frame.bottom}v${years.has(index) ? 9 : 5}`);
  return (
    <>
      <path className="axis" d={ticks.join("")} />
      {isWide &&
        points.map(({ at: held, meetingId }, index) =>
          index % every === 0 ? (
            <text key={meetingId} x={at(x(index + 1))} y={frame.bottom + 20} textAnchor="middle">
              {marginDate(held).month}
            </text>
          ) : null,
        )}
      {[...years].map(([index, year]) => (
        <text
          key={year}
          className="strong"
          // a year at the very edge is kept inside the drawing
          x={at(Math.max(x(index + 1), frame.left + (isWide ? 17 : 12)))}
          y={frame.bottom + (isWide ? 40 : 24)}
          textAnchor="middle"
        >
          {isWide ? year : `’${year.slice(2)}`}
        </text>
      ))}
    </>
  );
}

/** By index, the year that begins there; one too near the last is left out. */
function yearsStarting(points: readonly TrendPoint[], { x, frame }: Plot): ReadonlyMap<number, string> {
  const room = frame.form === "wide" ? YEAR_ROOM + 6 : YEAR_ROOM - 6;
  const years = new Map<number, string>();
  let last = Number.NEGATIVE_INFINITY;
  let before = "";
  for (const [index, { at: held }] of points.entries()) {
    const year = dayOf(held).slice(0, 4);
    if (year !== before && x(index + 1) - last >= room) {
      years.set(index, year);
      last = x(index + 1);
    }
    before = year;
  }
  return years;
}

/** The last partition is named at the right edge, the earlier ones above their upper limit. */
export function LineLabels({ plot, trend, unit }: { plot: Plot; trend: Trend; unit: Unit }) {
  const { parts } = trend.reading;
  const last = parts.at(-1);
  if (plot.frame.form === "narrow") {
    return parts.map((part) => <CentreLabel key={part.from} plot={plot} part={part} unit={unit} />);
  }
  return (
    <>
      {parts.slice(0, -1).map((part) => (
        <EarlierLabel key={part.from} plot={plot} part={part} unit={unit} />
      ))}
      {last && <LastLabels plot={plot} part={last} unit={unit} />}
    </>
  );
}

type OfPart = { plot: Plot; part: Part; unit: Unit };

function LastLabels({ plot, part, unit }: OfPart) {
  const { y, range, frame } = plot;
  const centre = centreOf(part, unit);
  if (!centre) return null;
  const { limits } = part;
  const lines = [
    { words: centre.words, y: y(centre.value), strong: true },
    ...(limits
      ? [
          {
            words: `upper ${figureOnChart(drawnAt(limits.upl, range), unit)}`,
            y: y(drawnAt(limits.upl, range)),
            strong: false,
          },
          {
            words: `lower ${figureOnChart(drawnAt(limits.lpl, range), unit)}`,
            y: y(drawnAt(limits.lpl, range)),
            strong: false,
          },
        ]
      : []),
  ];
  return spread(lines, 16).map(({ words, y: height, strong }) => (
    <text key={words} className={strong ? "strong" : undefined} x={frame.right + 10} y={at(height + 5)}>
      {words}
    </text>
  ));
}

function EarlierLabel({ plot, part, unit }: OfPart) {
  const { y, edge, range } = plot;
  const centre = centreOf(part, unit);
  if (!centre) return null;
  const { limits } = part;
  const [upper, lower] = limits
    ? [drawnAt(limits.upl, range), drawnAt(limits.lpl, range)]
    : [centre.value, null];
  return (
    <text x={at(edge(part.to + 1) - 10)} y={at(y(upper) - 9)} textAnchor="end">
      <tspan className="strong">{centre.words}</tspan>
      {lower !== null && `, limits ${figureOnChart(lower, unit)} to ${figureOnChart(upper, unit)}`}
    </text>
  );
}

/** At 300 units there is room for the mean alone, above its own lines. */
function CentreLabel({ plot, part, unit }: OfPart) {
  const { y, edge, range, frame } = plot;
  const centre = centreOf(part, unit);
  if (!centre) return null;
  const height = y(part.limits ? drawnAt(part.limits.upl, range) : centre.value) - 7;
  const isFirst = part.from === 1;
  return (
    <text
      x={at(isFirst ? edge(part.from) + 8 : frame.right - 2)}
      y={at(Math.max(height, frame.top + 12))}
      textAnchor={isFirst ? "start" : "end"}
    >
      {centre.words}
    </text>
  );
}

function centreOf(
  { run, limits }: Part,
  unit: Unit,
): { readonly words: string; readonly value: number } | null {
  if (run) return { words: `median ${figureOnChart(run.median, unit)}`, value: run.median };
  return limits && { words: `mean ${figureOnChart(limits.mean, unit)}`, value: limits.mean };
}

const BREAK_WORDS: Readonly<Record<ChartBreak["why"], string>> = {
  recorder: "New recorder",
  levels: "Agreed levels changed",
  recalculation: "Recalculated",
};

/** Why a partition begins, and how far a trial has come. */
export function BreakLabels({ plot, trend }: { plot: Plot; trend: Trend }) {
  const { edge, frame } = plot;
  const isWide = frame.form === "wide";
  return trend.breaks.map((begun) => {
    const { position, why } = begun;
    const x = edge(position);
    // towards the roomier side of the line
    const isLate = x > frame.left + (frame.right - frame.left) * (isWide ? 0.72 : 0.5);
    const part = trend.reading.parts.find(({ from }) => from === position);
    const top = isWide ? 32 : 14;
    const place = {
      x: at(x + (isLate ? -10 : 10)),
      textAnchor: isLate ? ("end" as const) : ("start" as const),
    };
    return (
      <g key={position}>
        <text className="strong" {...place} y={top}>
          {BREAK_WORDS[why]}
          {begun.why === "recalculation" && ` ${begun.note}`}
        </text>
        {begun.why === "recalculation" && isWide && (
          <text {...place} y={top + 18 + (part?.standing === "trial" ? 18 : 0)}>
            {shortened(begun.reason, roomFor({ x, isLate, frame }))}
          </text>
        )}
        {part?.standing === "trial" && (
          <text {...place} y={top + (isWide ? 18 : 16)}>
            Trial limits: {part.n} of 12
          </text>
        )}
      </g>
    );
  });
}

/** Of a letter, on average. */
const LETTER = 6.6;

/** How many letters there is room for beside a line, on its roomier side; the note under the chart has them all. */
function roomFor({ x, isLate, frame }: { x: number; isLate: boolean; frame: Plot["frame"] }): number {
  return Math.floor(((isLate ? x - frame.left : frame.right - x) - 14) / LETTER);
}

function shortened(words: string, most: number): string {
  const few = Math.min(most, 48);
  return words.length <= few ? words : `${words.slice(0, few - 1).trimEnd()}…`;
}
