import type { Metadata } from "next";
import Link from "next/link";
import { counted } from "#app/_text/numbers.ts";
import { Choices } from "#app/_ui/choices.tsx";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { dayOf } from "#domain/calendar.ts";
import { signedIn } from "#server/auth/identify.ts";
import {
  findMatters,
  type MattersAsked,
  RECORDS_READ,
  yearsToLookIn,
} from "#server/meetings/find-matters.ts";
import { runtime } from "#server/runtime.ts";
import { SearchForm } from "./_search/search-form.tsx";
import { mattersAddress, mattersAsked, type Query } from "./asked.ts";
import { MatterList } from "./matter-list.tsx";

export const metadata: Metadata = { title: "Actions and decisions" };

const AT_ONCE = 100;

const stateWords = {
  action: { open: "Open", overdue: "Overdue", soon: "Due within 14 days", settled: "Done or dropped" },
  decision: {
    open: "To be reported back",
    overdue: "Report overdue",
    soon: "Report due within 14 days",
    settled: "Nothing awaited",
  },
} as const;

export default async function ActionsAndDecisionsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const asker = await signedIn();
  const asked = mattersAsked(asker, await searchParams);
  const house = runtime();
  const [{ found, counts, unread, owners }, years] = await Promise.all([
    findMatters(house, asker, asked),
    yearsToLookIn(house, asker),
  ]);
  const today = dayOf(house.clock.now());
  const kind = asked.kind;
  const boards = asker.boards.filter(({ boardId }) => asked.board === null || boardId === asked.board);
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>Actions and decisions</h1>
          <p className="lede">
            What your boards have agreed and who owes what, across the records you may read.
          </p>
          <div className="looks no-print">
            <Choices
              label="Which of them"
              chosen={kind}
              choices={(["action", "decision"] as const).map((each) => ({
                key: each,
                words: each === "action" ? "Actions" : "Decisions",
                href: mattersAddress({ kind: each, board: asked.board }),
              }))}
            />
            {asker.boards.length > 1 && (
              <Choices
                label="Of which board"
                chosen={asked.board ?? "all"}
                choices={[
                  { key: "all", words: "All my boards", href: mattersAddress({ ...asked, board: null }) },
                  ...asker.boards.map(({ boardId, name }) => ({
                    key: boardId,
                    words: name,
                    href: mattersAddress({ ...asked, board: boardId }),
                  })),
                ]}
              />
            )}
          </div>
        </div>
      </div>
      <section className="row sect" aria-labelledby="look">
        <div className="w">
          <h2 id="look">Look for</h2>
          <SearchForm
            key={mattersAddress(asked)}
            kept={keptOf(asked)}
            words={asked.words}
            owner={asked.owner ?? ""}
            state={asked.standing ?? ""}
            year={asked.year ? String(asked.year) : ""}
            owners={[
              ...owners.map(({ id, name }) => ({ value: id as string, label: name })),
              ...(kind === "action" ? [{ value: "officers", label: "The support team" }] : []),
            ]}
            states={(["open", "overdue", "soon", "settled"] as const).map((value) => ({
              value,
              label: stateWords[kind][value],
            }))}
            years={years.map((year) => ({ value: String(year), label: `In ${year}` }))}
            clear={mattersAddress({ kind, board: asked.board })}
          />
        </div>
      </section>
      <section className="row sect" aria-labelledby="found">
        <div className="w">
          <h2 id="found">
            {found.length === 0 ? "Nothing is found" : counted(found.length, kind)}
            {counts.overdue > 0 && `, ${counts.overdue} overdue`}
            {counts.soon > 0 && `, ${counts.soon} due soon`}
          </h2>
          {found.length === 0 && (
            <p className="nothing">
              {asker.boards.length === 0
                ? "You have no role on a board yet, so there is no record to look through."
                : "Ask for less, or for another year: what is closed to you is not looked through."}
            </p>
          )}
          <MatterList
            matters={found.slice(0, AT_ONCE)}
            today={today}
            manyBoards={asked.board === null && asker.boards.length > 1}
          />
          {found.length > AT_ONCE && (
            <p className="cap">And {found.length - AT_ONCE} more: ask for a year, an owner or some words.</p>
          )}
          {boards.length > 0 && (
            <p className="taken">
              {boards.map(({ boardId, name }) => (
                <DownloadLink
                  key={boardId}
                  href={`/api/boards/${boardId}/tables/${kind}s`}
                  of={`all of ${name}, in their public form`}
                >
                  {boards.length === 1 ? "Download as CSV" : `${name} as CSV`}
                </DownloadLink>
              ))}
            </p>
          )}
          {unread > 0 && (
            <p className="cap">
              {RECORDS_READ} records were looked through, and {unread} older ones were not: choose a board or
              a year.{" "}
              <Link href={mattersAddress({ ...asked, year: years.at(-1) ?? null })}>To the oldest</Link>
            </p>
          )}
        </div>
      </section>
    </main>
  );
}

function keptOf({ kind, board }: MattersAsked): Readonly<Record<string, string>> {
  return { ...(kind === "decision" && { what: "decisions" }), ...(board && { board }) };
}
