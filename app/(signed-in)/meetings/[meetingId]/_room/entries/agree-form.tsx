"use client";

import { useState } from "react";
import { methodWords } from "#app/_text/words.ts";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import type { EntryId } from "#domain/ids.ts";
import { Method } from "#domain/meeting/entry.ts";
import { useRoom } from "../room-context.ts";
import { InlineForm } from "./inline-form.tsx";

const methods = Method.options.map((value) => ({ value, label: methodWords[value] }));

/** Agreed, and how. */
export function AgreeForm({ entryId, onClose }: { entryId: EntryId; onClose: () => void }) {
  const { act } = useRoom();
  const [method, setMethod] = useState<Method>("consensus");
  function submit() {
    void act({ type: "agreeDecision", entryId, method });
    onClose();
  }
  return (
    <InlineForm label="Agree the decision" act="Agreed" onSubmit={submit} onClose={onClose}>
      <RadioGroup label="How it was agreed" inRow choices={methods} value={method} onChange={setMethod} />
    </InlineForm>
  );
}
