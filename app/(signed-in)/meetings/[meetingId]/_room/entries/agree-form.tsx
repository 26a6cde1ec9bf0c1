"use client";

import { useState } from "react";
import { methodWords } from "#app/_text/words.ts";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import type { EntryId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { Method } from "#domain/meeting/entry.ts";
import { resultOn } from "#domain/meeting/look-up.ts";
import { quorumOf } from "#domain/meeting/quorum.ts";
import { InlineForm } from "../acts/inline-form.tsx";
import { lackText } from "../quorum.ts";
import { useRoom } from "../room-context.ts";

const methods = Method.options.map((value) => ({ value, label: methodWords[value] }));

export type Agreeing = {
  readonly method: Method;
  readonly choose: (method: Method) => void;
  /** What is to be known first; the act by its name says it once more. */
  readonly warning: string | null;
  readonly word: string;
  readonly command: SentCommand;
  readonly agree: () => void;
};

/** Agreed, and how; without a quorum only by a button that says so. */
export function useAgreeing(entryId: EntryId): Agreeing {
  const { meeting, act } = useRoom();
  const wasVoted = resultOn(meeting, entryId)?.kind === "vote";
  const [method, choose] = useState<Method>(wasVoted ? "vote" : "consensus");
  const lack = lackText(quorumOf(meeting));
  const warning = lack && `Not quorate: ${lack} Agreed all the same, the record says so.`;
  const command: SentCommand = {
    type: "agreeDecision",
    entryId,
    method,
    ...(warning !== null && { withoutQuorum: true }),
  };
  return {
    method,
    choose,
    warning,
    word: warning === null ? "Agreed" : "Agreed, without a quorum",
    command,
    agree: () => void act(command),
  };
}

export function AgreeFields({ agreeing: { method, choose, warning } }: { agreeing: Agreeing }) {
  return (
    <>
      {warning && <p className="problem">{warning}</p>}
      <RadioGroup label="How it was agreed" inRow choices={methods} value={method} onChange={choose} />
    </>
  );
}

export function AgreeForm({ entryId, onClose }: { entryId: EntryId; onClose: () => void }) {
  const agreeing = useAgreeing(entryId);
  function submit() {
    agreeing.agree();
    onClose();
  }
  return (
    <InlineForm label="Agree the decision" act={agreeing.word} onSubmit={submit} onClose={onClose}>
      <AgreeFields agreeing={agreeing} />
    </InlineForm>
  );
}
