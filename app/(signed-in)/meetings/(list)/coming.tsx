import Link from "next/link";
import { dayMonth, time } from "#app/_text/dates.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { preparesMeetings } from "#domain/meeting/visibility.ts";
import type { ListedMeeting } from "#server/meetings/list-meetings.ts";
import { DayInMargin } from "./day-in-margin.tsx";

type Props = { readonly coming: readonly ListedMeeting[]; readonly now: number; readonly isClerk: boolean };

export function Coming({ coming, now, isClerk }: Props) {
  return (
    <section aria-labelledby="coming">
      <div className="row yr">
        <div className="w">
          <h2 id="coming">Coming</h2>
        </div>
      </div>
      {coming.map((meeting) => (
        <ComingRow key={meeting.id} meeting={meeting} now={now} />
      ))}
      {coming.length === 0 && (
        <div className="row">
          <div className="w">
            <p className="nothing">
              <b>No other meeting is planned.</b>{" "}
              {isClerk
                ? "Make one with New meeting."
                : "Its clerk makes the next one; it stands here once its agenda is published."}
            </p>
          </div>
        </div>
      )}
    </section>
  );
}

function ComingRow({ meeting, now }: { meeting: ListedMeeting; now: number }) {
  const { id, title, board, startsAt, place, phase, items, role } = meeting;
  const isDraft = phase === "draft";
  const count = items === 1 ? "1 item" : `${items} items`;
  return (
    <article className="row mt">
      <DayInMargin of={startsAt} />
      <div className="w">
        <div>
          <h3>
            <Link href={isDraft ? `/meetings/${id}/agenda` : `/meetings/${id}`}>{title}</Link>
          </h3>
          <p className="did">
            <span className="sr">{dayMonth(startsAt)}, </span>
            {[title === board ? "" : board, time(startsAt), place].filter(Boolean).join(", ")}
          </p>
        </div>
        <span>
          {isDraft ? "Agenda in draft" : "Agenda published"}, {count}
          {startsAt < now && !isDraft && ". Its time has come; nobody has opened it"}
        </span>
        <span>
          {preparesMeetings(role) ? (
            <LinkButton
              short
              href={`/meetings/${id}/agenda`}
              aria-label={`Prepare ${title}, ${dayMonth(startsAt)}`}
            >
              Prepare
            </LinkButton>
          ) : (
            <Link href={`/meetings/${id}/agenda`} aria-label={`Agenda of ${title}, ${dayMonth(startsAt)}`}>
              Agenda
            </Link>
          )}
        </span>
      </div>
    </article>
  );
}
