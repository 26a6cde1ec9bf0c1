import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ledeText } from "#app/_text/lede-text.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import type { IndicatorId, Result } from "#domain/indicators/indicator.ts";
import { allowedBoard } from "#server/auth/access.ts";
import { signedIn } from "#server/auth/identify.ts";
import { boardAsked } from "#server/dashboard/board-asked.ts";
import { type Dashboard, loadFrontPage } from "#server/dashboard/load-dashboard.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { readsPapers } from "#server/paper/load-paper.ts";
import { runtime } from "#server/runtime.ts";
import { allAt, factsAt, type Place, tableAt } from "./_figures/addresses.ts";
import { BESIDE } from "./_figures/beside.ts";
import { Legend } from "./_figures/legend.tsx";
import { OutsideKey } from "./_notes/outside-key.tsx";
import { BoardAndPeriod } from "./board-and-period.tsx";
import { coverageText } from "./coverage-text.ts";
import { FigureRow } from "./figure-row.tsx";
import { NoBoards, NothingYet } from "./nothing-yet.tsx";
import { ReadTogether } from "./read-together.tsx";
import { YearPages } from "./year-pages.tsx";

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
  const dashboard = await loadFrontPage(database, allowed, {
    period: one(period),
    asOf: clock.now(),
    beside: BESIDE,
  });
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
        <FigureRow
          key={headline.indicator.id}
          headline={headline}
          looked={dashboard}
          number={index + 1}
          isLast={index === dashboard.headlines.length - 1}
        />
      ))}
      <ReadTogether page={dashboard} />
      <div className="row under">
        <div className="w">
          <p>
            <Link href={allAt(place)}>All twenty-eight figures, by the seven elements</Link>
          </p>
          <YearPages looked={dashboard} />
          <OutsideKey looked={dashboard} />
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

function ledeOf({ headlines, meetings }: Dashboard): string {
  const latest = headlines.flatMap(({ indicator, trend }): (readonly [IndicatorId, Result])[] => {
    const point = trend.points.at(-1);
    return point ? [[indicator.id, point.result]] : [];
  });
  return ledeText(new Map(latest), meetings.at(-1)?.openedAt ?? 0);
}
