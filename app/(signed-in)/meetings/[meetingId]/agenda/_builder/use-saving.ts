"use client";

import { useState } from "react";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import { useAgenda } from "./agenda-context.tsx";
import { amendmentOf, draftOf, type ItemDraft } from "./item-draft.ts";
import { rebased, type Writing } from "./writing.ts";

/** Theirs, of what two people changed in the same moment: overwritten, and shown to whoever overwrote it. */
export type Crossed = Partial<ItemDraft>;

type Saved = { readonly isRecorded: boolean; readonly crossed: Crossed };

/**
 * Sends an item as it is written. The command says the whole item, so what somebody else changed while it was on
 * its way is overwritten by it: then it is said once more, with theirs taken in where one has not written oneself.
 */
export function useSaving(item: AgendaItem) {
  const { you } = useRoom();
  const { change, reason, live } = useAgenda();
  const [isBusy, setBusy] = useState(false);

  async function send(draft: ItemDraft): Promise<boolean> {
    const made = amendmentOf(item.id, draft, reason);
    return made.ok && (await change(made.command)).status === "recorded";
  }

  async function save(writing: Writing<ItemDraft>): Promise<Saved> {
    const meanwhile: ItemDraft[] = [];
    const stop = live?.store.onRecorded(({ by, event }, after) => {
      const isChange = event.type === "itemAmended" || event.type === "itemBriefed";
      const now = isChange && event.itemId === item.id && by !== you ? itemOf(after, item.id) : undefined;
      if (now) meanwhile.push(draftOf(now));
    });
    setBusy(true);
    // events are told before the answer to the command that follows them
    const isRecorded = await send(writing.draft);
    stop?.();
    const theirs = meanwhile.at(-1);
    const merged = theirs && rebased(writing, theirs);
    if (isRecorded && merged && JSON.stringify(merged.draft) !== JSON.stringify(writing.draft)) {
      await send(merged.draft);
    }
    setBusy(false);
    return { isRecorded, crossed: merged ? fieldsOf(theirs, merged.conflicts) : {} };
  }
  return { save, isBusy };
}

function fieldsOf(draft: Crossed, fields: readonly (keyof ItemDraft)[]): Crossed {
  return Object.fromEntries(fields.map((field) => [field, draft[field]]));
}
