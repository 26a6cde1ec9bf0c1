import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { plainDate } from "#app/_text/dates.ts";
import { dayWords } from "#domain/paper/wording.ts";
import { monthsToWrite, papersFor, readsPapers } from "#server/paper/load-paper.ts";
import { runtime } from "#server/runtime.ts";
import { NewPaperForm } from "../../_paper/new-paper-form.tsx";
import { boardAskedFor } from "../board-asked.ts";

export const metadata: Metadata = { title: "The yearly paper" };

type Props = { readonly params: Promise<{ boardId: string }> };

/** For the board's clerk and chair; for all others it is as if there were no such page. */
export default async function PapersPage({ params }: Props) {
  const { asker, allowed } = await boardAskedFor(params);
  if (!readsPapers(allowed)) notFound();
  const { database } = runtime();
  const [papers, months] = await Promise.all([
    papersFor(database.db, allowed),
    monthsToWrite(database, allowed),
  ]);
  const name = asker.boards.find((board) => board.boardId === allowed.boardId)?.name ?? "";
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>{name}: the yearly paper</h1>
          <p className="lede">
            How is the partnership performing? Twelve months of records, set beside the findings of 2009: one
            press writes the paper, and the clerk’s words go over it.
          </p>
          <p className="meta">
            {allowed.role === "clerk" ? "You write it as the board’s clerk." : "The clerk writes it."} Clerk
            and chair read it. <Link href={`/dashboard?board=${allowed.boardId}`}>To the figures</Link>
          </p>
        </div>
      </div>
      {allowed.role === "clerk" && (
        <section className="row sect" aria-labelledby="write">
          <div className="w">
            <h2 id="write">Write a paper</h2>
            {months.length > 0 ? (
              <NewPaperForm boardId={allowed.boardId} months={months} />
            ) : (
              <p className="nothing">
                No meeting of this board has closed yet. There is nothing to write from.
              </p>
            )}
          </div>
        </section>
      )}
      <section className="row sect" aria-labelledby="written">
        <div className="w">
          <h2 id="written">Written so far</h2>
          {papers.length === 0 ? (
            <p className="nothing">None yet. Each year’s paper will stand here.</p>
          ) : (
            <ul className="paperlist">
              {papers.map(({ id, fromDay, toDay, madeAt }) => (
                <li key={id}>
                  <Link href={`/boards/${allowed.boardId}/papers/${id}`}>
                    {dayWords(fromDay)} to {dayWords(toDay)}
                  </Link>
                  <span className="muted">begun on {plainDate(madeAt)}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </section>
    </main>
  );
}
