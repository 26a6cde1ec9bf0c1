"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { VoteId } from "#domain/ids.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { useRoom } from "../room-context.ts";
import { QuestionForm } from "./question-form.tsx";

/** Stands for any vote there might be, to ask the rules about. */
const SOME = VoteId.parse("00000000-0000-4000-8000-000000000000");

/** The chair puts a question on the open item to the seats. */
export function OpenVote({ item }: { item: AgendaItem }) {
  const { may } = useRoom();
  const [isOpen, setIsOpen] = useState(false);
  if (item.status !== "open" || !may(openingVote(item))) return null;
  if (isOpen) {
    return (
      <div className="openvote">
        <QuestionForm itemId={item.id} onClose={() => setIsOpen(false)} />
      </div>
    );
  }
  return (
    <p className="openvote">
      <Button look="plain" onClick={() => setIsOpen(true)}>
        Open a vote or a temperature check
      </Button>
    </p>
  );
}

export function openingVote({ id: itemId }: Pick<AgendaItem, "id">) {
  return {
    type: "openVote",
    voteId: SOME,
    itemId,
    kind: "vote",
    text: "asked",
    about: null,
    secret: false,
    linkedTo: null,
  } as const;
}
