"use client";

import { useState } from "react";
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
import { WalkIn } from "./walk-in.tsx";

const modes = [
  { value: "inPerson", label: "In the room" },
  { value: "remote", label: "Remote" },
] as const;

/** Who sits in a seat, or that nobody does. */
export function SeatMarking({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const { meeting, people, role, act } = useRoom();
  const [mode, setMode] = useState<Mode>("inPerson");
  const [reason, setReason] = useState("");
  const name = (person: PersonId) => people[person]?.name ?? "Somebody";
  const sitting = sittingIn(meeting, seat.id);

  function mark(command: SentCommand) {
    void act(command);
    onClose();
  }
  function seatPerson(person: PersonId) {
    const marked = { type: "markAttendance", seat: seat.id, mode, from: null } as const;
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
          <div className="actions">
            {named.map((person) => (
              <Button key={person} onClick={() => seatPerson(person)}>
                {name(person)}
                {person === seat.principal ? "" : ", substitute"}
              </Button>
            ))}
          </div>
          <Combobox
            label="Somebody else stands in"
            none="Nobody of that name is in the register"
            options={meeting.registers.people.map(({ id }) => ({
              value: id,
              label: [name(id), people[id]?.partner].filter(Boolean).join(", "),
            }))}
            onChange={(person) => person && seatPerson(person)}
          />
          {role === "clerk" && <WalkIn seat={seat} onAdded={seatPerson} />}
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
            {sitting && (
              <Button onClick={() => mark({ type: "markDeparture", seat: seat.id, from: null })}>
                {name(sitting.person)} has left
              </Button>
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}
