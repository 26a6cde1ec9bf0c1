import { shortDate } from "#app/_text/dates.ts";
import type { PossibleRange } from "#domain/charts/xmr.ts";
import type { Unit } from "#domain/indicators/indicator.ts";
import type { Trend } from "#domain/indicators/period.ts";
import { FRAMES, plotOf, viewBoxOf } from "./plot.ts";
import { TrendBody } from "./trend-chart.tsx";
import { LastFigure, ValueAxis } from "./trend-layers.tsx";
import { trendSentence } from "./trend-sentence.ts";

/** The small chart of a dashboard row. */
export function MiniTrend(props: { title: string; trend: Trend; unit: Unit; range: PossibleRange }) {
  const { title, trend, unit, range } = props;
  const frame = FRAMES.mini;
  const plot = plotOf(trend, range, frame);
  return (
    <svg
      className="chart mini"
      viewBox={viewBoxOf(frame, trend.happenings.length > 0)}
      role="img"
      aria-label={`${title}. ${trendSentence(trend, unit)}`}
    >
      <ValueAxis plot={plot} unit={unit} />
      <TrendBody plot={plot} trend={trend} />
      <LastFigure plot={plot} points={trend.reading.points} unit={unit} />
      <EndDates moments={trend.points.map((point) => point.at)} />
    </svg>
  );
}

/** The months of the first and the last meeting, "Jul 2023"; one meeting has one. */
export function EndDates({ moments }: { moments: readonly number[] }) {
  const { left, right, height } = FRAMES.mini;
  const [first, last] = [moments[0], moments.at(-1)].map((moment) =>
    moment === undefined ? "" : shortDate(moment).split(" ").slice(1).join(" "),
  );
  return (
    <>
      <text x={left + 3} y={height - 5}>
        {first}
      </text>
      {moments.length > 1 && (
        <text x={right} y={height - 5} textAnchor="end">
          {last}
        </text>
      )}
    </>
  );
}
