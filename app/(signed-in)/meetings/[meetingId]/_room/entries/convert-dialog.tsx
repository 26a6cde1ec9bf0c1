"use client";

import { useState } from "react";
import { kindWord } from "#app/_text/words.ts";
import { TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import type { Entry } from "#domain/meeting/entry.ts";
import { ActDialog } from "../acts/act-form.tsx";
import { DecisionDetails } from "../capture/decision-details.tsx";
import { conversionOf, type DraftKind, draftOfEntry, newDraft } from "../capture/draft.ts";
import { DraftSentence } from "../capture/draft-sentence.tsx";
import { kinds } from "../capture/shortcuts.ts";
import { useRoom } from "../room-context.ts";
import { useRecording } from "./use-recording.ts";

/** Another kind for an entry, with what that kind has to be told; its number and its words stay. */
export function ConvertDialog(props: { entry: Entry; number: string; onClose: () => void }) {
  const { entry, number, onClose } = props;
  const { meeting, you, role } = useRoom();
  // what was said of it is kept while kinds are tried
  const [draft, setDraft] = useState(() => draftOfEntry(entry, newDraft(meeting, you, role, entry.kind)));
  const [kind, setKind] = useState<DraftKind | null>(null);
  const [reason, setReason] = useState("");
  const { problem, setProblem, put } = useRecording(onClose);
  const change = (to: Partial<typeof draft>) => setDraft({ ...draft, ...to });
  const others = kinds.filter((each) => each !== entry.kind && !(role === "adviser" && each === "decision"));

  function submit() {
    if (kind === null) return setProblem("Choose what it is.");
    return put(conversionOf(entry, { ...draft, kind }, reason.trim()));
  }
  return (
    <ActDialog
      title={`${kindWord[entry.kind]} ${number} is of another kind`}
      act="Change its kind"
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="words">{entry.text}</p>
      <RadioGroup
        label="It is"
        hint="Its number and its words stay. It counts as this from now on, and its history says what it was."
        inRow
        choices={others.map((value) => ({ value, label: kindWord[value] }))}
        {...(kind !== null && { value: kind })}
        onChange={setKind}
      />
      {kind !== null && kind !== "decision" && kind !== "note" && (
        <DraftSentence draft={{ ...draft, kind }} change={change} isAmending />
      )}
      {kind === "decision" && <DecisionDetails draft={{ ...draft, kind }} change={change} />}
      <TextField
        label="Why it is changed"
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        problem={problem}
      />
    </ActDialog>
  );
}
