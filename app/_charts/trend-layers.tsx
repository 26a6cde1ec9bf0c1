// What a chart is made of, from the back to the front. No words here but those that stand on the drawing.
import { line } from "d3-shape";
import type { Part, PointReading } from "#domain/charts/reading.ts";
import { drawnAt } from "#domain/charts/xmr.ts";
import type { Unit } from "#domain/indicators/indicator.ts";
import type { Trend, TrendPoint } from "#domain/indicators/period.ts";
import { figureOnChart } from "./figures.ts";
import type { Plot } from "./plot.ts";

/** Values stand in the margin: the axis is the margin's own rule. */
export function ValueAxis({ plot, unit }: { plot: Plot; unit: Unit }) {
  const { frame, ticks, y } = plot;
  const top = ticks.at(-1);
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          {frame.form !== "mini" && tick !== ticks[0] && (
            <path className="grid" d={`M${frame.left} ${at(y(tick))}H${frame.right}`} />
          )}
          <text x={frame.left - (frame.form === "mini" ? 6 : 11)} y={at(y(tick) + 4.5)} textAnchor="end">
            {tick}
            {unit === "percent" && tick === top && "%"}
          </text>
        </g>
      ))}
      <path
        className="axis"
        d={
          frame.form === "mini"
            ? `M${frame.left} ${frame.top}V${frame.bottom}H${frame.right}`
            : `M${frame.left} ${frame.bottom}H${frame.right}`
        }
      />
    </>
  );
}

/** Within which the board wants it: two fine lines and the paper between them a shade darker. */
export function WantedBand({ plot, trend: { band } }: { plot: Plot; trend: Trend }) {
  if (!band) return null;
  const { frame, range, y } = plot;
  const [upper, lower] = [drawnAt(band.to, range), drawnAt(band.from, range)].map((value) => at(y(value)));
  return <path className="wanted" d={`M${frame.left} ${upper}H${frame.right}V${lower}H${frame.left}Z`} />;
}

/** Nought, where values can lie on either side of it. */
export function ZeroLine({ plot }: { plot: Plot }) {
  const { frame, range, y } = plot;
  return range[0] < 0 ? <path className="grid" d={`M${frame.left} ${at(y(0))}H${frame.right}`} /> : null;
}

/** Mean or median, limits and the band between them; a trial's are dashed. */
export function PartLines({ plot, part }: { plot: Plot; part: Part }) {
  const { x, edge, y, range, frame } = plot;
  const isMini = frame.form === "mini";
  const [from, to] = [edge(part.from), edge(part.to + 1)];
  const across = (value: number) => `M${at(from)} ${at(y(value))}H${at(to)}`;
  if (part.run)
    return <path className="mean" d={`M${at(x(part.from))} ${at(y(part.run.median))}H${at(x(part.to))}`} />;
  if (!part.limits || part.standing === "tooFew") return null;

  const [upper, lower] = [drawnAt(part.limits.upl, range), drawnAt(part.limits.lpl, range)];
  const trial = part.standing === "trial" ? " trial" : "";
  return (
    <>
      {!isMini && (
        <rect
          className="band"
          x={at(from)}
          y={at(y(upper))}
          width={at(to - from)}
          height={at(y(lower) - y(upper))}
          opacity={trial ? 0.5 : 1}
        />
      )}
      <path className={`lim${trial}`} d={across(upper) + across(lower)} />
      <path className={`mean${trial}`} strokeWidth={isMini ? 1 : 1.5} d={across(part.limits.mean)} />
    </>
  );
}

/** A line stops at a gap and at a recalculation: what was not recorded is never joined. */
export function Joined({ plot, part, points }: { plot: Plot; part: Part; points: readonly PointReading[] }) {
  const path = line<PointReading>(
    ({ position }) => Number(at(plot.x(position))),
    ({ value }) => Number(at(plot.y(value ?? 0))),
  ).defined(({ value }) => value !== null);
  return <path className="ln" d={path(points.slice(part.from - 1, part.to)) ?? ""} />;
}

const GAP_WORDS = {
  notRecorded: ["not", "recorded"],
  notApplicable: ["nothing", "to count"],
  tooLittle: ["too", "little"],
  value: ["not", "final"],
} as const;

/** So wide is the reason of a gap, on a large chart. */
const GAP_ROOM = 56;

/** Dotted drops where there is no value, with the reason where there is room. */
export function Gaps({ plot, trend }: { plot: Plot; trend: Trend }) {
  const { frame, x } = plot;
  const gaps = trend.reading.points.filter(({ value }) => value === null);
  if (gaps.length === 0) return null;
  if (frame.form === "mini") {
    const ticks = gaps.map(({ position }) => `M${at(x(position))} ${frame.bottom - 5}v10`);
    return <path className="axis" d={ticks.join("")} />;
  }
  const top = frame.bottom - (frame.bottom - frame.top) * 0.28;
  const drops = gaps.map(({ position }) => `M${at(x(position))} ${at(top)}V${frame.bottom}`);
  return (
    <>
      <path className="gap" d={drops.join("")} />
      {gaps.map(({ position }) => (
        <GapWords key={position} plot={plot} trend={trend} position={position} top={top} />
      ))}
    </>
  );
}

