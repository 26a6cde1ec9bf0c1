"use client";

import { useRef, useState } from "react";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import type { AgendaItem } from "#domain/meeting/state.ts";
import { useAgenda } from "./agenda-context.tsx";
import { amendmentOf, draftOf } from "./item-draft.ts";
import type { ItemDraft } from "./item-draft.ts";
import type { Writing } from "./writing.ts";

/**
 * Sends an item as it is written. The command says the whole item, so what somebody else changed while it was on
 * its way would be overwritten: then it is said once more, with theirs taken in.
 */
export function useSaving(item: AgendaItem) {
  const { change, reason } = useAgenda();
  const { meeting } = useRoom();
  const [isBusy, setBusy] = useState(false);
  const latest = useRef(item);
  latest.current = meeting.items.find(({ id }) => id === item.id) ?? item;

  async function save(writing: Writing<ItemDraft>): Promise<boolean> {
    const made = amendmentOf(item.id, writing.draft, reason);
    if (!made.ok) return false;
    setBusy(true);
    const { status } = await change(made.command);
    setBusy(false);
    return status === "recorded";
  }
  return { save, isBusy };
}

export function latestDraft(item: AgendaItem): ItemDraft {
  return draftOf(item);
}
