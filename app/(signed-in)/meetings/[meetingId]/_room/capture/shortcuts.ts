// One key opens a line of its kind. Which letters, and whether single letters work at all, is each
// person's own choice on this device (WCAG 2.1.4); Ctrl+. and then the letter works while typing too.
import * as z from "zod";
import type { DraftKind } from "./draft.ts";

export const kinds: readonly DraftKind[] = ["decision", "challenge", "money", "action", "evidence", "note"];

/** Single keys that do something else: the chair's next act, time for debate, the floor and its clock, one's own hand and turn. */
export const TAKEN: readonly string[] = ["g", "b", "f", "q", "t", "p", "x"];

const Letter = z
  .string()
  .regex(/^[a-z]$/)
  .refine((letter) => !TAKEN.includes(letter));
export const Shortcuts = z.object({
  single: z.boolean(),
  letters: z.object({
    decision: Letter,
    challenge: Letter,
    money: Letter,
    action: Letter,
    // of choices made before there was any
    evidence: Letter.default("e"),
    note: Letter,
  }),
});
export type Shortcuts = z.infer<typeof Shortcuts>;

export const usualShortcuts: Shortcuts = {
  single: true,
  letters: { decision: "d", challenge: "c", money: "m", action: "a", evidence: "e", note: "n" },
};

const KEPT = "candour shortcuts";

export function keptShortcuts(): Shortcuts {
  try {
    const parsed = Shortcuts.safeParse(JSON.parse(localStorage.getItem(KEPT) ?? ""));
    return parsed.success ? parsed.data : usualShortcuts;
  } catch {
    return usualShortcuts;
  }
}

export function keepShortcuts(shortcuts: Shortcuts): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(shortcuts));
  } catch {
    // they hold until the page is left
  }
}

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey">;

/**
 * The kind a key asks for; null when it asks for none. `isArmed` after Ctrl+., `isTyping` while a field, a
 * menu or a dialog has the keys.
 */
export function kindOf(
  { key, ctrlKey, altKey, metaKey }: Pressed,
  { single, letters }: Shortcuts,
  { isArmed, isTyping }: { isArmed: boolean; isTyping: boolean },
): DraftKind | null {
  if (altKey || metaKey || (ctrlKey && !isArmed)) return null;
  if (!isArmed && (isTyping || !single)) return null;
  return kinds.find((kind) => letters[kind] === key.toLowerCase()) ?? null;
}

/** Whether a second key is now expected. */
export function isArming({ key, ctrlKey, metaKey }: Pressed): boolean {
  return key === "." && (ctrlKey || metaKey);
}
