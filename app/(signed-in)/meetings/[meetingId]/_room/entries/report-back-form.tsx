"use client";

import { useState } from "react";
import { TextField } from "#app/_ui/field.tsx";
import { dayOf } from "#domain/calendar.ts";
import type { Decision } from "#domain/meeting/entry.ts";
import { InlineForm } from "../acts/inline-form.tsx";
import { useRoom } from "../room-context.ts";

/** That a decision has been reported back, and on which day. */
export function ReportBackForm({ entry, onClose }: { entry: Decision; onClose: () => void }) {
  const { record, now } = useRoom();
  const [on, setOn] = useState(() => dayOf(now()));
  const [problem, setProblem] = useState<string | null>(null);

  function submit() {
    if (on === "") return setProblem("Give the day on which it was reported back.");
    void record({ type: "markReportBack", entryId: entry.id, on });
    return onClose();
  }
  return (
    <InlineForm label="Reported back" act="Record" onSubmit={submit} onClose={onClose} problem={problem}>
      <TextField
        label={`Reported back to ${entry.reportBack?.body ?? "them"} on`}
        type="date"
        value={on}
        onChange={({ target }) => setOn(target.value)}
      />
    </InlineForm>
  );
}
