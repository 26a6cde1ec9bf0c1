import Link from "next/link";
import { indicatorQuestion, indicatorWords } from "#app/_text/indicator-text.ts";
import { periodSpan } from "#app/_text/period-text.ts";
import type { Headline, LookedAt } from "#server/dashboard/load-dashboard.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { behindAt, indicatorAt, type Place } from "./_figures/addresses.ts";
import { LatestFigure } from "./_figures/latest-figure.tsx";
import { MayBeSaid } from "./_figures/may-be-said.tsx";
import { SmallChart } from "./_figures/small-chart.tsx";

type Props = {
  headline: Headline;
  looked: LookedAt;
  /** In the margin. */
  number: number;
  isLast: boolean;
  /** Of its question: the rows of a group stand under the group's. */
  level?: 2 | 3;
};

/** The officer's question, the latest figure or why there is none, a small chart, and what may be said of it. */
export function FigureRow({ headline, looked, number, isLast, level = 2 }: Props) {
  const { indicator, trend, counted: countedAt, pooled, signals } = headline;
  const { board, meetings, period } = looked;
  const place: Place = { board: board.id, period: periodKey(period) };
  const [point, facts, last] = [trend.points.at(-1), meetings.at(-1), countedAt.at(-1)];
  if (!point || !facts || !last) return null;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={isLast ? "row ind last" : "row ind"}>
      <div className="g gno" aria-hidden="true">
        {number}
      </div>
      <div className="w">
        <div>
          <Heading>
            <Link href={indicatorAt(indicator.id, place)}>
              {indicatorQuestion(indicator.id, board.layer)}
            </Link>
          </Heading>
          <p className="name">{indicatorWords[indicator.id].name}</p>
        </div>
        <div>
          <LatestFigure
            id={indicator.id}
            result={point.result}
            evidence={last.evidence}
            facts={facts}
            href={behindAt(indicator.id, place, facts.meetingId)}
          />
        </div>
        <div>
          <SmallChart indicator={indicator} trend={trend} counted={countedAt} />
        </div>
        <MayBeSaid
          indicator={indicator}
          trend={trend}
          pooled={pooled}
          span={periodSpan(period)}
          signals={signals}
        />
      </div>
    </section>
  );
}
