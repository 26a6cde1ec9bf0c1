"use client";

import { useState } from "react";
import type { Decision } from "#domain/meeting/entry.ts";
import { ActDialog } from "../acts/act-form.tsx";
import { DecisionDetails } from "../capture/decision-details.tsx";
import { completionOf, draftOfEntry, newDraft } from "../capture/draft.ts";
import { useRoom } from "../room-context.ts";
import { useRecording } from "./use-recording.ts";

/** What goes with a decision, told once there is time for it. Its wording stays as it is. */
export function CompleteDialog(props: { entry: Decision; number: string; onClose: () => void }) {
  const { entry, number, onClose } = props;
  const { meeting, you, role } = useRoom();
  const [draft, setDraft] = useState(() => draftOfEntry(entry, newDraft(meeting, you, role, entry.kind)));
  const { problem, put } = useRecording(onClose);

  function submit() {
    put(completionOf(entry, draft));
  }
  return (
    <ActDialog
      title={`Decision ${number}: what goes with it`}
      act="Record"
      onSubmit={submit}
      onClose={onClose}
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
    </ActDialog>
  );
}
