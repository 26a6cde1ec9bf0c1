"use client";

import * as z from "zod";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { numberOrNull, textOf } from "#app/_forms/fields.ts";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { PersonId } from "#domain/ids.ts";
import type { Seat } from "#domain/meeting/registers.ts";
import { AddWalkIn } from "#domain/registers/people.ts";
import { useRoom } from "../room-context.ts";

const levels = [
  { value: "4", label: "Head of the organisation" },
  { value: "3", label: "Director or deputy" },
  { value: "2", label: "Head of service" },
  { value: "1", label: "Another post" },
] as const;

/** Somebody just walked in: enough is asked to seat them, and they are in the room. */
export function WalkIn({ seat, onAdded }: { seat: Seat; onAdded: (person: PersonId) => void }) {
  const { meeting, meetingId } = useRoom();
  const { partnerId } = seat;
  return (
    <Disclosure title="Somebody just walked in" level={3}>
      <AskingForm
        method="POST"
        path={`/api/boards/${meeting.registers.board.id}/walk-ins`}
        schema={AddWalkIn.omit({ boardId: true })}
        reads={z.object({ personId: PersonId })}
        read={(fields) => ({
          meetingId,
          name: textOf(fields, "name"),
          post: textOf(fields, "post"),
          level: numberOrNull(fields, "level"),
          electedOffice: null,
          partnerId,
        })}
        onDone={({ personId }) => onAdded(personId)}
        act="Add and seat them"
        look="outline"
      >
        {(problemOf) => (
          <>
            <TextField label="Name" name="name" problem={problemOf("name")} />
            <TextField label="Post" name="post" problem={problemOf("post")} />
            <Select label="Can commit as" name="level" options={levels} defaultValue="1" />
          </>
        )}
      </AskingForm>
    </Disclosure>
  );
}
