"use client";

import { useLayoutEffect, useRef } from "react";
import { keptShortcuts } from "./capture/shortcuts.ts";
import { isBehindDialog, isTyping } from "./capture/use-shortcuts.ts";

/** What a single key does, while no field has the keyboard; silent where single letters are switched off. */
export function useKeys(acts: Readonly<Record<string, (() => void) | null>>): void {
  const latest = useRef(acts);
  // with what is drawn, or the first press on it would be lost
  useLayoutEffect(() => {
    latest.current = acts;
  });
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, altKey, metaKey, target } = event;
      if (event.defaultPrevented || event.repeat || ctrlKey || altKey || metaKey) return;
      if (isTyping(target) || isBehindDialog() || !keptShortcuts().single) return;
      latest.current[key.toLowerCase()]?.();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
