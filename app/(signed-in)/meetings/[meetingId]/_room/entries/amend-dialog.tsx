"use client";

import { useState } from "react";
import { kindWord } from "#app/_text/words.ts";
import { TextArea, TextField } from "#app/_ui/field.tsx";
import { WORDS_MAX } from "#domain/meeting/entries.ts";
import type { Entry } from "#domain/meeting/entry.ts";
import { ActDialog } from "../acts/act-form.tsx";
import { DecisionDetails } from "../capture/decision-details.tsx";
import { amendmentOf, draftOfEntry, newDraft } from "../capture/draft.ts";
import { DraftSentence } from "../capture/draft-sentence.tsx";
import { useRoom } from "../room-context.ts";
import { useRecording } from "./use-recording.ts";

/** New words for an entry; the old ones stay one press away. */
export function AmendDialog({
  entry,
  number,
  onClose,
}: {
  entry: Entry;
  number: string;
  onClose: () => void;
}) {
  const { meeting, you, role } = useRoom();
  const [draft, setDraft] = useState(() => draftOfEntry(entry, newDraft(meeting, you, role, entry.kind)));
  const [reason, setReason] = useState("");
  const { problem, put } = useRecording(onClose);
  const change = (to: Partial<typeof draft>) => setDraft({ ...draft, ...to });

  function submit() {
    put(amendmentOf(entry, draft, reason.trim()));
  }
  return (
    <ActDialog
      title={`Amend ${kindWord[entry.kind].toLowerCase()} ${number}`}
      act="Amend"
      onSubmit={submit}
      onClose={onClose}
    >
      {entry.kind !== "decision" && entry.kind !== "note" && (
        <DraftSentence draft={draft} change={change} isAmending />
      )}
      <TextArea
        label="Words"
        record
        maxLength={WORDS_MAX}
        value={draft.text}
        onChange={({ target }) => change({ text: target.value })}
      />
      {entry.kind === "decision" && <DecisionDetails draft={draft} change={change} />}
      <TextField
        label="Why it is amended"
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        problem={problem}
      />
    </ActDialog>
  );
}
