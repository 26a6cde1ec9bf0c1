"use client";

import { useEffect, useState } from "react";
import { problemText } from "#app/_text/problem-text.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { isRestricted } from "#domain/meeting/look-up.ts";
import type { Problem } from "#domain/registers/problems.ts";
import { useAgenda } from "./agenda-context.tsx";
import type { Conflicting } from "./conflict.tsx";
import { fieldText } from "./field-text.ts";
import { amendmentOf, draftOf, ItemDraft } from "./item-draft.ts";
import { ItemFields } from "./item-fields.tsx";
import { ItemMore } from "./item-more.tsx";
import { itemName } from "./item-words.ts";
import { type Crossed, useSaving } from "./use-saving.ts";
import { useWriting } from "./use-writing.ts";

export type FormOfItem = {
  readonly draft: ItemDraft;
  readonly write: (to: Partial<ItemDraft>) => void;
  readonly problemOf: (field: keyof ItemDraft) => string | undefined;
  /** What somebody else has put into the same field meanwhile, to be chosen from. */
  readonly conflictOf: (field: keyof ItemDraft) => Conflicting | null;
  /** For fields that keep what they show to themselves. */
  readonly turn: string;
};

/** An item in its place, to be written on. */
export function ItemForm({ item }: { item: AgendaItem }) {
  const { meeting, drafts, isCut } = useRoom();
  const { setOpen, writingOn, unsent } = useAgenda();
  const announce = useAnnounce();
  const theirs = draftOf(item);
  // words on what is closed to the public are not written to this device
  const isKept = !isRestricted(meeting, item);
  const kept = isKept ? { drafts, slot: `item ${item.id}`, schema: ItemDraft } : null;
  const held = useWriting(theirs, kept);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [crossed, setCrossed] = useState<Crossed>({});
  const { save: send, isBusy } = useSaving(item);

  const { draft, isChanged } = held;
  useEffect(() => {
    if (isChanged) unsent.set(item.id, draft);
  }, [isChanged, draft, unsent, item.id]);
  useEffect(() => () => writingOn(null), [writingOn]);

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
    const saved = await send({ base: theirs, draft });
    if (!saved.isRecorded) return undefined;
    if (Object.keys(saved.crossed).length === 0) return close();
    return setCrossed(saved.crossed);
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
    conflictOf(field) {
      const isCrossed = crossed[field] !== undefined;
      if (!isCrossed && !held.conflicts.includes(field)) return null;
      const settle = (keep: "own" | "theirs") => {
        if (!isCrossed) return held.settle(field, keep);
        if (keep === "theirs") held.change({ [field]: crossed[field] });
        return setCrossed({ ...crossed, [field]: undefined });
      };
      return {
        theirs: fieldText(meeting, { ...theirs, ...crossed }, field),
        onTake: () => settle("theirs"),
        onKeep: () => settle("own"),
      };
    },
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
    >
      <div className="g">
        <span className="gno">{item.number}</span>
      </div>
      <div className="w form">
        <ItemFields form={form} />
        <Disclosure
          title="Description, papers, objectives and whether it is open"
          level={2}
          defaultExpanded={hasMore(draft)}
        >
          <ItemMore form={form} />
        </Disclosure>
        <div className="actions">
          <Button
            type="submit"
            look="filled"
            aria-busy={isBusy}
            whyNot={isCut && "needs a connection; your words stay here"}
          >
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
