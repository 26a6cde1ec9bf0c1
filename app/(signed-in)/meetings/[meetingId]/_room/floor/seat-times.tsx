"use client";

import { useState } from "react";
import { atTime, time } from "#app/_text/dates.ts";
import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { attendanceOf } from "#domain/meeting/look-up.ts";
import type { Sitting } from "#domain/meeting/presence.ts";
import type { Seat } from "#domain/meeting/registers.ts";
import { useRoom } from "../room-context.ts";
import { earlierText, nameOf, sittingText } from "./attendance-words.ts";

/** From when to when the seat was filled, as the record has it; put right with a reason, and what it said before. */
export function SeatTimes({ seat }: { seat: Seat }) {
  const { meeting, people, may } = useRoom();
  const [correcting, setCorrecting] = useState<number | null>(null);
  const marked = attendanceOf(meeting, seat.id);
  if (!marked || (marked.sittings.length === 0 && marked.history.length === 0)) return null;
  return (
    <section className="times" aria-labelledby={`times ${seat.id}`}>
      <h3 id={`times ${seat.id}`}>On the record</h3>
      <ul>
        {marked.sittings.map((sitting) => (
          <li key={sitting.seq}>
            {sittingText(sitting, seat, people)}{" "}
            {correcting !== sitting.seq && may(correction(seat, sitting, sitting)) && (
              <Button look="plain" onClick={() => setCorrecting(sitting.seq)}>
                Put the times right
              </Button>
            )}
            {correcting === sitting.seq && (
              <TimesForm seat={seat} sitting={sitting} onClose={() => setCorrecting(null)} />
            )}
          </li>
        ))}
        {marked.history.toReversed().map((earlier) => (
          <li key={earlier.seq} className="muted">
            Until {time(earlier.at)}, when {nameOf(earlier.by, people)} put it right
            {earlier.why !== "" && ` (${earlier.why})`}: {earlierText(earlier, seat, people)}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Times = Pick<Sitting, "from" | "to">;

function correction(seat: Seat, { seq }: Sitting, { from, to }: Times, reason = "asked") {
  return { type: "correctSitting", seat: seat.id, sitting: seq, from, to, reason } as const;
}

function TimesForm({ seat, sitting, onClose }: { seat: Seat; sitting: Sitting; onClose: () => void }) {
  const { now, act } = useRoom();
  const [came, setCame] = useState(time(sitting.from));
  const [left, setLeft] = useState(sitting.to === null ? "" : time(sitting.to));
  const [reason, setReason] = useState("");
  const [isAsked, setIsAsked] = useState(false);

  function submit() {
    const times = changed(sitting, { came, left }, now());
    if (times.from === null || reason.trim() === "") return setIsAsked(true);
    void act(correction(seat, sitting, { from: times.from, to: times.to }, reason.trim()));
    return onClose();
  }
  return (
    <form
      className="inline"
      aria-label="Put the times right"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField type="time" label="Came" value={came} onChange={({ target }) => setCame(target.value)} />
      <TextField
        type="time"
        label="Left"
        hint="Empty for somebody who is still here."
        value={left}
        onChange={({ target }) => setLeft(target.value)}
      />
      <TextField
        label="Why"
        maxLength={200}
        value={reason}
        problem={isAsked && reason.trim() === "" ? "A reason goes on the record with it." : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="actions">
        <button type="submit">Record the times</button>
        <Button look="plain" onClick={onClose}>
          Leave as it is
        </Button>
      </div>
    </form>
  );
}

/** A time that was not touched stays to the second; a departure newly told lies near to now. */
function changed(
  { from, to }: Times,
  { came, left }: { readonly came: string; readonly left: string },
  now: number,
): { readonly from: number | null; readonly to: number | null } {
  return {
    from: came === time(from) ? from : atTime(from, came),
    to: to !== null && left === time(to) ? to : left === "" ? null : atTime(to ?? now, left),
  };
}
