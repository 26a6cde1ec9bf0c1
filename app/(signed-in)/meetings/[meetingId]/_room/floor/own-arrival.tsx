"use client";

import { seatName } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import type { MarkAttendance } from "#domain/meeting/attendance.ts";
import { sittingIn } from "#domain/meeting/look-up.ts";
import type { Mode } from "#domain/meeting/presence.ts";
import type { Seat } from "#domain/meeting/registers.ts";
import { useRoom } from "../room-context.ts";

/** One's own arrival and departure, for the seat one is named for. */
export function OwnArrival() {
  const { meeting, you, act, may, whyNot } = useRoom();
  const { phase } = meeting;
  if (phase !== "published" && phase !== "inSession" && phase !== "adjourned") return null;
  const mine = meeting.registers.seats.filter(
    ({ principal, substitutes }) => principal === you || substitutes.includes(you),
  );
  const taken = meeting.registers.seats.find(({ id }) => sittingIn(meeting, id)?.person === you);
  if (taken) {
    const leaving = { type: "markDeparture", seat: taken.id, from: null } as const;
    return (
      <p className="own">
        You sit for {seatName(meeting, taken.id)}.{" "}
        {may(leaving) && (
          <Button look="plain" whyNot={whyNot(leaving)} onClick={() => void act(leaving)}>
            I am leaving
          </Button>
        )}
      </p>
    );
  }
  return mine.map((seat) => <OwnSeat key={seat.id} seat={seat} />);
}

function OwnSeat({ seat }: { seat: Seat }) {
  const { meeting, you, people, may } = useRoom();
  const sitting = sittingIn(meeting, seat.id);
  const here = arrival(seat, you, "inPerson");
  if (!may(here)) return null;
  if (sitting) {
    return (
      <p className="own">
        {people[sitting.person]?.name ?? "Somebody"} sits for {seatName(meeting, seat.id)}.{" "}
        <Arrive as={here} plain>
          I take the seat
        </Arrive>
      </p>
    );
  }
  return (
    <div className="own">
      <p>
        Are you here for <strong>{seatName(meeting, seat.id)}</strong>?
      </p>
      <div className="actions">
        <Arrive as={here}>I am here</Arrive>
        <Arrive as={arrival(seat, you, "remote")}>I join remotely</Arrive>
        <Arrive as={{ type: "markAttendance", seat: seat.id, outcome: "apologies", reason: "" }} plain>
          Send apologies
        </Arrive>
      </div>
    </div>
  );
}

function Arrive({ as, plain, children }: { as: MarkAttendance; plain?: boolean; children: string }) {
  const { act, whyNot } = useRoom();
  return (
    <Button
      short={!plain}
      look={plain ? "plain" : "outline"}
      whyNot={whyNot(as)}
      onClick={() => void act(as)}
    >
      {children}
    </Button>
  );
}

function arrival(seat: Seat, person: Seat["substitutes"][number], mode: Mode): MarkAttendance {
  const marked = { type: "markAttendance", seat: seat.id, mode, from: null } as const;
  return seat.principal === person
    ? { ...marked, outcome: "principal" }
    : { ...marked, outcome: "substitute", person };
}
