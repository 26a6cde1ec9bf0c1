"use client";

import { useState } from "react";
import { interestKindText } from "#app/_text/interest-text.ts";
import { TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { InterestKind } from "#domain/meeting/interest.ts";
import { ActForm } from "../acts/act-form.tsx";
import { useGiving } from "../acts/use-giving.ts";

type Props = {
  /** What is asked of the meeting, or null while something is missing. */
  readonly commandOf: (told: { kind: InterestKind; nature: string }) => SentCommand | null;
  readonly act: string;
  readonly onDone: () => void;
};

const choices = InterestKind.options.map((value) => ({ value, label: interestKindText[value] }));

/** Of which kind an interest is, and what it consists of. */
export function InterestForm({ commandOf, act, onDone }: Props) {
  const [kind, setKind] = useState<InterestKind>("prejudicial");
  const [nature, setNature] = useState("");
  const { problem, setProblem, give } = useGiving(onDone);

  function submit() {
    const command = commandOf({ kind, nature: nature.trim() });
    if (command === null || nature.trim() === "") {
      return setProblem("Say who and what in a sentence; it stands in the minutes.");
    }
    return give(command);
  }
  return (
    <ActForm act={act} look="filled" onSubmit={submit}>
      <RadioGroup label="Which kind" choices={choices} value={kind} onChange={setKind} />
      <TextField
        label="What it consists of"
        hint="In a sentence, as it will stand in the minutes."
        record
        maxLength={300}
        value={nature}
        onChange={({ target }) => setNature(target.value)}
        problem={problem}
      />
    </ActForm>
  );
}
