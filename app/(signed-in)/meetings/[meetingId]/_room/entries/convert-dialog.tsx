"use client";

import { useState } from "react";
import { kindWord } from "#app/_text/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import type { Entry } from "#domain/meeting/entry.ts";
import { DecisionDetails } from "../capture/decision-details.tsx";
import { conversionOf, type DraftKind, draftOfEntry, newDraft } from "../capture/draft.ts";
import { DraftSentence } from "../capture/draft-sentence.tsx";
import { missingText } from "../capture/missing-text.ts";
import { kinds } from "../capture/shortcuts.ts";
import { useRoom } from "../room-context.ts";

/** Another kind for an entry, with what that kind has to be told; its number and its words stay. */
export function ConvertDialog(props: { entry: Entry; number: string; onClose: () => void }) {
  const { entry, number, onClose } = props;
  const { meeting, you, role, record, whyNot } = useRoom();
  // what was said of it is kept while kinds are tried
  const [draft, setDraft] = useState(() => draftOfEntry(entry, newDraft(meeting, you, role, entry.kind)));
  const [kind, setKind] = useState<DraftKind | null>(null);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const change = (to: Partial<typeof draft>) => setDraft({ ...draft, ...to });
  const others = kinds.filter((each) => each !== entry.kind && !(role === "adviser" && each === "decision"));

  function submit() {
    if (kind === null) return setProblem("Choose what it is.");
    const written = conversionOf(entry, { ...draft, kind }, reason.trim());
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
      title={`${kindWord[entry.kind]} ${number} is of another kind`}
    >
      {() => (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
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
          <div className="actions">
            <Button type="submit">Change its kind</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
