"use client";

import { useState } from "react";
import * as z from "zod";
import type { DraftStore } from "#app/_live/device-store.ts";
import { useKept } from "#app/_live/use-kept.ts";
import { isChanged, rebased, settled, type Writing } from "./writing.ts";

type Held<D extends object> = {
  readonly draft: D;
  readonly conflicts: readonly (keyof D)[];
  readonly isChanged: boolean;
  /** Another number each time that words not typed here take the place of those that were; a key for fields. */
  readonly turn: string;
  readonly change: (to: Partial<D>) => void;
  readonly settle: (field: keyof D, keep: "own" | "theirs") => void;
  /** What was written is on the record, or given up. */
  readonly forget: () => void;
};

/**
 * Words written over something live. What others change meanwhile comes in wherever one has not written oneself.
 * With a `kept`, the words survive a reload on this device; what is closed to the public is given none.
 */
export function useWriting<D extends object>(
  theirs: D,
  kept: { readonly drafts: DraftStore | null; readonly slot: string; readonly schema: z.ZodType<D> } | null,
): Held<D> {
  const [writing, setWriting] = useState<Writing<D>>({ base: theirs, draft: theirs });
  const [taken, setTaken] = useState(0);
  const now = rebased(writing, theirs);
  const { drafts, slot, schema } = kept ?? { drafts: null, slot: "", schema: null };
  useKept({ drafts, name: slot }, isChanged(writing) ? writing : null, (found) => {
    if (schema === null) return;
    const earlier = z.object({ base: schema, draft: schema }).safeParse(found);
    // what has been begun meanwhile is newer
    if (earlier.success) setWriting((begun) => (isChanged(begun) ? begun : earlier.data));
    setTaken((turn) => turn + 1);
  });

  return {
    draft: now.draft,
    conflicts: now.conflicts,
    isChanged: isChanged(now),
    turn: `${taken}`,
    change: (to) => setWriting({ base: now.base, draft: { ...now.draft, ...to } }),
    settle(field, keep) {
      setWriting(settled(now, field, { theirs, keep }));
      setTaken((turn) => turn + 1);
    },
    forget() {
      setWriting({ base: theirs, draft: theirs });
      void drafts?.clear(slot).catch(() => undefined);
    },
  };
}
