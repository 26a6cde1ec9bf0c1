"use client";

import type { ReactNode } from "react";
import { longDate, minutes, time } from "#app/_text/dates.ts";
import { counted } from "#app/_text/numbers.ts";
import { seatName } from "#app/_text/speaker-text.ts";
import { phaseWord } from "#app/_text/words.ts";
import type { PersonId } from "#domain/ids.ts";
import { rulesOf } from "#domain/meeting/board-rules.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { useRoom } from "../../_room/room-context.ts";

/** When and where, who presided and who recorded, and how many seats were filled. */
export function RecordHead({ children }: { children: ReactNode }) {
  const { meeting, people } = useRoom();
  const { board } = heldWith(meeting);
  const name = (person: PersonId) => people[person]?.name ?? "somebody who has left";
  const isClerk = (person: PersonId) =>
    heldWith(meeting).roles.some(({ personId, role }) => personId === person && role === "clerk");
  const adjourned = meeting.adjournments.reduce((sum, { from, to }) => sum + (to ?? from) - from, 0);
  return (
    <>
      <div className="row title">
        <div className="w">
          <h1>{meeting.title}</h1>
          <p className="lede">
            {board.name}, {longDate(meeting.startsAt)}
            {meeting.place !== "" && `, ${meeting.place}`}. {phaseWord[meeting.phase]}.
          </p>
          <div className="actions no-print">{children}</div>
        </div>
      </div>
      <div className="row sect">
        <div className="w">
          <h2>The meeting</h2>
          <dl className="facts">
            <Fact word="Held">
              {meeting.openedAt !== null && time(meeting.openedAt)}
              {meeting.closedAt === null ? ", not closed yet" : ` to ${time(meeting.closedAt)}`}
              {adjourned > 0 && `, adjourned for ${minutes(adjourned)}`}
            </Fact>
            <Fact word="In the chair">
              {meeting.presiding.map(({ person, seat, from }, index) => (
                <span key={from}>
                  {index > 0 && `; from ${time(from)} `}
                  {name(person)}
                  {seat !== null && `, ${seatName(meeting, seat)}`}
                  {isClerk(person) && ", until a chair was named"}
                </span>
              ))}
            </Fact>
            <Fact word="Recorded by">
              {[...new Set(meeting.recording.map(({ person }) => name(person)))].join(", ")}
            </Fact>
            <Fact word="Quorum">
              {counted(rulesOf(meeting).quorum, "seat")}; {counted(filled(meeting), "full seat")} filled at
              some time
            </Fact>
          </dl>
        </div>
      </div>
    </>
  );
}

function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The registers as they stood when it was held. */
export function heldWith({ registers, registersHeld }: Meeting): Meeting["registers"] {
  return registersHeld ?? registers;
}

function filled(meeting: Meeting): number {
  const sat = new Set(
    meeting.attendance.filter(({ sittings }) => sittings.length > 0).map(({ seat }) => seat),
  );
  return heldWith(meeting).seats.filter(({ id, full }) => full && sat.has(id)).length;
}
