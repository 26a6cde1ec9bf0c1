"use client";

import { useState } from "react";
import { TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { dayOf } from "#domain/calendar.ts";
import type { Action, ActionStatus } from "#domain/meeting/entry.ts";
import { InlineForm } from "../acts/inline-form.tsx";
import { useHearing } from "../carried/earlier.ts";
import { useRoom } from "../room-context.ts";

const statuses: readonly { value: ActionStatus; label: string }[] = [
  { value: "begun", label: "Begun" },
  { value: "done", label: "Done" },
  { value: "redated", label: "Re-dated" },
  { value: "dropped", label: "Dropped" },
];

/** What has become of an action; a new day leaves the first one beside it. */
export function ProgressForm({ entry, onClose }: { entry: Action; onClose: () => void }) {
  const { record, may, now } = useRoom();
  const heardAt = useHearing();
  const [status, setStatus] = useState<ActionStatus>("begun");
  const [result, setResult] = useState("");
  const [due, setDue] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  const offered = statuses.filter(({ value }) =>
    may({
      type: "progressAction",
      entryId: entry.id,
      status: value,
      result: "",
      due: value === "redated" ? dayOf(now()) : null,
      heardAt: null,
    }),
  );

  function submit() {
    if (status === "redated" && due === "") return setProblem("Give the new day.");
    const newDue = status === "redated" ? due : null;
    void record({
      type: "progressAction",
      entryId: entry.id,
      status,
      result: result.trim(),
      due: newDue,
      heardAt,
    });
    return onClose();
  }
  return (
    <InlineForm label="Progress" act="Record" onSubmit={submit} onClose={onClose} problem={problem}>
      <RadioGroup
        label="It is"
        {...(offered.length < statuses.length && {
          hint: "It is put off or dropped by agreement: the chair or the clerk records that.",
        })}
        inRow
        choices={offered}
        value={status}
        onChange={setStatus}
      />
      {status === "redated" && (
        <TextField label="New day" type="date" value={due} onChange={({ target }) => setDue(target.value)} />
      )}
      <TextField
        label={status === "dropped" ? "Why" : "What came of it"}
        record
        maxLength={600}
        value={result}
        onChange={({ target }) => setResult(target.value)}
      />
    </InlineForm>
  );
}
