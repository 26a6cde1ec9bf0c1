"use client";

import { useEffect, useState } from "react";
import { armed } from "../armed-keys.ts";
import type { DraftKind } from "./draft.ts";
import { keepShortcuts, keptShortcuts, kindOf, type Shortcuts, usualShortcuts } from "./shortcuts.ts";

/** Listens for the keys that open a line; answers which they are, and how to change them. */
export function useShortcuts(onKind: (kind: DraftKind) => void): [Shortcuts, (to: Shortcuts) => void] {
  const [shortcuts, setShortcuts] = useState(usualShortcuts);
  // oxlint-disable-next-line react/set-state-in-effect -- what this device keeps is known only once it draws
  useEffect(() => setShortcuts(keptShortcuts()), []);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isBehindDialog()) return;
      if (armed.arms(event)) {
        event.preventDefault();
        return;
      }
      const isArmed = armed.isArmed(event);
      if (event.defaultPrevented) return;
      const kind = kindOf(event, shortcuts, { isArmed, isTyping: isTyping(event.target) });
      if (kind === null) return;
      event.preventDefault();
      onKind(kind);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [shortcuts, onKind]);

  return [
    shortcuts,
    (to) => {
      setShortcuts(to);
      keepShortcuts(to);
    },
  ];
}

const TYPING = "input, textarea, select, [contenteditable], [role=listbox], [role=menu], [role=spinbutton]";

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/** Keys are inert behind a dialog or a menu. */
export function isBehindDialog(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null;
}
