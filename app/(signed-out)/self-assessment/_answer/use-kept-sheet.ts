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
  const isTouched = useRef(false);

  useEffect(() => {
    void openDrafts(key).then(async (store) => {
      drafts.current = store;
      if (store === null) return setIsKept(false);
      const kept = Sheet.safeParse(await store.load(SLOT).catch(() => undefined));
      // what was tapped before the device answered is newer
      if (kept.success && !isTouched.current) setSheet(kept.data);
      return undefined;
    });
  }, [key]);

  const change = useCallback((next: Sheet) => {
    isTouched.current = true;
    setSheet(next);
    void drafts.current?.save(SLOT, next).then(
      () => setIsKept(true),
      () => setIsKept(false),
    );
  }, []);

  const forget = useCallback(async () => {
    drafts.current = null;
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
