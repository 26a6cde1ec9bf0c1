import type { Metadata } from "next";
import Link from "next/link";
import { longDate, time } from "#app/_text/dates.ts";
import { layerWord, roleWord } from "#app/_text/words.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { signedIn } from "#server/auth/identify.ts";
import { boardsView, type ListedBoard } from "#server/registers/boards-view.ts";
import { runtime } from "#server/runtime.ts";

export const metadata: Metadata = { title: "Boards" };

export default async function BoardsPage() {
  const asker = await signedIn();
  const { database, clock } = runtime();
  const boards = await boardsView(database.db, asker, clock.now());
  const own = boards.filter(({ role }) => role !== null);
  const others = boards.filter(({ role }) => role === null);
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>Boards</h1>
          <p className="lede">
            Of your own boards you see everything that is open. Of the others: that they exist, when they next
            meet, and their agreed minutes.
          </p>
          {asker.siteAdmin && (
            <div className="actions">
              <LinkButton href="/boards/new" look="filled">
                Make a board
              </LinkButton>
              <LinkButton href="/keys">Keys for analysts</LinkButton>
            </div>
          )}
        </div>
      </div>
      <Boards
        title="Your boards"
        boards={own}
        none="You have no role on a board yet. A board’s clerk can give you one."
      />
      {others.length > 0 && <Boards title="Other boards" boards={others} none="" />}
    </main>
  );
}

function Boards({ title, boards, none }: { title: string; boards: readonly ListedBoard[]; none: string }) {
  return (
    <section className="row sect">
      <div className="w">
        <h2>{title}</h2>
        {boards.length === 0 && <p className="nothing">{none}</p>}
        <ul className="folk">
          {boards.map(({ id, name, layer, role, next }) => (
            <li key={id}>
              <Link href={`/boards/${id}`}>{name}</Link>
              <span>
                {next ? `Next: ${longDate(next.startsAt)}, ${time(next.startsAt)}` : "No meeting published"}
              </span>
              <span className="muted">
                {[layerWord[layer], role && roleWord[role]].filter(Boolean).join(", ")}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
