"use client";

import { longDate, time } from "#app/_text/dates.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { ItemId } from "#domain/ids.ts";
import type { Phase } from "#domain/meeting/state.ts";
import { Afterwards } from "../ending/afterwards.tsx";
import { AttendanceList } from "../floor/attendance.tsx";
import { useRoom } from "../room-context.ts";

/** The meeting itself, while no item of it is being read: what it is, when and where, what it waits for. */
export function Overview() {
  const { meeting, meetingId, may } = useRoom();
  const { phase, startsAt, lengthMinutes, place, title, registers } = meeting;
  const mayPrepare = may({
    type: "moveItem",
    itemId: meeting.items[0]?.id ?? noItem,
    parent: null,
    after: null,
    reason: "",
  });
  const isOver = phase === "closed" || phase === "minutesDrafted" || phase === "minutesApproved";
  return (
    <div className="ihead overview">
      <div className="no" aria-hidden="true" />
      <div className="body">
        <h1>{title}</h1>
        <p className="meta">
          {registers.board.name}. {longDate(startsAt)}, {time(startsAt)} to{" "}
          {time(startsAt + lengthMinutes * 60_000)}
          {place !== "" && `, ${place}`}.
        </p>
        <p className="ask">{sentence[phase]}</p>
        <div className="actions">
          {!isOver && mayPrepare && (
            <LinkButton href={`/meetings/${meetingId}/agenda`}>Prepare the agenda</LinkButton>
          )}
          {isOver && (
            <>
              <LinkButton href={`/meetings/${meetingId}/record`}>The record</LinkButton>
              <LinkButton href={`/meetings/${meetingId}/minutes`}>The minutes</LinkButton>
            </>
          )}
        </div>
        {isOver && <Afterwards />}
        {(phase === "published" || phase === "draft") && (
          <section className="expected" aria-labelledby="expected">
            <h2 id="expected">Who is expected</h2>
            <AttendanceList />
          </section>
        )}
      </div>
    </div>
  );
}

const noItem = ItemId.parse("00000000-0000-0000-0000-000000000000");

const sentence: Readonly<Record<Phase, string>> = {
  none: "The record is being read.",
  draft: "The agenda is in draft. Only those who prepare it see it until it is published.",
  published: "The agenda is published. The meeting starts when whoever presides starts it.",
  inSession: "No item is open.",
  adjourned: "The meeting is adjourned. Clocks stand still until it is resumed.",
  closed: "The meeting is over. What was promised in it can still be answered and carried on here.",
  minutesDrafted: "The meeting is over, and its minutes are in draft.",
  minutesApproved: "The meeting is over, and its minutes are agreed.",
};
