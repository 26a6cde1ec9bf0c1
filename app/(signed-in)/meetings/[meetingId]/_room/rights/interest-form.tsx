"use client";

import { useState } from "react";
import { interestKindText } from "#app/_text/interest-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { InterestKind } from "#domain/meeting/interest.ts";
import { useRoom } from "../room-context.ts";

type Props = {
  /** What is asked of the meeting, or null while something is missing. */
  readonly commandOf: (told: { kind: InterestKind; nature: string }) => SentCommand | null;
  readonly act: string;
  readonly onDone: () => void;
};

const choices = InterestKind.options.map((value) => ({ value, label: interestKindText[value] }));

/** Of which kind an interest is, and what it consists of. */
export function InterestForm({ commandOf, act: name, onDone }: Props) {
  const { act, whyNot } = useRoom();
  const [kind, setKind] = useState<InterestKind>("prejudicial");
  const [nature, setNature] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  function submit() {
    const command = commandOf({ kind, nature: nature.trim() });
    if (command === null || nature.trim() === "") {
      return setProblem("Say who and what in a sentence; it stands in the minutes.");
    }
    const why = whyNot(command);
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
      <div className="actions">
        <Button type="submit" look="filled">
          {name}
        </Button>
      </div>
    </form>
  );
}
