"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { PersonId } from "#domain/ids.ts";
import type { Role } from "#domain/meeting/registers.ts";
import { ScreensButton } from "../chair/screens.tsx";
import { useRoom } from "../room-context.ts";

const NOBODY = "nobody";
const order: readonly Role[] = ["chair", "viceChair", "member"];

/** Who presides, who keeps the record, and the start; on a phone who they are in a line, and changed by a press. */
export function StartForm() {
  const { meeting, people, you, act, may, whyNot } = useRoom();
  const { roles } = meeting.registers;
  const name = (person: PersonId) => people[person]?.name ?? "Somebody";
  const mayPreside = order.flatMap((role) => roles.filter((held) => held.role === role));
  const clerks = roles.filter(({ role }) => role === "clerk");
  const [presiding, setPresiding] = useState(mayPreside[0]?.personId ?? you);
  const [recording, setRecording] = useState<PersonId | null>(
    clerks.find(({ personId }) => personId === you)?.personId ?? clerks[0]?.personId ?? null,
  );
  const [isChanging, setIsChanging] = useState(false);
  const command = { type: "openMeeting", presiding, recording } as const;
  if (meeting.phase !== "published" || !may(command)) return null;
  return (
    <div className="chairbar">
      <p className="started-by">
        {name(presiding)} presides, {recording === null ? "nobody apart" : name(recording)} keeps the record.{" "}
        <Button look="plain" aria-expanded={isChanging} onClick={() => setIsChanging(!isChanging)}>
          {isChanging ? "Keep it so" : "Change"}
        </Button>
      </p>
      <div className={isChanging ? "starting" : "starting only-wide"}>
        <Select
          label="Who presides"
          options={mayPreside.map(({ personId }) => ({ value: personId, label: name(personId) }))}
          value={presiding}
          onChange={setPresiding}
        />
        <Select
          label="Who keeps the record"
          options={[
            ...clerks.map(({ personId }) => ({ value: String(personId), label: name(personId) })),
            { value: NOBODY, label: "Nobody apart" },
          ]}
          value={recording ?? NOBODY}
          onChange={(value) =>
            setRecording(clerks.find(({ personId }) => personId === value)?.personId ?? null)
          }
        />
      </div>
      <ScreensButton />
      <Button look="filled" whyNot={whyNot(command)} onClick={() => void act(command)}>
        Start the meeting
      </Button>
    </div>
  );
}
