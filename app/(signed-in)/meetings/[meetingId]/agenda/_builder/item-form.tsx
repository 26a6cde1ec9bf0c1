"use client";

import { useEffect, useState } from "react";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import { problemText } from "#app/_text/problem-text.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { type AgendaItem, isRestricted } from "#domain/meeting/state.ts";
import type { Problem } from "#domain/registers/problems.ts";
import { useAgenda } from "./agenda-context.tsx";
import { Conflict } from "./conflict.tsx";
import { amendmentOf, draftOf, ItemDraft } from "./item-draft.ts";
import { ItemFields } from "./item-fields.tsx";
import { ItemMore } from "./item-more.tsx";
import { fieldText } from "./field-text.ts";
import { itemName } from "./item-words.ts";
import { useSaving } from "./use-saving.ts";
import { useWriting } from "./use-writing.ts";

export type FormOfItem = {
  readonly draft: ItemDraft;
  readonly write: (to: Partial<ItemDraft>) => void;
  readonly problemOf: (field: keyof ItemDraft) => string | undefined;
  /** What somebody else has put into the same field meanwhile, to be chosen from. */
  readonly conflictIn: (field: keyof ItemDraft) => React.ReactNode;
  /** For fields that keep what they show to themselves. */
  readonly turn: string;
};

/** An item in its place, to be written on. */
export function ItemForm({ item }: { item: AgendaItem }) {
  const { meeting, drafts, connection } = useRoom();
  const { setOpen, writingOn, unsent } = useAgenda();
  const announce = useAnnounce();
  const theirs = draftOf(item);
  // words on what is closed to the public are not written to this device
  const isKept = !isRestricted(meeting, item);
  const kept = isKept ? { drafts, slot: `item ${item.id}`, schema: ItemDraft } : null;
  const held = useWriting(theirs, kept);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { save: send, isBusy } = useSaving(item);
  const isCut = connection.state === "notConnected";

  const { draft, isChanged } = held;
  useEffect(() => {
    if (isChanged) unsent.set(item.id, draft);
  }, [isChanged, draft, unsent, item.id]);
  useEffect(() => () => writingOn(null), []); // oxlint-disable-line react-hooks/exhaustive-deps -- once, on leaving

  function close() {
    held.forget();
    unsent.delete(item.id);
    setOpen(null);
  }

  async function save() {
    if (isBusy || isCut) return;
    if (!isChanged) return close();
    const made = amendmentOf(item.id, draft, "");
    setProblems(made.ok ? [] : made.problems);
    if (!made.ok) return announce("Something needs another look.");
    if (await send({ base: theirs, draft })) close();
  }

  const form: FormOfItem = {
    draft,
    turn: held.turn,
    write(to) {
      held.change(to);
      writingOn(item.id);
    },
    problemOf(field) {
      const found = problems.find((problem) => problem.field === field);
      return found && problemText[found.code];
    },
    conflictIn: (field) =>
      held.conflicts.includes(field) && (
        <Conflict
          theirs={fieldText(meeting, theirs, field)}
          onTake={() => held.settle(field, "theirs")}
          onKeep={() => held.settle(field, "own")}
        />
      ),
  };

  return (
    <form
      className={item.parent === null ? "row aitem" : "row aitem part"}
      aria-label={`Change ${itemName(item)}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        // Escape within a list that has dropped down closes that alone
        if (event.key === "Escape" && !event.defaultPrevented && !isChanged) close();
      }}
    >
      <div className="g">
        <span className="gno">{item.number}</span>
      </div>
      <div className="w form">
        <ItemFields form={form} />
        <Disclosure title="Description, papers, objectives and whether it is open" level={2} defaultExpanded={hasMore(draft)}>
          <ItemMore form={form} />
        </Disclosure>
        <div className="actions">
          <Button type="submit" look="filled" aria-busy={isBusy} whyNot={isCut && "needs a connection; your words stay here"}>
            Save
          </Button>
          <Button onClick={close}>{isChanged ? "Discard" : "Close"}</Button>
        </div>
      </div>
    </form>
  );
}

function hasMore({ description, papers, objectives, openness }: ItemDraft): boolean {
  return description !== "" || papers.length > 0 || objectives.length > 0 || openness.isRestricted;
}
