"use client";

import { useLayoutEffect, useRef } from "react";
import { armed } from "./armed-keys.ts";
import { keptShortcuts } from "./capture/shortcuts.ts";
import { isBehindDialog, isTyping } from "./capture/use-shortcuts.ts";

/**
 * What a key does: alone while no field has the keyboard, unless single letters are switched off; after Ctrl+. always.
 */
export function useKeys(acts: Readonly<Record<string, (() => void) | null>>): void {
  const latest = useRef(acts);
  // with what is drawn, or the first press on it would be lost
  useLayoutEffect(() => {
    latest.current = acts;
  });
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.repeat || isBehindDialog()) return;
      if (armed.arms(event)) return event.preventDefault();
      const { key, ctrlKey, altKey, metaKey, target } = event;
      const act = latest.current[key.toLowerCase()];
      if (armed.isArmed(event)) {
        if (!act) return undefined;
        event.preventDefault();
        return act();
      }
      if (event.defaultPrevented || ctrlKey || altKey || metaKey) return undefined;
      if (isTyping(target) || !keptShortcuts().single) return undefined;
      return act?.();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
