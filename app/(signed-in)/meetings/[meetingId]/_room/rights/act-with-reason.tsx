"use client";

import { useState } from "react";
import { TextField } from "#app/_ui/field.tsx";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { ActForm } from "../acts/act-form.tsx";
import { useGiving } from "../acts/use-giving.ts";

type Props = {
  readonly label: string;
  readonly act: string;
  readonly commandOf: (reason: string) => SentCommand;
  readonly onDone: () => void;
};

/** An act that stands on the record with its reason. */
export function ActWithReason({ label, act, commandOf, onDone }: Props) {
  const [reason, setReason] = useState("");
  const { problem, setProblem, give } = useGiving(onDone);

  function submit() {
    if (reason.trim() === "") return setProblem("Give the reason; it stands on the record.");
    return give(commandOf(reason.trim()));
  }
  return (
    <ActForm act={act} look="filled" onSubmit={submit}>
      <TextField
        label={label}
        record
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        problem={problem}
      />
    </ActForm>
  );
}
