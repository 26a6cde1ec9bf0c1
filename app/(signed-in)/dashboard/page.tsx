import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { plainDate } from "#app/_text/dates.ts";
import { indicatorQuestion, indicatorWords } from "#app/_text/indicator-text.ts";
import { ledeText } from "#app/_text/lede-text.ts";
import { counted, listed } from "#app/_text/numbers.ts";
import { periodSpan } from "#app/_text/period-text.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import type { IndicatorId, Result } from "#domain/indicators/indicator.ts";
import { allowedBoard } from "#server/auth/access.ts";
import { signedIn } from "#server/auth/identify.ts";
import { boardAsked } from "#server/dashboard/board-asked.ts";
import { type Dashboard, type Headline, loadDashboard } from "#server/dashboard/load-dashboard.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { readsPapers } from "#server/paper/load-paper.ts";
import { runtime } from "#server/runtime.ts";
import { behindAt, factsAt, indicatorAt, type Place, tableAt } from "./_figures/addresses.ts";
import { LatestFigure } from "./_figures/latest-figure.tsx";
import { Legend } from "./_figures/legend.tsx";
import { MayBeSaid } from "./_figures/may-be-said.tsx";
import { SmallChart } from "./_figures/small-chart.tsx";
import { BoardAndPeriod } from "./board-and-period.tsx";
import { NoBoards, NothingYet } from "./nothing-yet.tsx";

export const metadata: Metadata = { title: "How a board meets" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DashboardPage({ searchParams }: Props) {
  const { board, period } = await searchParams;
  const asker = await signedIn();
  const { database, clock } = runtime();
  const boardId = boardAsked(asker, board);
  if (asker.boards.length === 0) return <NoBoards />;
  const allowed = boardId && (await allowedBoard(database.db, asker, boardId));
  if (!allowed) notFound();
  const dashboard = await loadDashboard(database, allowed, { period: one(period), asOf: clock.now() });
  if (!dashboard) notFound();

  const place: Place = { board: dashboard.board.id, period: periodKey(dashboard.period) };
  const picker = <BoardAndPeriod boards={asker.boards} looked={dashboard} />;
  return dashboard.meetings.length === 0 ? (
    <NothingYet name={dashboard.board.name} waiting={dashboard.waiting} picker={picker} />
  ) : (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>{dashboard.board.name}: how it meets</h1>
          <p className="lede">{ledeOf(dashboard)}</p>
          <p className="meta">
            {coverageText(dashboard)}{" "}
            {readsPapers(allowed) && (
              <Link className="no-print" href={`/boards/${allowed.boardId}/papers`}>
                The yearly paper
              </Link>
            )}
          </p>
          {picker}
        </div>
      </div>
      {dashboard.headlines.map((headline, index) => (
        <HeadlineRow key={headline.indicator.id} headline={headline} index={index} dashboard={dashboard} />
      ))}
      <div className="row under">
        <div className="w">
          <Legend marks />
          <p className="taken">
            <DownloadLink href={tableAt("figures", place)} of="all these figures">
              Download these figures as CSV
            </DownloadLink>
            <DownloadLink href={factsAt(place)} of="for a program to read">
              Download the facts behind them as JSON
            </DownloadLink>
            <DownloadLink href="/api/facts-schema" of="what each of the facts means">
              Their schema
            </DownloadLink>
          </p>
        </div>
      </div>
    </main>
  );
}

function one(asked: string | string[] | undefined): string | undefined {
  return typeof asked === "string" ? asked : undefined;
}

function HeadlineRow(props: { headline: Headline; index: number; dashboard: Dashboard }) {
  const { headline, index, dashboard } = props;
  const { indicator, trend, counted: countedAt, pooled } = headline;
  const { board, meetings, period } = dashboard;
  const place: Place = { board: board.id, period: periodKey(period) };
  const [point, facts, last] = [trend.points.at(-1), meetings.at(-1), countedAt.at(-1)];
  if (!point || !facts || !last) return null;
  const isLast = index === dashboard.headlines.length - 1;
  return (
    <section className={isLast ? "row ind last" : "row ind"}>
      <div className="g gno" aria-hidden="true">
        {index + 1}
      </div>
      <div className="w">
        <div>
          <h2>
            <Link href={indicatorAt(indicator.id, place)}>
              {indicatorQuestion(indicator.id, board.layer)}
            </Link>
          </h2>
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
        <MayBeSaid indicator={indicator} trend={trend} pooled={pooled} span={periodSpan(period)} />
      </div>
    </section>
  );
}

function ledeOf({ headlines, meetings }: Dashboard): string {
  const latest = headlines.flatMap(({ indicator, trend }): (readonly [IndicatorId, Result])[] => {
    const point = trend.points.at(-1);
    return point ? [[indicator.id, point.result]] : [];
  });
  return ledeText(new Map(latest), meetings.at(-1)?.openedAt ?? 0);
}

/** Which meetings these are, and who wrote them down: it decides much of what is there to count. */
function coverageText({ meetings, recorders, waiting, isCut }: Dashboard): string {
  const [first, last] = [meetings[0], meetings.at(-1)];
  if (!first || !last) return "";
  const days =
    first === last
      ? plainDate(first.openedAt)
      : `${plainDate(first.openedAt)} to ${plainDate(last.openedAt)}`;
  return [
    `${counted(meetings.length, "closed meeting")}, ${days}.`,
    recorders.size > 0 ? `Recorded by ${listed([...recorders.values()])}.` : "",
    isCut ? "Older meetings are not shown." : "",
    waiting > 0 ? `${counted(waiting, "meeting is", "meetings are")} still being counted.` : "",
  ].join(" ");
}