/** A reason said of the meeting before is not said again right beside it. */
function GapWords(props: { plot: Plot; trend: Trend; position: number; top: number }) {
  const { plot, trend, position, top } = props;
  const { x } = plot;
  const [before, own] = [position - 2, position - 1].map((place) =>
    trend.reading.points[place]?.value === null ? trend.points[place]?.result.kind : undefined,
  );
  if (own === undefined || (before === own && x(2) - x(1) < GAP_ROOM)) return null;
  return GAP_WORDS[own].map((word, i) => (
    <text
      key={word}
      paintOrder="stroke"
      stroke="var(--paper)"
      strokeWidth="5"
      x={at(x(position))}
      y={at(top + 40 + i * 15)}
      textAnchor="middle"
    >
      {word}
    </text>
  ));
}

export function IntervalBar({ plot, point, position }: { plot: Plot; point: TrendPoint; position: number }) {
  const { x, y } = plot;
  if (point.result.kind !== "value" || !point.result.interval) return null;
  const [lower, upper] = point.result.interval;
  return <path className="iv" d={`M${at(x(position))} ${at(y(lower))}V${at(y(upper))}`} />;
}

/** In a row's chart more dots than these would be a band: the line alone tells them, except where it tells nothing. */
const MINI_DOTS = 48;
const LARGE_DOT = 2.8;

type Drawn = { readonly className: string; readonly d: string };

/**
 * Signals are triangles in their direction, or a square where no way is better; ordinary points are dots. All of one
 * sort are one shape: ten years of meetings would else be most of what a page is made of.
 */
export function Dots({ plot, trend, last }: { plot: Plot; trend: Trend; last: number | undefined }) {
  const { points } = trend.reading;
  const isCrowded = plot.frame.form === "mini" && points.length > MINI_DOTS;
  const hasValue = (place: number) => (points[place]?.value ?? null) !== null;
  const isJoined = (place: number) => hasValue(place - 1) || hasValue(place + 1);
  const drawn = points.flatMap((reading, place): Drawn[] => {
    const { position, value, verdict, marks } = reading;
    if (value === null) return [];
    const [x, y] = [plot.x(position), plot.y(value)];
    const { dot } = plot.frame;
    // what is looked for first is seen however many there are
    const large = Math.max(dot, LARGE_DOT);
    if (verdict)
      return [
        { className: VERDICT_CLASS[verdict], d: signalPath(verdict, marks[0]?.side ?? "+", x, y, large) },
      ];
    const isLast = position === last;
    if (isCrowded && !isLast && isJoined(place)) return [];
    const names = ["pt", trend.points[place]?.small && "hollow", isLast && "last"];
    return [{ className: names.filter(Boolean).join(" "), d: dotPath(x, y, isLast ? large * 1.3 : dot) }];
  });
  const sorts = Map.groupBy(drawn, ({ className }) => className);
  return [...sorts].map(([className, all]) => (
    <path key={className} className={className} d={all.map(({ d }) => d).join("")} />
  ));
}

function dotPath(x: number, y: number, r: number): string {
  const half = `a${at(r)} ${at(r)} 0 1 0`;
  return `M${at(x - r)} ${at(y)}${half} ${at(r * 2)} 0${half} ${at(r * -2)} 0Z`;
}

const VERDICT_CLASS = { improvement: "better", concern: "worse", neither: "neither" } as const;

function signalPath(
  verdict: keyof typeof VERDICT_CLASS,
  side: "+" | "-",
  x: number,
  y: number,
  dot: number,
): string {
  const half = dot * 1.45;
  if (verdict === "neither") {
    const r = dot * 1.1;
    return `M${at(x - r)} ${at(y - r)}h${at(r * 2)}v${at(r * 2)}h${at(-r * 2)}Z`;
  }
  const [base, tip] = side === "+" ? [y + half * 0.82, y - half] : [y - half * 0.82, y + half];
  return `M${at(x - half)} ${at(base)}H${at(x + half)}L${at(x)} ${at(tip)}Z`;
}

/** A partition begins: an ink line, numbered where an officer's note explains it. */
export function Breaks({ plot, trend }: { plot: Plot; trend: Trend }) {
  const { edge, frame } = plot;
  return trend.breaks.map(({ position }) => (
    <path
      key={position}
      className="note"
      strokeWidth="1.5"
      d={`M${at(edge(position))} ${frame.form === "mini" ? frame.top : frame.top - 10}V${frame.bottom}`}
    />
  ));
}

/** The last value, beside its point. */
export function LastFigure({
  plot,
  points,
  unit,
}: {
  plot: Plot;
  points: readonly PointReading[];
  unit: Unit;
}) {
  const last = points.findLast(({ value }) => value !== null);
  if (!last || last.value === null) return null;
  return (
    <text className="strong" x={plot.frame.right + 6} y={at(plot.y(last.value) + 4)}>
      {figureOnChart(last.value, unit)}
    </text>
  );
}

/** One decimal: a pixel's tenth is never seen, and the page is lighter. */
export function at(pixels: number): string {
  return String(Math.round(pixels * 10) / 10);
}
