"use client";

import { useState } from "react";
import { TextField } from "#app/_ui/field.tsx";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { ActDialog } from "../acts/act-form.tsx";
import { useGiving } from "../acts/use-giving.ts";
import type { NeedsForm } from "./more-acts.tsx";

/** All of them but what is chosen rather than written. */
export type NeedsReason = Exclude<NeedsForm, { readonly act: "proposeBundle" }>;

const told: Readonly<Record<NeedsReason["act"], { act: string; label: string }>> = {
  adjournMeeting: { act: "Adjourn", label: "Why, if there is a reason to record" },
  excludePublic: { act: "Exclude the public", label: "The ground on which the board resolved it" },
  skipItem: { act: "Skip", label: "Why, if there is a reason to record" },
  deferItem: { act: "Defer", label: "Why it is deferred" },
  reopenItem: { act: "Reopen", label: "Why, if there is a reason to record" },
};

/** The few words an act of the chair takes with it. */
export function ReasonDialog({ form, onClose }: { form: NeedsReason; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const { problem, setProblem, give } = useGiving(onClose);
  const { act: name, label } = told[form.act];

  function submit() {
    const words = reason.trim();
    if (words === "" && (form.act === "excludePublic" || form.act === "deferItem")) {
      return setProblem("Give the reason; it stands on the record.");
    }
    return give(commandOf(form, words));
  }
  return (
    <ActDialog
      title={"title" in form ? `${name}: ${form.title}` : name}
      act={name}
      look="filled"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={label}
        maxLength={300}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a press, to be written in
        autoFocus
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        problem={problem}
      />
    </ActDialog>
  );
}

function commandOf(form: NeedsReason, reason: string): SentCommand {
  return "itemId" in form ? { type: form.act, itemId: form.itemId, reason } : { type: form.act, reason };
}
