"use client";

import { useEffect, useRef } from "react";
import { keptShortcuts } from "../capture/shortcuts.ts";
import { isBehindDialog, isTyping } from "../capture/use-shortcuts.ts";

/** G for the filled button, + for five minutes more; silent where single letters are switched off. */
export function useChairKeys(acts: { onNext: () => void; onMore: () => void }): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, altKey, metaKey, target } = event;
      if (event.defaultPrevented || ctrlKey || altKey || metaKey) return;
      if (isTyping(target) || isBehindDialog() || !keptShortcuts().single) return;
      if (key.toLowerCase() === "g") latest.current.onNext();
      else if (key === "+") latest.current.onMore();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
