"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { warnBeforeLeaving } from "#app/_live/leaving.ts";
import { useKept } from "#app/_live/use-kept.ts";
import { useRoom } from "../room-context.ts";
import { Draft, type DraftKind, newDraft } from "./draft.ts";

export type HeldDraft = {
  readonly draft: Draft | null;
  /** False when this device would not keep it. */
  readonly isKept: boolean;
  readonly change: (to: Partial<Draft>) => void;
  /** Begins one, or turns the one begun into another kind, keeping the words. */
  readonly begin: (kind: DraftKind) => void;
  readonly put: (draft: Draft | null) => void;
};

/** What is being written survives a reload on this device; on a restricted item it stays in memory. */
export function useDraft(isRestricted: boolean, itemId: string | null): HeldDraft {
  const { meeting, you, role, drafts, meetingId, typing } = useRoom();
  const [draft, setDraft] = useState<Draft | null>(null);
  const isWorth = draft !== null && draft.text !== "" && !isRestricted;
  const isKept = useKept({ drafts, name: `capture ${meetingId}` }, isWorth ? draft : null, (kept) => {
    const parsed = Draft.safeParse(kept);
    // what has been begun meanwhile is newer
    if (parsed.success) setDraft((begun) => begun ?? parsed.data);
  });

  const isOnlyHere = draft !== null && draft.text !== "" && (isRestricted || !isKept);
  useEffect(() => warnBeforeLeaving(() => isOnlyHere), [isOnlyHere]);

  const writingOn = draft !== null && draft.text !== "" ? itemId : null;
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (told.current === writingOn) return;
    told.current = writingOn;
    typing(writingOn);
  }, [writingOn, typing]);

  const change = useCallback((to: Partial<Draft>) => setDraft((held) => held && { ...held, ...to }), []);
  const begin = useCallback(
    (kind: DraftKind) =>
      setDraft((held) => {
        const fresh = newDraft(meeting, you, role, kind);
        // with no words yet, whoever has the floor now is meant
        return held === null || held.text === "" ? fresh : { ...held, kind };
      }),
    [meeting, you, role],
  );
  return { draft, isKept, change, begin, put: setDraft };
}
