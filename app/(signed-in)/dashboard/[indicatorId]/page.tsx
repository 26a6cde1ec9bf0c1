import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { figure } from "#app/_charts/figures.ts";
import { SavedChart } from "#app/_charts/saved-chart.tsx";
import { TrendChart } from "#app/_charts/trend-chart.tsx";
import { trendSentence } from "#app/_charts/trend-sentence.ts";
import { directionWords, elementWord, indicatorQuestion, indicatorWords } from "#app/_text/indicator-text.ts";
import { periodSpan } from "#app/_text/period-text.ts";
import { captionText, figureText, silenceText } from "#app/_text/result-text.ts";
import { layerWord } from "#app/_text/words.ts";
import { indicatorOf } from "#domain/indicators/all.ts";
import { BANDED } from "#domain/meeting/board-rules.ts";
import { allowedBoard } from "#server/auth/access.ts";
import { signedIn } from "#server/auth/identify.ts";
import { boardAsked } from "#server/dashboard/board-asked.ts";
import { type IndicatorView, loadIndicator } from "#server/dashboard/load-indicator.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { runtime } from "#server/runtime.ts";
import { allAt, dashboardAt, type Place, tableAt } from "../_figures/addresses.ts";
import { Legend } from "../_figures/legend.tsx";
import { MayBeSaid } from "../_figures/may-be-said.tsx";
import { BoardAndPeriod } from "../board-and-period.tsx";
import { NothingYet } from "../nothing-yet.tsx";
import { BehindTheFigure } from "./behind.tsx";
import { MadeOf } from "./made-of.tsx";
import { NotesOnTheChart } from "./notes.tsx";
import { EveryMeeting, EveryYear } from "./tables.tsx";
import { WhatIsCounted } from "./what-is-counted.tsx";

type Props = {
  params: Promise<{ indicatorId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const indicator = indicatorOf((await params).indicatorId);
  return { title: indicator ? indicatorWords[indicator.id].name : "Nothing at this address" };
}

export default async function IndicatorPage({ params, searchParams }: Props) {
  const { board, period, meeting, every } = await searchParams;
  const { indicatorId } = await params;
  const asker = await signedIn();
  const boardId = boardAsked(asker, board);
  const allowed = boardId && (await allowedBoard(runtime().database.db, asker, boardId));
  if (!allowed) notFound();
  const asked = { indicator: indicatorId, period: one(period), meeting: one(meeting) };
  const view = await loadIndicator(runtime(), allowed, asked);
  if (!view) notFound();

  const picker = <BoardAndPeriod boards={asker.boards} looked={view} indicator={indicatorId} />;
  if (view.meetings.length === 0)
    return <NothingYet name={view.board.name} waiting={view.waiting} picker={picker} />;
  return (
    <main className="page" id="main">
      <Head view={view}>{picker}</Head>
      <Chart view={view} />
      <NotesOnTheChart view={view} />
      {view.behind && <BehindTheFigure view={view} behind={view.behind} />}
      <MadeOf view={view} />
      <EveryYear view={view} />
      <EveryMeeting view={view} isWhole={every !== undefined} />
    </main>
  );
}

function one(asked: string | string[] | undefined): string | undefined {
  return typeof asked === "string" ? asked : undefined;
}

function Head({ view, children }: { view: IndicatorView; children: React.ReactNode }) {
  const { indicator, board, period } = view;
  const place: Place = { board: board.id, period: periodKey(period) };
  const words = indicatorWords[indicator.id];
  return (
    <div className="row title">
      <div className="g gno" aria-hidden="true">
        {indicator.no}
      </div>
      <div className="w">
        <h1>{indicatorQuestion(indicator.id, board.layer)}</h1>
        <p className="lede">{ledeOf(view)}</p>
        <p className="meta">
          {words.name} ({indicator.id}). {elementWord[indicator.element]}. {board.name}:{" "}
          {layerWord[board.layer].toLowerCase()} layer only.{" "}
          {bandText(view) ?? directionWords[indicator.direction[board.layer]]}{" "}
          <Link href={dashboardAt(place)}>The six</Link> · <Link href={allAt(place)}>All twenty-eight</Link>
        </p>
        {children}
      </div>
    </div>
  );
}

/** What the board has settled, where it can; null where one way is better for every board. */
function bandText({ indicator, trend: { band } }: IndicatorView): string | null {
  if (band) {
    const [from, to] = [band.from, band.to].map((end) => figure(end, indicator.unit));
    return `The board wants it between ${from} and ${to}.`;
  }
  return BANDED.some((id) => id === indicator.id)
    ? "No way is better until the board sets a band of its own."
    : null;
}

/** The last meeting, then what the chart comes to. */
function ledeOf({ indicator, trend }: IndicatorView): string {
  const last = trend.points.at(-1)?.result;
  if (!last) return "";
  if (last.kind !== "value") {
    const { head, why } = silenceText(last);
    return `${head} at the last meeting. ${why}`;
  }
  const said = figureText(indicator.id, last);
  return `${said.figure} ${said.of} at the last meeting. ${captionText(indicator.id, last)}`.trim();
}

function Chart({ view }: { view: IndicatorView }) {
  const { indicator, trend, pooled, period, board, signals } = view;
  const { name } = indicatorWords[indicator.id];
  return (
    <div className="row charted">
      <div className="w depth">
        <figure>
          <p className="only-reader">
            <a href="#every-meeting">{name} as a table: every meeting</a>
          </p>
          <SavedChart
            name={name}
            file={`${indicator.id}-${periodKey(period)}`}
            csv={tableAt("every-meeting", { board: board.id, period: periodKey(period) }, indicator.id)}
          >
            <TrendChart
              id="trend"
              title={`${name}, ${board.name}`}
              trend={trend}
              unit={indicator.unit}
              range={indicator.range}
            />
          </SavedChart>
          <figcaption>
            <p className="sr">{trendSentence(trend, indicator.unit)}</p>
            <Legend />
          </figcaption>
          <MayBeSaid
            indicator={indicator}
            trend={trend}
            pooled={pooled}
            span={periodSpan(period)}
            signals={signals}
          />
        </figure>
        <WhatIsCounted indicator={indicator} />
      </div>
    </div>
  );
}
