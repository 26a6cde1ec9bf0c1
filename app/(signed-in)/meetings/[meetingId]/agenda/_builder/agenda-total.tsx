"use client";

import { minutes } from "#app/_text/dates.ts";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import { useAgenda } from "./agenda-context.tsx";

const MINUTE = 60_000;

/** The plan against the time there is, in words. */
export function AgendaTotal() {
  const { meeting } = useRoom();
  const { timing } = useAgenda();
  const { planned, left, withoutMinutes } = timing;
  if (meeting.items.length === 0) return null;
  const untimed =
    withoutMinutes === 1 ? "1 item has no time yet." : `${withoutMinutes} items have no time yet.`;

  return (
    <section className="row atotal" aria-label="Time planned">
      <div className="g">
        <span className="gno">{planned}</span>
      </div>
      <div className="w">
        <p>
          <b>
            {minutes(planned * MINUTE)} planned of {meeting.lengthMinutes}.
          </b>{" "}
          {left > 0 && `${minutes(left * MINUTE)} are free.`}
          {left === 0 && "The meeting is full."} {withoutMinutes > 0 && untimed}
        </p>
        {left < 0 && (
          <p className="problem">
            The agenda is {minutes(-left * MINUTE)} longer than the meeting. Shorten items, defer some, or
            give the meeting more time.
          </p>
        )}
      </div>
    </section>
  );
}
