import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { elementSeed, elementWord } from "#app/_text/indicator-text.ts";
import { counted, inWords } from "#app/_text/numbers.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { ELEMENTS } from "#domain/assessment/statements.ts";
import type { Element } from "#domain/indicators/indicator.ts";
import { allowedBoard } from "#server/auth/access.ts";
import { signedIn } from "#server/auth/identify.ts";
import { boardAsked } from "#server/dashboard/board-asked.ts";
import { type Dashboard, loadDashboard } from "#server/dashboard/load-dashboard.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { runtime } from "#server/runtime.ts";
import { dashboardAt, tableAt } from "../_figures/addresses.ts";
import { Legend } from "../_figures/legend.tsx";
import { OutsideKey } from "../_notes/outside-key.tsx";
import { BoardAndPeriod } from "../board-and-period.tsx";
import { coverageText } from "../coverage-text.ts";
import { FigureRow } from "../figure-row.tsx";
import { NoBoards, NothingYet } from "../nothing-yet.tsx";

export const metadata: Metadata = { title: "All the figures" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AllFiguresPage({ searchParams }: Props) {
  const { board, period } = await searchParams;
  const asker = await signedIn();
  const { database, clock } = runtime();
  const boardId = boardAsked(asker, board);
  if (asker.boards.length === 0) return <NoBoards />;
  const allowed = boardId && (await allowedBoard(database.db, asker, boardId));
  if (!allowed) notFound();
  const asked = { period: typeof period === "string" ? period : undefined, asOf: clock.now() };
  const dashboard = await loadDashboard(database, allowed, { ...asked, which: "all" });
  if (!dashboard) notFound();

  const picker = <BoardAndPeriod boards={asker.boards} looked={dashboard} indicator="all" />;
  if (dashboard.meetings.length === 0)
    return <NothingYet name={dashboard.board.name} waiting={dashboard.waiting} picker={picker} />;
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>{dashboard.board.name}: all the figures</h1>
          <p className="lede">{ledeOf(dashboard)}</p>
          <p className="meta">
            {coverageText(dashboard)}{" "}
            <Link href={dashboardAt({ board: dashboard.board.id, period: periodKey(dashboard.period) })}>
              The six of the front page
            </Link>
          </p>
          <nav className="choices no-print" aria-label="Elements">
            {ELEMENTS.map((element) => (
              <a key={element} href={`#${element}`}>
                {elementWord[element]}
              </a>
            ))}
          </nav>
          {picker}
        </div>
      </div>
      {ELEMENTS.map((element) => (
        <Group key={element} element={element} dashboard={dashboard} />
      ))}
      <div className="row under">
        <div className="w">
          <OutsideKey looked={dashboard} />
          <Legend marks />
          <p className="taken">
            <DownloadLink
              href={tableAt("all-figures", {
                board: dashboard.board.id,
                period: periodKey(dashboard.period),
              })}
              of="all twenty-eight figures"
            >
              Download these figures as CSV
            </DownloadLink>
          </p>
        </div>
      </div>
    </main>
  );
}

/** How many of them have something to say of the last meeting. */
function ledeOf({ headlines }: Dashboard): string {
  const told = headlines.filter(({ trend }) => trend.points.at(-1)?.result.kind === "value").length;
  const silent = headlines.length - told;
  return `${counted(told, "of the twenty-eight figures has", "of the twenty-eight figures have")} a value at the last meeting; ${silent === 0 ? "none is silent" : `${inWords(silent)} ${silent === 1 ? "says" : "say"} what is missing`}.`;
}

/** One element of the framework: what the paper says of it, and the figures that answer. */
function Group({ element, dashboard }: { element: Element; dashboard: Dashboard }) {
  const own = dashboard.headlines.filter(({ indicator }) => indicator.element === element);
  return (
    <>
      <div className="row sect element" id={element} tabIndex={-1}>
        <div className="w">
          <h2>{elementWord[element]}</h2>
          <p className="rec">“{elementSeed[element]}”</p>
        </div>
      </div>
      {own.map((headline, index) => (
        <FigureRow
          key={headline.indicator.id}
          headline={headline}
          looked={dashboard}
          number={headline.indicator.no}
          isLast={index === own.length - 1}
          level={3}
        />
      ))}
    </>
  );
}
