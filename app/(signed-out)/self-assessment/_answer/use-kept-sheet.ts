"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type DraftStore, deviceStore, forgetOnDevice } from "#app/_live/device-store.ts";
import type { PersonId } from "#domain/ids.ts";
import { emptySheet, Sheet } from "./sheet.ts";

/** Apart from what the house keeps for people who are signed in. */
const STORE = "candour-self-assessment";
const SLOT = "sheet";

type Kept = {
  readonly sheet: Sheet;
  readonly change: (sheet: Sheet) => void;
  /** Whether the device holds it: what it would not take is still on the screen. */
  readonly isKept: boolean;
  /** Once it is sent: what somebody thought must not stay on a device that others use. */
  readonly forget: () => Promise<void>;
};

/** The sheet, kept on this device as it is filled in, sealed under a key of the link's own. */
export function useKeptSheet(key: PersonId): Kept {
  const [sheet, setSheet] = useState<Sheet>(emptySheet);
  const [isKept, setIsKept] = useState(true);
  const drafts = useRef<DraftStore | null>(null);
  // what was tapped last, here; null before the first tap
  const tapped = useRef<Sheet | null>(null);

  const keep = useCallback((next: Sheet) => {
    void drafts.current?.save(SLOT, next).then(
      () => setIsKept(true),
      () => setIsKept(false),
    );
  }, []);

  useEffect(() => {
    void openDrafts(key).then(async (store) => {
      drafts.current = store;
      if (store === null) return setIsKept(false);
      // what was tapped before the device answered is newer, and stands nowhere yet
      if (tapped.current !== null) return keep(tapped.current);
      const kept = Sheet.safeParse(await store.load(SLOT).catch(() => undefined));
      // a tap meanwhile is newer, and kept by itself
      if (kept.success && tapped.current === null) setSheet(kept.data);
      return undefined;
    });
  }, [key, keep]);

  const change = useCallback(
    (next: Sheet) => {
      tapped.current = next;
      setSheet(next);
      keep(next);
    },
    [keep],
  );

  const forget = useCallback(async () => {
    drafts.current = null;
    // a device that answers only now has nothing to keep
    tapped.current = null;
    await forgetOnDevice(key, STORE).catch(() => undefined);
  }, [key]);

  return { sheet, change, isKept, forget };
}

async function openDrafts(key: PersonId): Promise<DraftStore | null> {
  try {
    return (await deviceStore(key, STORE)).drafts;
  } catch {
    return null; // a browser that keeps nothing
  }
}
