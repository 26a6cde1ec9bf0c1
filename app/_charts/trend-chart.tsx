import type { Part } from "#domain/charts/reading.ts";
import type { PossibleRange } from "#domain/charts/xmr.ts";
import type { Unit } from "#domain/indicators/indicator.ts";
import type { Trend } from "#domain/indicators/period.ts";
import { HappeningFlags } from "./happening-flags.tsx";
import { type Form, FRAMES, type Plot, plotOf, viewBoxOf } from "./plot.ts";
import { BreakLabels, DateAxis, LineLabels } from "./trend-labels.tsx";
import {
  Breaks,
  Dots,
  Gaps,
  IntervalBar,
  Joined,
  PartLines,
  ValueAxis,
  WantedBand,
  ZeroLine,
} from "./trend-layers.tsx";
import { trendSentence } from "./trend-sentence.ts";

type Charted = {
  /** Unique on the page. */
  id: string;
  title: string;
  trend: Trend;
  unit: Unit;
  range: PossibleRange;
};

/** An indicator's own chart, staged by how much there is to say; drawn for a wide and a narrow page. */
export function TrendChart(props: Charted) {
  return (
    <div className="plot">
      <Drawn {...props} form="wide" />
      <Drawn {...props} form="narrow" />
    </div>
  );
}

function Drawn({ id, title, trend, unit, range, form }: Charted & { form: Exclude<Form, "mini"> }) {
  const frame = FRAMES[form];
  const plot = plotOf(trend, range, frame);
  const name = `${id}-${form}`;
  return (
    <svg
      className={`chart ${form === "wide" ? "only-w" : "only-n"}`}
      viewBox={viewBoxOf(frame, trend.happenings.length > 0)}
      role="img"
      aria-labelledby={`${name}-title ${name}-desc`}
    >
      <title id={`${name}-title`}>{title}</title>
      <desc id={`${name}-desc`}>{trendSentence(trend, unit)}</desc>
      <ValueAxis plot={plot} unit={unit} />
      <TrendBody plot={plot} trend={trend} />
      <DateAxis plot={plot} points={trend.points} />
      <LineLabels plot={plot} trend={trend} unit={unit} />
      <BreakLabels plot={plot} trend={trend} />
    </svg>
  );
}

/** Lines, intervals, gaps and points, as the stage allows them. */
export function TrendBody({ plot, trend }: { plot: Plot; trend: Trend }) {
  const { stage, parts, points } = trend.reading;
  const hasLine = stage === "run" || stage === "xmr";
  const last = points.findLast(({ value }) => value !== null)?.position;
  const lines = (part: Part) => (
    <g key={part.from}>
      <PartLines plot={plot} part={part} />
      <Joined plot={plot} part={part} points={points} />
    </g>
  );
  return (
    <>
      <WantedBand plot={plot} trend={trend} />
      <ZeroLine plot={plot} />
      {hasLine && parts.map(lines)}
      <HappeningFlags happenings={trend.happenings} edge={plot.edge} frame={plot.frame} />
      <Breaks plot={plot} trend={trend} />
      {!hasLine &&
        trend.points.map((point, index) => (
          <IntervalBar key={point.meetingId} plot={plot} point={point} position={index + 1} />
        ))}
      <Gaps plot={plot} trend={trend} />
      <Dots plot={plot} trend={trend} last={last} />
    </>
  );
}
