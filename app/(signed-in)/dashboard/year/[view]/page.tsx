import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isYearView, type YearViewId, yearWords } from "#app/_text/year-text.ts";
import { allowedBoard } from "#server/auth/access.ts";
import { signedIn } from "#server/auth/identify.ts";
import { boardAsked } from "#server/dashboard/board-asked.ts";
import { loadYear } from "#server/dashboard/load-year.ts";
import { runtime } from "#server/runtime.ts";
import { BoardAndPeriod } from "../../board-and-period.tsx";
import { NothingYet } from "../../nothing-yet.tsx";
import { attendance } from "./attendance.tsx";
import { boards } from "./boards.tsx";
import { felt } from "./felt.tsx";
import { money } from "./money.tsx";
import { time } from "./time.tsx";
import type { YearView } from "./view.ts";
import { voices } from "./voices.tsx";
import { whoChallengesWhom } from "./who-challenges-whom.tsx";
import { YearPage } from "./year-page.tsx";

const views: Readonly<Record<YearViewId, YearView>> = {
  "who-challenges-whom": whoChallengesWhom,
  attendance,
  money,
  voices,
  time,
  felt,
  boards,
};

type Props = {
  params: Promise<{ view: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await params;
  return { title: isYearView(view) ? yearWords[view].name : "Nothing at this address" };
}

export default async function YearViewPage({ params, searchParams }: Props) {
  const { view: name } = await params;
  const { board, period, cell, topic } = await searchParams;
  const asker = await signedIn();
  if (!isYearView(name)) notFound();
  const house = runtime();
  const boardId = boardAsked(asker, board);
  const allowed = boardId && (await allowedBoard(house.database.db, asker, boardId));
  if (!allowed) notFound();
  const view = views[name];
  const span = view.over === "period" ? one(period) : undefined;
  const year = await loadYear(house, allowed, { period: span });
  if (!year) notFound();

  if (year.meetings.length === 0) {
    const picker = <BoardAndPeriod boards={asker.boards} looked={year} indicator={`year/${name}`} />;
    return <NothingYet name={year.board.name} waiting={year.waiting} picker={picker} />;
  }
  const asked = { cell: one(cell), topic: one(topic) };
  return (
    <YearPage
      view={name}
      year={year}
      over={view.over}
      place={{ board: year.board.id, period: one(period) ?? "all" }}
      boards={asker.boards}
      lede={view.lede(year, asked)}
      figures={view.figures}
    >
      {await view.body(house, allowed, year, asked, asker)}
    </YearPage>
  );
}

function one(asked: string | string[] | undefined): string | undefined {
  return typeof asked === "string" ? asked : undefined;
}
