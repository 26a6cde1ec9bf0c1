import Link from "next/link";
import { Mark, type MarkState } from "#app/_marks/mark.tsx";
import { dayMonth } from "#app/_text/dates.ts";
import type { BoardId } from "#domain/ids.ts";
import type { EntryKind } from "#domain/meeting/entry.ts";
import type { Phase } from "#domain/meeting/state.ts";
import type { HeldMeeting, MeetingsList } from "#server/meetings/list-meetings.ts";
import { DayInMargin } from "./day-in-margin.tsx";
import { listAddress } from "./list-address.ts";

type Props = Pick<MeetingsList, "held" | "years"> & { readonly board: BoardId | null };

export function Held({ held, years, board }: Props) {
  const others = years.filter(({ year }) => year !== held?.year);
  return (
    <section aria-labelledby="held">
      <div className="row yr">
        <div className="w">
          <h2 id="held">{held ? `Held in ${held.year}` : "Held"}</h2>
        </div>
      </div>
      {held ? <HeldRows meetings={held.meetings} /> : <NothingHeld />}
      {others.length > 0 && (
        <nav className="row otheryears" aria-label="Other years">
          <ul className="w">
            {others.map(({ year, held: count }) => (
              <li key={year}>
                <Link href={`${listAddress({ board, year })}#held`}>{year}</Link> ({count})
              </li>
            ))}
          </ul>
        </nav>
      )}
    </section>
  );
}

function NothingHeld() {
  return (
    <div className="row">
      <div className="w">
        <p className="nothing">
          <b>No meeting has been held yet.</b> Once one is closed, what it decided and what it left open is
          counted here.
        </p>
      </div>
    </div>
  );
}

function HeldRows({ meetings }: { meetings: readonly HeldMeeting[] }) {
  return (
    <>
      <div className="row mt cnthead" aria-hidden="true">
        <div className="w small muted">
          <span />
          <div className="cnt small">
            <span>Decided</span>
            <span>Challenges answered, open</span>
            <span>Money with figure, without</span>
            <span>Actions done, open</span>
          </div>
          <span>Minutes</span>
        </div>
      </div>
      {meetings.map((meeting) => (
        <HeldRow key={meeting.id} meeting={meeting} />
      ))}
    </>
  );
}

function HeldRow({ meeting }: { meeting: HeldMeeting }) {
  const { id, title, board, startsAt, phase, counts, seats } = meeting;
  const filled = seats.all === 0 ? "" : `${seats.filled} of ${seats.all} seats filled`;
  return (
    <article className="row mt">
      <DayInMargin of={startsAt} />
      <div className="w">
        <div>
          <h3>
            <Link href={`/meetings/${id}/record`}>{title}</Link>
          </h3>
          <p className="did">
            <span className="sr">{dayMonth(startsAt)}, </span>
            {[title === board ? "" : board, filled].filter(Boolean).join(", ")}
          </p>
        </div>
        {counts ? <Counts counts={counts} /> : <span className="muted">Being counted</span>}
        <span>
          <MinutesState id={id} phase={phase} />
        </span>
      </div>
    </article>
  );
}

function Counts({ counts }: { counts: NonNullable<HeldMeeting["counts"]> }) {
  const { decided, challenges, money, actions } = counts;
  return (
    <ul className="cnt">
      <Count kind="decision" counted={[[decided, "full", "decided"]]} />
      <Count
        kind="challenge"
        counted={[
          [challenges.answered, "full", "challenges answered"],
          [challenges.open, "empty", "challenges open"],
        ]}
      />
      <Count
        kind="money"
        counted={[
          [money.withFigure, "full", "money points with a figure"],
          [money.without, "empty", "without a figure"],
        ]}
      />
      <Count
        kind="action"
        counted={[
          [actions.done, "full", "actions done"],
          [actions.open, "empty", "actions open"],
        ]}
      />
    </ul>
  );
}

type Counted = readonly [count: number, state: MarkState, words: string];

/** Marks with their counts; the words are for who does not see the marks or the heads of the columns. */
function Count({ kind, counted }: { kind: EntryKind; counted: readonly Counted[] }) {
  const some = counted.filter(([count]) => count > 0);
  if (some.length === 0)
    return (
      <li className="muted">
        none<span className="sr"> {counted[0]?.[2]}</span>
      </li>
    );
  return (
    <li>
      {some.map(([count, state, words]) => (
        <span key={state}>
          <Mark kind={kind} state={state} />
          {count}
          <span className="sr"> {words}</span>
        </span>
      ))}
    </li>
  );
}

function MinutesState({ id, phase }: { id: HeldMeeting["id"]; phase: Phase }) {
  if (phase === "closed") return "Minutes not drafted yet";
  return (
    <Link href={`/meetings/${id}/minutes`}>
      {phase === "minutesApproved" ? "Minutes agreed" : "Minutes in draft"}
    </Link>
  );
}
