"use client";

import Link from "next/link";
import { dayMonth, noonOf } from "#app/_text/dates.ts";
import { capital, counted } from "#app/_text/numbers.ts";
import { dayOf, workingDaysAfter } from "#domain/calendar.ts";
import { seatsFor } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { LateAnswer } from "../pulse/pulse-panel.tsx";
import { PulseResults } from "../pulse/pulse-results.tsx";
import { useWholeRoom } from "../room-context.ts";

/** The days within which an entry may be disputed, and by which scrutiny can pick a decision up (`indicators.md` §6, 28). */
const DISPUTE_DAYS = 5;
const SCRUTINY_DAYS = 10;

/** After the close: what happens next, what of it is one's own, and what the pulse came to. */
export function Afterwards() {
  const { meeting, meetingId, you, role } = useWholeRoom();
  const { closedAt, phase, pulse } = meeting;
  if (closedAt === null) return null;
  const by = (days: number) => dayMonth(noonOf(workingDaysAfter(dayOf(closedAt), days)));
  const own = ownMatters(meeting, you);
  return (
    <>
      <section className="next" aria-labelledby="next">
        <h2 id="next">What happens next</h2>
        <ul>
          {phase === "closed" && (
            <li>
              {role === "clerk" ? (
                <>
                  You draft the <Link href={`/meetings/${meetingId}/minutes`}>minutes</Link> from the record.
                </>
              ) : (
                "The clerk drafts the minutes from the record."
              )}{" "}
              Reasons, options and owners can be added to decisions; by {by(SCRUTINY_DAYS)} scrutiny should be
              able to pick them up.
            </li>
          )}
          {phase === "minutesDrafted" && (
            <li>The minutes are in draft, and wait to be agreed by the board.</li>
          )}
          {phase !== "minutesApproved" && (
            <li>
              Challenges and money points can be disputed until {by(DISPUTE_DAYS)}, by the partner they name,
              by whoever recorded them, by the chair and the clerk. After that they count as they stand.
            </li>
          )}
          <li>
            {own.length === 0 ? (
              "Nothing of this meeting waits for you."
            ) : (
              <>
                {capital(own.join(" and "))} of this meeting{" "}
                {own.length === 1 && own[0]?.startsWith("1 ") ? "waits" : "wait"} for you:{" "}
                <Link href="/meetings">still open</Link> lists them, with those of other meetings.
              </>
            )}
          </li>
        </ul>
      </section>
      {pulse && (
        <section className="next" aria-labelledby="pulse-after">
          <LateAnswer pulse={pulse} />
          <PulseResults pulse={pulse} id="pulse-after" />
        </section>
      )}
    </>
  );
}

/** What waits for the partners one may speak for: actions that are theirs, challenges that were put to them. */
function ownMatters(meeting: Meeting, you: Parameters<typeof seatsFor>[1]): readonly string[] {
  const seats = seatsFor(meeting, you);
  const entries = meeting.items
    .flatMap((item) => item.entries)
    .filter(({ standing }) => standing === "stands");
  const actions = entries.filter(
    (entry) =>
      entry.kind === "action" &&
      entry.status !== "done" &&
      entry.status !== "dropped" &&
      seats.some(({ id }) => id === entry.owner),
  ).length;
  const challenges = entries.filter((entry) => {
    if (entry.kind !== "challenge" || !seats.some(({ partnerId }) => partnerId === entry.target))
      return false;
    const last = entry.responses.at(-1)?.kind;
    return last === undefined || last === "deferred" || last === "notAnswered";
  }).length;
  return [
    ...(actions > 0 ? [counted(actions, "action")] : []),
    ...(challenges > 0 ? [counted(challenges, "challenge")] : []),
  ];
}
