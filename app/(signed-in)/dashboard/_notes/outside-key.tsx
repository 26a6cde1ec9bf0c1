import Link from "next/link";
import { plainDate } from "#app/_text/dates.ts";
import { dayText, happenedWord } from "#app/_text/line-text.ts";
import type { BoardId } from "#domain/ids.ts";
import type { LetteredNote } from "#domain/indicators/notes.ts";
import { outsideAt } from "../_figures/addresses.ts";

type Looked = {
  readonly board: { readonly id: BoardId };
  readonly meetings: readonly { readonly openedAt: number }[];
  readonly notes: { readonly happenings: readonly LetteredNote[] };
  readonly writesNotes: boolean;
};

/** What the letters on the charts are; where there are none only whoever may add one is told of the place. */
export function OutsideKey({ looked }: { looked: Looked }) {
  const { board, notes, writesNotes, meetings } = looked;
  const { happenings } = notes;
  if (happenings.length === 0 && !writesNotes) return null;
  const first = meetings[0]?.openedAt;
  return (
    <div className="outside">
      {happenings.length > 0 && (
        <>
          <p className="cap">
            <b>What happened outside</b>, by its letter on the charts
            {first !== undefined && `, which begin on ${plainDate(first)}`}:
          </p>
          <HappeningList happenings={happenings} />
        </>
      )}
      <p className="no-print">
        <Link href={outsideAt(board.id)}>
          {happenings.length === 0
            ? "Note what happened outside the meetings"
            : writesNotes
              ? "Add to these or change them"
              : "Who noted these, and when"}
        </Link>
      </p>
    </div>
  );
}

function HappeningList({ happenings }: { happenings: readonly LetteredNote[] }) {
  return (
    <ul className="letters">
      {happenings.map(({ id, letter, holds }) => (
        <li key={id}>
          <Letter letter={letter} />
          <span>
            {happenedWord[holds.happened]}: <span className="rec">{holds.what}</span>, {dayText(holds.on)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** As it is drawn on the charts. */
export function Letter({ letter }: { letter: string }) {
  return (
    <b className="letter">
      <span className="sr">On the charts: </span>
      {letter}
    </b>
  );
}
