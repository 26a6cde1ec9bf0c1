import type { Metadata } from "next";
import Link from "next/link";
import { LinkButton } from "#app/_ui/button.tsx";
import { BoardId } from "#domain/ids.ts";
import { type Asker, roleOnBoard } from "#server/auth/asker.ts";
import { signedIn } from "#server/auth/identify.ts";
import { listMeetings } from "#server/meetings/list-meetings.ts";
import { runtime } from "#server/runtime.ts";
import { mattersAddress } from "../actions-and-decisions/asked.ts";
import { Coming } from "./coming.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import { Held } from "./held.tsx";
import { listAddress } from "./list-address.ts";
import { OnNow } from "./on-now.tsx";
import { StillOpen } from "./still-open.tsx";

export const metadata: Metadata = { title: "Meetings" };

type Asked = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function MeetingsPage({ searchParams }: Asked) {
  const asker = await signedIn();
  const { board: askedBoard, year } = await searchParams;
  const named = BoardId.safeParse(askedBoard).data;
  const board = named !== undefined && roleOnBoard(asker, named) ? named : null;
  const house = runtime();
  const list = await listMeetings(house, asker, { board, year: Number(year) || null });
  const now = house.clock.now();
  const isClerk = asker.boards.some(({ role }) => role === "clerk");
  const isQuiet = list.underWay.length === 0 && list.today.length === 0;

  return (
    <main id="main" className="page">
      <div className="row title">
        <div className="w heading">
          <h1>Meetings</h1>
          {isClerk && (
            <LinkButton href="/meetings/new" {...(isQuiet && { look: "filled" as const })}>
              New meeting
            </LinkButton>
          )}
        </div>
        {asker.boards.length > 1 && <BoardPicks boards={asker.boards} board={board} />}
        {asker.boards.length > 0 && (
          <p className="w meta">
            <Link href={mattersAddress({ board })}>Actions and decisions of all of them</Link>
          </p>
        )}
      </div>
      <OnNow underWay={list.underWay} today={list.today} />
      {asker.boards.length === 0 && <NoBoards />}
      {list.waiting.length > 0 && (
        <StillOpen waiting={list.waiting} now={now} manyBoards={board === null && asker.boards.length > 1} />
      )}
      {asker.boards.length > 0 && <Coming coming={list.coming} now={now} isClerk={isClerk} />}
      {asker.boards.length > 0 && <Held held={list.held} years={list.years} board={board} />}
      {list.others.length > 0 && <Elsewhere boards={list.others} />}
    </main>
  );
}

function BoardPicks({ boards, board }: { boards: Asker["boards"]; board: BoardId | null }) {
  return (
    <nav className="w picks" aria-label="Of which board">
      <Link href={listAddress({})} aria-current={board === null ? "true" : undefined}>
        All my boards
      </Link>
      {boards.map(({ boardId, name }) => (
        <Link
          key={boardId}
          href={listAddress({ board: boardId })}
          aria-current={board === boardId ? "true" : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

function NoBoards() {
  return (
    <div className="row sect">
      <div className="w">
        <p className="nothing">
          <b>You are on no board yet.</b> Its clerk can give you a role; then its meetings stand here.
        </p>
      </div>
    </div>
  );
}
