// Ctrl+. says that the key that follows is meant for the room, whatever has the keyboard: while one types, a letter
// alone is a letter. Every listener on the page hears both presses; they share what is armed.
import { isArming } from "./capture/shortcuts.ts";

/** Milliseconds within which the second key is expected. */
const ARMED_FOR = 2000;
const MODIFIERS: readonly string[] = ["Shift", "Control", "Alt", "AltGraph", "Meta"];

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "timeStamp">;

export type ArmedKeys = {
  /** Whether this press is the first of the two. */
  readonly arms: (press: Press) => boolean;
  /** Whether this press is the second; the same press has the same answer however often it is asked. */
  readonly isArmed: (press: Press) => boolean;
};

export function armedKeys(): ArmedKeys {
  let armedAt: number | null = null;
  let spentAt: number | null = null;
  return {
    arms(press) {
      if (!isArming(press)) return false;
      armedAt = press.timeStamp;
      spentAt = null;
      return true;
    },
    isArmed({ key, timeStamp }) {
      if (armedAt === null || timeStamp - armedAt > ARMED_FOR) return false;
      if (spentAt !== null && spentAt !== timeStamp) return false;
      if (!MODIFIERS.includes(key)) spentAt = timeStamp;
      return true;
    },
  };
}

/** Those of this page. */
export const armed = armedKeys();
