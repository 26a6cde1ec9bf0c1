"use client";

import { useState } from "react";
import { longDate, noonOf } from "#app/_text/dates.ts";
import { problemText } from "#app/_text/problem-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { DateField, TimeField } from "#app/_ui/date-time-field.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import type { Problem } from "#domain/registers/problems.ts";
import { useAgenda } from "./agenda-context.tsx";
import { Conflict } from "./conflict.tsx";
import { changeOf, DetailsDraft, detailsOf } from "./details-draft.ts";
import { useWriting } from "./use-writing.ts";

export function DetailsForm() {
  const { meeting, meetingId, drafts } = useRoom();
  const { change, setOpen } = useAgenda();
  const theirs = detailsOf(meeting);
  const kept = { drafts, slot: `details ${meetingId}`, schema: DetailsDraft };
  const { draft, conflicts, change: write, settle, forget, isChanged, turn } = useWriting(theirs, kept);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  async function save() {
    if (!isChanged) return setOpen(null);
    const made = changeOf(draft);
    setProblems(made.ok ? [] : made.problems);
    if (!made.ok) return undefined;
    const { status } = await change(made.command);
    if (status !== "recorded") return undefined;
    forget();
    return setOpen(null);
  }

  const problemOf = (field: keyof DetailsDraft) => {
    const found = problems.find((problem) => problem.field === field);
    return found && problemText[found.code];
  };
  const shown: Readonly<Record<keyof DetailsDraft, string>> = {
    ...theirs,
    day: theirs.day === null ? "" : longDate(noonOf(theirs.day)),
    time: theirs.time ?? "",
  };
  const conflictOf = (field: keyof DetailsDraft) =>
    conflicts.includes(field)
      ? { theirs: shown[field], onTake: () => settle(field, "theirs"), onKeep: () => settle(field, "own") }
      : null;

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        record
        label="Title"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a press, to be written in
        autoFocus
        value={draft.title}
        onChange={({ target }) => write({ title: target.value })}
        problem={problemOf("title")}
      />
      <Conflict conflict={conflictOf("title")} />
      <div className="pair">
        <DateField
          key={`day ${turn} ${theirs.day}`}
          label="Day"
          defaultValue={draft.day ?? undefined}
          onChange={(day) => write({ day })}
          problem={problemOf("day")}
        />
        <TimeField
          key={`time ${turn} ${theirs.time}`}
          label="Begins at"
          defaultValue={draft.time ?? undefined}
          onChange={(time) => write({ time })}
          problem={problemOf("time")}
        />
        <TextField
          label="Length in minutes"
          inputMode="numeric"
          value={draft.lengthMinutes}
          onChange={({ target }) => write({ lengthMinutes: target.value })}
          problem={problemOf("lengthMinutes")}
        />
      </div>
      <Conflict conflict={conflictOf("day")} />
      <Conflict conflict={conflictOf("time")} />
      <Conflict conflict={conflictOf("lengthMinutes")} />
      <TextField
        label="Place"
        hint="A room, an address for joining from afar, or both."
        value={draft.place}
        onChange={({ target }) => write({ place: target.value })}
        problem={problemOf("place")}
      />
      <Conflict conflict={conflictOf("place")} />
      <div className="actions">
        <Button type="submit" look="filled">
          Save
        </Button>
        <Button
          onClick={() => {
            forget();
            setOpen(null);
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}
