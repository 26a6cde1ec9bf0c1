"use client";

import { useCallback, useEffect, useState } from "react";
import type { ItemId } from "#domain/ids.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import { useRoom } from "./room-context.ts";

export type Shown = {
  /** Undefined while the meeting itself is shown. */
  readonly item: AgendaItem | undefined;
  /** Reading something else than what the board is on. */
  readonly isElsewhere: boolean;
  readonly show: (item: ItemId) => void;
  readonly follow: () => void;
};

/** Everybody follows the chair until they choose to read something else, and goes back by one press. */
export function useShown(): Shown {
  const { meeting } = useRoom();
  const [chosen, setChosen] = useState<ItemId | null>(null);
  const { current } = meeting;
  const shown = chosen ?? current;
  const item = shown === null ? undefined : itemOf(meeting, shown);

  // a reader who follows sees the next item from its head
  useEffect(() => {
    if (shown !== null) window.scrollTo({ top: 0 });
  }, [shown]);

  return {
    item,
    isElsewhere: chosen !== null && chosen !== current,
    show: useCallback((id) => setChosen(id === current ? null : id), [current]),
    follow: () => setChosen(null),
  };
}
