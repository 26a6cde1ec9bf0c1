"use client";

import { useState } from "react";
import { atTime } from "#app/_text/dates.ts";
import { seatName } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { Combobox } from "#app/_ui/combobox.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import type { PersonId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { sittingIn } from "#domain/meeting/look-up.ts";
import type { Mode } from "#domain/meeting/presence.ts";
import type { Seat } from "#domain/meeting/registers.ts";
import { useRoom } from "../room-context.ts";
import { nameOf } from "./attendance-words.ts";
import { SeatCommitment } from "./own-arrival.tsx";
import { SeatTimes } from "./seat-times.tsx";
import { WalkIn } from "./walk-in.tsx";

const modes = [
  { value: "inPerson", label: "In the room" },
  { value: "remote", label: "Remote" },
] as const;

/** Who sits in a seat, or that nobody does; since when; and what has been put right about it. */
export function SeatMarking({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const { meeting, people, role, now, act } = useRoom();
  const [mode, setMode] = useState<Mode>("inPerson");
  const [reason, setReason] = useState("");
  const [since, setSince] = useState("");
  const sitting = sittingIn(meeting, seat.id);
  // null is now, which is also meant by what is no time of day yet
  const from = atTime(now(), since);

  function mark(command: SentCommand) {
    void act(command);
    onClose();
  }
  function seatPerson(person: PersonId) {
    const marked = { type: "markAttendance", seat: seat.id, mode, from } as const;
    mark(
      person === seat.principal
        ? { ...marked, outcome: "principal" }
        : { ...marked, outcome: "substitute", person },
    );
  }
  const named = [...(seat.principal === null ? [] : [seat.principal]), ...seat.substitutes];
  return (
    <Dialog
      isOpen
      title={seatName(meeting, seat.id)}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {() => (
        <div className="form">
          <RadioGroup label="How they take part" inRow choices={modes} value={mode} onChange={setMode} />
          <TextField
            type="time"
            label="When they came or left, if not now"
            value={since}
            onChange={({ target }) => setSince(target.value)}
          />
          <div className="actions">
            {named.map((person) => (
              <Button key={person} onClick={() => seatPerson(person)}>
                {nameOf(person, people)}
                {person === seat.principal ? "" : ", substitute"}
              </Button>
            ))}
            {sitting && (
              <Button onClick={() => mark({ type: "markDeparture", seat: seat.id, from })}>
                {nameOf(sitting.person, people)} has left
              </Button>
            )}
          </div>
          <Combobox
            label="Somebody else stands in"
            none="Nobody of that name is in the register"
            options={meeting.registers.people.map(({ id }) => ({
              value: id,
              label: [nameOf(id, people), people[id]?.partner].filter(Boolean).join(", "),
            }))}
            onChange={(person) => person && seatPerson(person)}
          />
          {role === "clerk" && <WalkIn seat={seat} onAdded={seatPerson} />}
          <SeatCommitment
            seat={seat}
            label={`Can ${sitting ? nameOf(sitting.person, people) : "they"} commit the organisation today?`}
          />
          <TextField
            label="Reason for being away, if given"
            maxLength={200}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <div className="actions">
            <Button
              onClick={() => mark({ type: "markAttendance", seat: seat.id, outcome: "apologies", reason })}
            >
              Apologies
            </Button>
            <Button
              onClick={() => mark({ type: "markAttendance", seat: seat.id, outcome: "absent", reason })}
            >
              Absent
            </Button>
          </div>
          <SeatTimes seat={seat} />
        </div>
      )}
    </Dialog>
  );
}
