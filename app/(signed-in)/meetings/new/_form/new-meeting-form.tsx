"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import * as z from "zod";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { isTicked, numberOrNull, textOf, textOrNull } from "#app/_forms/fields.ts";
import { plainDate } from "#app/_text/dates.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { DateField, TimeField } from "#app/_ui/date-time-field.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { type BoardId, type ItemId, MeetingId } from "#domain/ids.ts";
import { ConveneMeeting } from "#domain/registers/meetings.ts";

type PutOff = { readonly itemId: ItemId; readonly title: string; readonly startsAt: number };
type Left = { readonly hasMet: boolean; readonly putOff: readonly PutOff[] };
type Props = {
  readonly boards: readonly { readonly id: BoardId; readonly name: string; readonly left: Left }[];
  /** The day in England. */
  readonly today: string;
};

const reads = z.object({ meetingId: MeetingId });

export function NewMeetingForm({ boards, today }: Props) {
  const router = useRouter();
  // one id for all tries, so that a form sent twice makes one meeting
  const [meetingId] = useState(() => crypto.randomUUID());
  const [board, setBoard] = useState(boards[0]);
  const [title, setTitle] = useState<string | null>(null);

  return (
    <AskingForm
      method="POST"
      path="/api/meetings"
      reads={reads}
      schema={ConveneMeeting}
      act="Make the meeting"
      onDone={(made) => router.push(`/meetings/${made.meetingId}/agenda`)}
      read={(fields) => ({
        meetingId,
        boardId: board?.id,
        title: textOf(fields, "title"),
        day: textOrNull(fields, "day"),
        time: textOrNull(fields, "time")?.slice(0, 5) ?? null,
        lengthMinutes: numberOrNull(fields, "lengthMinutes"),
        place: textOf(fields, "place"),
        carryOver: {
          matters: isTicked(fields, "matters"),
          items: (board?.left.putOff ?? [])
            .map(({ itemId }) => itemId)
            .filter((itemId) => isTicked(fields, fieldOf(itemId))),
        },
      })}
    >
      {(problemOf) => (
        <>
          {boards.length > 1 ? (
            <Select
              label="Board"
              options={boards.map(({ id, name }) => ({ value: id, label: name }))}
              value={board?.id ?? null}
              onChange={(chosen) => setBoard(boards.find(({ id }) => id === chosen))}
              problem={problemOf("boardId")}
            />
          ) : (
            <p>Of {board?.name}.</p>
          )}
          <TextField
            record
            name="title"
            label="Title"
            hint="As it stands on the agenda and on the minutes."
            value={title ?? board?.name ?? ""}
            onChange={({ target }) => setTitle(target.value)}
            problem={problemOf("title")}
          />
          <div className="pair">
            <DateField name="day" label="Day" defaultValue={today} problem={problemOf("day")} />
            <TimeField name="time" label="Begins at" defaultValue="14:00" problem={problemOf("time")} />
            <TextField
              name="lengthMinutes"
              label="Length in minutes"
              inputMode="numeric"
              defaultValue="120"
              problem={problemOf("lengthMinutes") && "Whole minutes, from 5 to 720."}
            />
          </div>
          <TextField
            name="place"
            label="Place"
            hint="A room, an address for joining from afar, or both."
            problem={problemOf("place")}
          />
          {board?.left.hasMet && <FromBefore key={board.id} left={board.left} />}
        </>
      )}
    </AskingForm>
  );
}

/** What the last meeting left: the clerk keeps it or drops it, and can take each out of the draft again. */
function FromBefore({ left }: { left: Left }) {
  return (
    <fieldset className="fieldset">
      <legend>From the last meeting</legend>
      <p className="hint">The agenda begins with what is ticked. All of it can be changed in the draft.</p>
      <Checkbox name="matters" defaultSelected>
        Matters arising, where what is still open is answered and carried on
      </Checkbox>
      {left.putOff.map(({ itemId, title, startsAt }) => (
        <Checkbox key={itemId} name={fieldOf(itemId)} defaultSelected>
          {title}, put off on {plainDate(startsAt)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

const fieldOf = (itemId: ItemId) => `put-off-${itemId}`;
