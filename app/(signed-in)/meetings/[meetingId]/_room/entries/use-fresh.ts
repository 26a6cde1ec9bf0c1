"use client";

import { useEffect, useRef, useState } from "react";
import type { EntryId } from "#domain/ids.ts";
import type { Entry } from "#domain/meeting/entry.ts";

const FRESH_FOR = 3000;

/** The entries recorded in the last three seconds while one was looking: their numbers wear the highlighter. */
export function useFresh(place: string, entries: readonly Entry[]): ReadonlySet<EntryId> {
  const known = useRef<{ place: string; ids: ReadonlySet<EntryId> } | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<EntryId>>(new Set());

  useEffect(() => {
    const before = known.current;
    known.current = { place, ids: new Set(entries.map(({ id }) => id)) };
    if (!before || before.place !== place) return setFresh(new Set());
    const added = entries.filter(({ id }) => !before.ids.has(id)).map(({ id }) => id);
    if (added.length === 0) return undefined;
    setFresh((held) => new Set([...held, ...added]));
    // not called off by the next entry, which has three seconds of its own
    setTimeout(() => setFresh((held) => new Set([...held].filter((id) => !added.includes(id)))), FRESH_FOR);
    return undefined;
  }, [place, entries]);

  return fresh;
}
