"use client";

import { useState } from "react";
import { kindWord } from "#app/_text/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { TextArea, TextField } from "#app/_ui/field.tsx";
import { WORDS_MAX } from "#domain/meeting/entries.ts";
import type { Entry } from "#domain/meeting/entry.ts";
import { DecisionDetails } from "../capture/decision-details.tsx";
import { amendmentOf, draftOfEntry, newDraft } from "../capture/draft.ts";
import { DraftSentence } from "../capture/draft-sentence.tsx";
import { missingText } from "../capture/missing-text.ts";
import { useRoom } from "../room-context.ts";

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
  const { meeting, you, role, record, whyNot } = useRoom();
  const [draft, setDraft] = useState(() => draftOfEntry(entry, newDraft(meeting, you, role, entry.kind)));
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const change = (to: Partial<typeof draft>) => setDraft({ ...draft, ...to });

  function submit() {
    const written = amendmentOf(entry, draft, reason.trim());
    if (!written.ok) return setProblem(missingText[written.missing]);
    const why = whyNot(written.command);
    if (why && why !== "needs a connection") return setProblem(why);
    void record(written.command);
    return onClose();
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={`Amend ${kindWord[entry.kind].toLowerCase()} ${number}`}
    >
      {() => (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
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
          <div className="actions">
            <Button type="submit">Amend</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
