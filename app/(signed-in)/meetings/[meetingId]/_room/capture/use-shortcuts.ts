"use client";

import { useEffect, useState } from "react";
import type { DraftKind } from "./draft.ts";
import {
  isArming,
  keepShortcuts,
  keptShortcuts,
  kindOf,
  type Shortcuts,
  usualShortcuts,
} from "./shortcuts.ts";

const ARMED_FOR = 2000;

/** Listens for the keys that open a line; answers which they are, and how to change them. */
export function useShortcuts(onKind: (kind: DraftKind) => void): [Shortcuts, (to: Shortcuts) => void] {
  const [shortcuts, setShortcuts] = useState(usualShortcuts);
  // oxlint-disable-next-line react/set-state-in-effect -- what this device keeps is known only once it draws
  useEffect(() => setShortcuts(keptShortcuts()), []);

  useEffect(() => {
    let armedAt = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isBehindDialog()) return;
      if (isArming(event)) {
        armedAt = Date.now();
        event.preventDefault();
        return;
      }
      const isArmed = Date.now() - armedAt < ARMED_FOR;
      const kind = kindOf(event, shortcuts, { isArmed, isTyping: isTyping(event.target) });
      if (kind === null) return;
      armedAt = 0;
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
