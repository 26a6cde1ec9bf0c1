"use client";

import { useEffect, useState } from "react";
import type { Live } from "#app/_live/use-meeting.ts";
import type { ItemId, PersonId } from "#domain/ids.ts";
import type { People } from "#domain/wire.ts";

const TOLD_FOR = 8000;

/** Which items other people have changed in the last few seconds, and who. */
export function useChanges(live: Live | null, you: PersonId, people: People): ReadonlyMap<ItemId, string> {
  const [changes, setChanges] = useState<ReadonlyMap<ItemId, string>>(new Map());

  useEffect(() => {
    if (!live) return undefined;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = live.store.onRecorded(({ by, event }) => {
      if (by === you || !("itemId" in event) || event.itemId === null) return;
      const { itemId } = event;
      const name = people[by]?.name ?? "Somebody";
      setChanges((known) => new Map(known).set(itemId, name));
      timers.add(setTimeout(() => setChanges((known) => without(known, itemId)), TOLD_FOR));
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [live, you, people]);

  return changes;
}

function without(changes: ReadonlyMap<ItemId, string>, itemId: ItemId): ReadonlyMap<ItemId, string> {
  const rest = new Map(changes);
  rest.delete(itemId);
  return rest;
}
