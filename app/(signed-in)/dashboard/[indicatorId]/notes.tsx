import Link from "next/link";
import { plainDate, shortDate } from "#app/_text/dates.ts";
import { indicatorWords } from "#app/_text/indicator-text.ts";
import { sideWord } from "#app/_text/line-text.ts";
import { signalText } from "#app/_text/reading-text.ts";
import type { NotedSignal } from "#domain/indicators/notes.ts";
import type { IndicatorView, Recalculated } from "#server/dashboard/load-indicator.ts";
import { FoldedHistory } from "../../boards/[boardId]/line-history.tsx";
import { indicatorAt } from "../_figures/addresses.ts";
import { FindingButton, type MeetingChoice, PartitionButton } from "../_notes/note-forms.tsx";
import { OutsideKey } from "../_notes/outside-key.tsx";
import { SignalStanding } from "../_notes/signal-standing.tsx";
import { Signed } from "../_notes/signed.tsx";

/** Under the chart: what its signals mean, where it starts afresh and why, what happened outside. */
export function NotesOnTheChart({ view }: { view: IndicatorView }) {
  const { signals, unmarked, recalculations, history, writesNotes, period, board, indicator } = view;
  // a note is weighed against the chart of all meetings, so it is written there
  const isWhole = period.of === "all";
  return (
    <section className="row sect" id="notes" aria-labelledby="notes-head">
      <div className="w">
        <h2 id="notes-head">Notes on this chart</h2>
        {signals.length === 0 && <p className="nothing">The rules mark nothing here.</p>}
        <ul className="kept-list">
          {signals.toReversed().map((signal) => (
            <Signal
              key={`${signal.from} ${signal.side ?? ""}`}
              signal={signal}
              view={view}
              mayWrite={writesNotes && isWhole}
            />
          ))}
          {unmarked.map((note) => (
            <li key={note.id}>
              <p className="tx">{note.holds.words}</p>
              <p className="by">
                <b>Not marked any more.</b> Written of a signal {sideWord[note.holds.side ?? "run"]}, which
                the chart as it is now does not show. <Signed note={note} />
              </p>
              {writesNotes && isWhole && (
                <FindingButton
                  boardId={board.id}
                  indicator={indicator.id}
                  at={{ meetingId: note.holds.meetingId, side: note.holds.side }}
                  of="What the chart does not mark any more."
                  note={note}
                />
              )}
            </li>
          ))}
        </ul>
        {recalculations.length > 0 && <Recalculations view={view} mayWrite={writesNotes && isWhole} />}
        {writesNotes && (
          <div className="actions after no-print">
            {isWhole ? (
              <PartitionButton
                boardId={board.id}
                indicator={indicator.id}
                of={indicatorWords[indicator.id].name}
                meetings={choicesOf(view)}
              />
            ) : (
              <Link href={`${indicatorAt(indicator.id, { board: board.id, period: "all" })}#notes`}>
                Notes are written on the chart of all meetings
              </Link>
            )}
          </div>
        )}
        <OutsideKey looked={view} />
        {history && <FoldedHistory {...history} mayUndo={() => writesNotes} />}
      </div>
    </section>
  );
}

function Signal(props: { signal: NotedSignal; view: IndicatorView; mayWrite: boolean }) {
  const { signal, view, mayWrite } = props;
  const { board, indicator } = view;
  const of = signalText(signal);
  const writing = { boardId: board.id, indicator: indicator.id, of };
  return (
    <li>
      <p className="tx">{of}</p>
      <SignalStanding notes={signal.notes} />
      {mayWrite && signal.notes.length === 0 && <FindingButton {...writing} at={signal.at} />}
      {mayWrite &&
        signal.notes.map((note) => {
          const { meetingId, side } = note.holds;
          return <FindingButton key={note.id} {...writing} at={{ meetingId, side }} note={note} />;
        })}
    </li>
  );
}

function Recalculations({ view, mayWrite }: { view: IndicatorView; mayWrite: boolean }) {
  const { recalculations, board, indicator } = view;
  return (
    <>
      <h3>Where its lines start afresh</h3>
      <ul className="kept-list numbered">
        {recalculations.map((note) => (
          <li key={note.id}>
            <p className="tx">{note.holds.reason}</p>
            <p className="by">
              <b>
                {note.number === null ? "Not on this chart" : `Note ${note.number}`}: recalculated from{" "}
                {plainDate(note.from)}
                {note.holds.trial && ", begun as a trial"}.
              </b>{" "}
              <Signed note={note} />
            </p>
            {mayWrite && (
              <PartitionButton
                boardId={board.id}
                indicator={indicator.id}
                of={ofRecalculation(note)}
                meetings={[]}
                note={note}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function ofRecalculation({ from }: Recalculated): string {
  return `recalculated from ${plainDate(from)}`;
}

/** The latest first, each with what would stand on either side of it within its own stretch. */
function choicesOf({ trend: { points, reading } }: IndicatorView): readonly MeetingChoice[] {
  const values = (from: number, to: number) =>
    reading.points.slice(from - 1, to).filter(({ value }) => value !== null).length;
  return points
    .map(({ meetingId, at }, index) => {
      const position = index + 1;
      const part = reading.parts.find(({ from, to }) => position >= from && position <= to);
      const [before, after] = part ? [values(part.from, index), values(position, part.to)] : [0, 0];
      return { value: meetingId, label: `${shortDate(at)}: ${before} before, ${after} from it on` };
    })
    .slice(1)
    .toReversed();
}
