"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { useRoom } from "../room-context.ts";

type Props = {
  readonly label: string;
  readonly act: string;
  readonly commandOf: (reason: string) => SentCommand;
  readonly onDone: () => void;
};

/** An act that stands on the record with its reason. */
export function ReasonForm({ label, act: name, commandOf, onDone }: Props) {
  const { act, whyNot } = useRoom();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  function submit() {
    const command = commandOf(reason.trim());
    const why = reason.trim() === "" ? "Give the reason; it stands on the record." : whyNot(command);
    if (why) return setProblem(why);
    void act(command);
    return onDone();
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={label}
        record
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        problem={problem}
      />
      <div className="actions">
        <Button type="submit" look="filled">
          {name}
        </Button>
      </div>
    </form>
  );
}
