"use client";

import { useState } from "react";
import { seatName } from "#app/_text/speaker-text.ts";
import { commitmentWord } from "#app/_text/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import type { MarkAttendance } from "#domain/meeting/attendance.ts";
import { attendanceOf, sittingIn } from "#domain/meeting/look-up.ts";
import { Commitment, type Mode } from "#domain/meeting/presence.ts";
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
      <>
        <p className="own">
          You sit for {seatName(meeting, taken.id)}.{" "}
          {may(leaving) && (
            <Button look="plain" whyNot={whyNot(leaving)} onClick={() => void act(leaving)}>
              I am leaving
            </Button>
          )}
        </p>
        <SeatCommitment seat={taken} label="Can you commit your organisation today?" />
      </>
    );
  }
  return mine.map((seat) => <OwnSeat key={seat.id} seat={seat} />);
}

/** Asked of everybody who joins; who runs the meeting is told, and it can be changed while the board sits. */
export function SeatCommitment({ seat, label }: { seat: Seat; label: string }) {
  const { meeting, isCut, may, act } = useRoom();
  const sitting = sittingIn(meeting, seat.id);
  const say = (commitment: Commitment) => ({ type: "sayCommitment", seat: seat.id, commitment }) as const;
  if (!sitting || !Commitment.options.some((option) => may(say(option)))) return null;
  return (
    <RadioGroup
      label={label}
      {...(isCut && { hint: "needs a connection" })}
      inRow
      isDisabled={isCut}
      choices={Commitment.options.map((value) => ({ value, label: commitmentWord[value] }))}
      value={sitting.commitment}
      onChange={(commitment) => void act(say(commitment))}
    />
  );
}

function OwnSeat({ seat }: { seat: Seat }) {
  const { meeting, you, people, may } = useRoom();
  const sitting = sittingIn(meeting, seat.id);
  const here = arrival(seat, you, "inPerson");
  const [isAway, setIsAway] = useState(false);
  const isSorry = attendanceOf(meeting, seat.id)?.outcome === "apologies";
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
        {isSorry && " Your apologies are on the record."}
      </p>
      <div className="actions">
        <Arrive as={here}>I am here</Arrive>
        <Arrive as={arrival(seat, you, "remote")}>I join remotely</Arrive>
        <Button look="plain" aria-expanded={isAway} onClick={() => setIsAway(!isAway)}>
          I cannot come
        </Button>
      </div>
      {isAway && <Apologies seat={seat} />}
    </div>
  );
}

function Apologies({ seat }: { seat: Seat }) {
  const { act, whyNot } = useRoom();
  const [reason, setReason] = useState("");
  const away = { type: "markAttendance", seat: seat.id, outcome: "apologies", reason } as const;
  return (
    <>
      <TextField
        label="Reason, if you wish to give one"
        maxLength={200}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="actions">
        <Button short whyNot={whyNot(away)} onClick={() => void act(away)}>
          Send apologies
        </Button>
      </div>
    </>
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
