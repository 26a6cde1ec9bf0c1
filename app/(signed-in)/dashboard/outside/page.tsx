import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { dayText, happenedWord } from "#app/_text/line-text.ts";
import { allowedBoard } from "#server/auth/access.ts";
import { signedIn } from "#server/auth/identify.ts";
import { boardAsked } from "#server/dashboard/board-asked.ts";
import { loadOutside } from "#server/dashboard/load-outside.ts";
import { runtime } from "#server/runtime.ts";
import { FoldedHistory } from "../../boards/[boardId]/line-history.tsx";
import { dashboardAt } from "../_figures/addresses.ts";
import { HappeningButton } from "../_notes/note-forms.tsx";
import { Letter } from "../_notes/outside-key.tsx";
import { Signed } from "../_notes/signed.tsx";

export const metadata: Metadata = { title: "What happened outside" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OutsidePage({ searchParams }: Props) {
  const { board } = await searchParams;
  const asker = await signedIn();
  const { database, clock } = runtime();
  const boardId = boardAsked(asker, board);
  const allowed = boardId && (await allowedBoard(database.db, asker, boardId));
  const view = allowed && (await loadOutside(database.db, allowed, clock.now()));
  if (!view) notFound();
  const { name, happenings, writesNotes, today, changes, names } = view;
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>What happened outside</h1>
          <p className="lede">
            A new chair, a new format, an election: each stands on every chart of {name} under its letter, so
            that whoever reads a figure knows what else changed. It explains nothing by itself.
          </p>
          <p className="meta">
            <Link href={dashboardAt({ board: view.boardId, period: "all" })}>The figures of {name}</Link>
          </p>
        </div>
      </div>
      <section className="row sect" aria-labelledby="noted">
        <div className="w">
          <h2 id="noted">On the charts</h2>
          {happenings.length === 0 && <p className="nothing">Nothing has been noted yet.</p>}
          <ul className="kept-list lettered">
            {happenings.map((note) => (
              <li key={note.id}>
                <Letter letter={note.letter} />
                <div>
                  <p className="tx">{note.holds.what}</p>
                  <p className="by">
                    <b>
                      {happenedWord[note.holds.happened]}, {dayText(note.holds.on)}.
                    </b>{" "}
                    <Signed note={note} />
                  </p>
                  {writesNotes && <HappeningButton boardId={view.boardId} note={note} today={today} />}
                </div>
              </li>
            ))}
          </ul>
          {writesNotes && (
            <div className="actions after">
              <HappeningButton boardId={view.boardId} today={today} />
            </div>
          )}
        </div>
      </section>
      <section className="row sect" aria-labelledby="changed">
        <div className="w">
          <h2 id="changed">What has been changed</h2>
          <FoldedHistory changes={changes} names={names} mayUndo={() => writesNotes} />
        </div>
      </section>
    </main>
  );
}
