"use client";

import { useEffect, useRef, useState } from "react";
import type { DraftStore } from "./device-store.ts";

/** Where on this device something is kept; null while its storage is not open, or for what is not to be kept. */
type Slot = { readonly drafts: DraftStore | null; readonly name: string };

/**
 * Gives what an earlier visit has kept there, once, and from then on keeps `value`; null is not worth keeping. Answers
 * whether the device holds it: what it would not take is still on the screen.
 */
export function useKept(
  { drafts, name }: Slot,
  value: object | string | null,
  onFound: (kept: unknown) => void,
): boolean {
  const [isRead, setIsRead] = useState(false);
  const [isKept, setIsKept] = useState(true);
  const asked = useRef(false);

  useEffect(() => {
    if (!drafts || asked.current) return;
    asked.current = true;
    void drafts.load(name).then((kept) => {
      onFound(kept);
      setIsRead(true);
    });
  }, [drafts, name, onFound]);

  useEffect(() => {
    if (!drafts || !isRead) return;
    void (value === null ? drafts.clear(name) : drafts.save(name, value)).then(
      () => setIsKept(true),
      () => setIsKept(value === null),
    );
  }, [drafts, name, value, isRead]);

  return isKept;
}
