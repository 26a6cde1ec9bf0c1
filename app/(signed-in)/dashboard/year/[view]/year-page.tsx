import Link from "next/link";
import type { ReactNode } from "react";
import { indicatorWords } from "#app/_text/indicator-text.ts";
import { YEAR_VIEWS, type YearViewId, yearWords } from "#app/_text/year-text.ts";
import { Choices } from "#app/_ui/choices.tsx";
import type { IndicatorId } from "#domain/indicators/indicator.ts";
import type { Asker } from "#server/auth/asker.ts";
import type { Year } from "#server/dashboard/load-year.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { dashboardAt, indicatorAt, type Place, yearAt } from "../../_figures/addresses.ts";
import { BoardAndPeriod } from "../../board-and-period.tsx";
import { coverageText } from "../../coverage-text.ts";
import type { YearView } from "./view.ts";

type Props = {
  view: YearViewId;
  year: Year;
  over: YearView["over"];
  /** Where the reader came from: the views beside this one are of the same period. */
  place: Place;
  boards: Asker["boards"];
  lede: string;
  /** The figures that the page shows the parts of. */
  figures: readonly IndicatorId[];
  children: ReactNode;
};

/** Head, picker, the views beside it, what it shows, and what is counted. */
export function YearPage({ view, year, over, place, boards, lede, figures, children }: Props) {
  const words = yearWords[view];
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>{words.question}</h1>
          <p className="lede">{lede}</p>
          <p className="meta">
            {over === "eachYear" ? "Your boards." : `${year.board.name}. ${coverageText(year)}`}{" "}
            <Link href={dashboardAt(place)}>The six</Link>
            {figures.map((id) => (
              <span key={id}>
                {" · "}
                <Link href={indicatorAt(id, place)}>{indicatorWords[id].name}</Link>
              </span>
            ))}
          </p>
          {over !== "eachYear" && (
            <BoardAndPeriod
              boards={boards}
              looked={over === "period" ? year : { ...year, periods: [] }}
              indicator={`year/${view}`}
            />
          )}
          <div className="looks no-print">
            <Choices
              label="A year of meetings"
              chosen={view}
              choices={YEAR_VIEWS.map((each) => ({
                key: each,
                words: yearWords[each].name,
                href: yearAt(each, place),
              }))}
            />
          </div>
        </div>
      </div>
      {children}
      <section className="row sect">
        <div className="w">
          <h2>What is counted</h2>
          <dl className="facts">
            <Told word="Counted">{words.counted}</Told>
            <Told word="Left out">{words.leftOut}</Told>
            <Told word="How it could mislead">{words.couldMislead}</Told>
          </dl>
        </div>
      </section>
    </main>
  );
}

function Told({ word, children }: { word: string; children: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function placeOf({ board, period }: Pick<Year, "board" | "period">): Place {
  return { board: board.id, period: periodKey(period) };
}
