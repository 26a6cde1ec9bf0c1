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

type GapProps = {
  readonly plot: Plot;
  readonly point: TrendPoint;
  readonly position: number;
  /** The meeting before, where it is a gap as well: a reason said there is not said again right beside it. */
  readonly before: TrendPoint | undefined;
};

/** A dotted drop where there is no value, with the reason where there is room. */
export function Gap({ plot, point, position, before }: GapProps) {
  const { frame, x } = plot;
  const middle = at(x(position));
  if (frame.form === "mini") return <path className="axis" d={`M${middle} ${frame.bottom - 5}v10`} />;

  const top = frame.bottom - (frame.bottom - frame.top) * 0.28;
  const isSaid = before?.result.kind === point.result.kind && x(2) - x(1) < GAP_ROOM;
  return (
    <>
      <path className="gap" d={`M${middle} ${at(top)}V${frame.bottom}`} />
      {(isSaid ? [] : GAP_WORDS[point.result.kind]).map((word, i) => (
        <text
          key={word}
          paintOrder="stroke"
          stroke="var(--paper)"
          strokeWidth="5"
          x={middle}
          y={at(top + 40 + i * 15)}
          textAnchor="middle"
        >
          {word}
        </text>
      ))}
    </>
  );
}

export function IntervalBar({ plot, point, position }: { plot: Plot; point: TrendPoint; position: number }) {
  const { x, y } = plot;
  if (point.result.kind !== "value" || !point.result.interval) return null;
  const [lower, upper] = point.result.interval;
  return <path className="iv" d={`M${at(x(position))} ${at(y(lower))}V${at(y(upper))}`} />;
}

/** Signals are triangles in their direction, or a square where no way is better; ordinary points are dots. */
export function Dot(props: { plot: Plot; reading: PointReading; small: boolean; isLast: boolean }) {
  const { plot, reading, small, isLast } = props;
  const { position, value, verdict, marks } = reading;
  if (value === null) return null;

  const [x, y] = [plot.x(position), plot.y(value)];
  if (verdict)
    return (
      <path
        className={VERDICT_CLASS[verdict]}
        d={signalPath(verdict, marks[0]?.side ?? "+", x, y, plot.frame.dot)}
      />
    );
  const names = ["pt", small && "hollow", isLast && "last"].filter(Boolean).join(" ");
  return (
    <circle className={names} cx={at(x)} cy={at(y)} r={isLast ? plot.frame.dot * 1.3 : plot.frame.dot} />
  );
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
