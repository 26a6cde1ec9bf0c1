"use client";

import { useState } from "react";
import { parseAmount } from "#app/_text/parse-amount.ts";
import { moneyStageWord } from "#app/_text/words.ts";
import { TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { type MoneyPoint, MoneyStage } from "#domain/meeting/entry.ts";
import { InlineForm } from "../acts/inline-form.tsx";
import { useHearing } from "../carried/earlier.ts";
import { useRoom } from "../room-context.ts";

const stages = MoneyStage.options.map((value) => ({ value, label: moneyStageWord[value] }));

/** How far the money has come. */
export function StageForm({ entry, onClose }: { entry: MoneyPoint; onClose: () => void }) {
  const { record } = useRoom();
  const heardAt = useHearing();
  const [stage, setStage] = useState(entry.stage);
  const [written, setWritten] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  function submit() {
    const amount = written.trim() === "" ? { kind: "none" as const } : parseAmount(written);
    if (amount === null || amount.kind === "range") return setProblem("Give one sum, such as £84,000.");
    const pence = amount.kind === "stated" ? amount.pence : null;
    void record({ type: "advanceMoney", entryId: entry.id, stage, pence, heardAt });
    return onClose();
  }
  return (
    <InlineForm label="Stage of the money" act="Record" onSubmit={submit} onClose={onClose} problem={problem}>
      <RadioGroup label="It is now" inRow choices={stages} value={stage} onChange={setStage} />
      <TextField
        label="Sum, if one was said"
        value={written}
        onChange={({ target }) => setWritten(target.value)}
      />
    </InlineForm>
  );
}
