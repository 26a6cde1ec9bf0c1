"use client";

import { useState } from "react";
import { TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import type { Entry } from "#domain/meeting/entry.ts";
import { InlineForm } from "../acts/inline-form.tsx";
import { useRoom } from "../room-context.ts";

const choices = [
  { value: "stands", label: "The entry stands" },
  { value: "goes", label: "The entry is struck out" },
] as const;

/** The clerk's word on a dispute. */
export function SettleForm({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { record } = useRoom();
  const [how, setHow] = useState<"stands" | "goes">("stands");
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  function submit() {
    if (reason.trim() === "") return setProblem("Give a reason.");
    void record({
      type: "settleDispute",
      entryId: entry.id,
      upheld: how === "goes",
      reason: reason.trim(),
    });
    return onClose();
  }
  return (
    <InlineForm label="Settle the dispute" act="Settle" onSubmit={submit} onClose={onClose} problem={problem}>
      <RadioGroup label="After looking into it" inRow choices={choices} value={how} onChange={setHow} />
      <TextField
        label="Why"
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </InlineForm>
  );
}
