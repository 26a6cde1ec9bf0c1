"use client";

import { useState } from "react";
import { TextField } from "#app/_ui/field.tsx";
import type { Entry } from "#domain/meeting/entry.ts";
import { InlineForm } from "../acts/inline-form.tsx";
import { useRoom } from "../room-context.ts";

const told = {
  withdraw: { act: "Withdraw", hint: "It stays on the record, struck through, and is counted as withdrawn." },
  strikeOut: { act: "Strike out", hint: "For what was recorded in error. It is counted nowhere." },
  dispute: { act: "Dispute", hint: "The clerk settles it. Until then it is marked as disputed." },
} as const;
const command = { withdraw: "withdrawEntry", strikeOut: "strikeOutEntry", dispute: "disputeEntry" } as const;

/** The three acts that need nothing but a reason. */
export function ReasonForm(props: {
  act: keyof typeof told;
  entry: Entry;
  number: string;
  onClose: () => void;
}) {
  const { act, entry, number, onClose } = props;
  const { record } = useRoom();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  function submit() {
    if (reason.trim() === "") return setProblem("Give a reason; it stands beside the entry.");
    void record({ type: command[act], entryId: entry.id, reason: reason.trim() });
    return onClose();
  }
  return (
    <InlineForm
      label={`${told[act].act} ${number}`}
      act={told[act].act}
      onSubmit={submit}
      onClose={onClose}
      problem={problem}
    >
      <TextField
        label="Why"
        hint={told[act].hint}
        maxLength={300}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a press, to be written in
        autoFocus
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </InlineForm>
  );
}
