"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import type { Decision } from "#domain/meeting/entry.ts";
import { DecisionDetails } from "../capture/decision-details.tsx";
import { completionOf, draftOfEntry, newDraft } from "../capture/draft.ts";
import { missingText } from "../capture/missing-text.ts";
import { useRoom } from "../room-context.ts";

/** What goes with a decision, told once there is time for it. Its wording stays as it is. */
export function CompleteDialog(props: { entry: Decision; number: string; onClose: () => void }) {
  const { entry, number, onClose } = props;
  const { meeting, you, role, record, whyNot } = useRoom();
  const [draft, setDraft] = useState(() => draftOfEntry(entry, newDraft(meeting, you, role, entry.kind)));
  const [problem, setProblem] = useState<string | null>(null);

  function submit() {
    const written = completionOf(entry, draft);
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
      title={`Decision ${number}: what goes with it`}
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
          <DecisionDetails
            draft={draft}
            change={(to) => setDraft((before) => ({ ...before, ...to }))}
            isCompleting
          />
          {problem && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
          <div className="actions">
            <Button type="submit">Record</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
