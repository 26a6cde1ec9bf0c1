// What is said aloud to a screen reader, one text after the other.
import { type Observable, observable } from "./observable.ts";
import type { Timers } from "./timers.ts";

/** A text in its turn: the same text twice is two turns, and is said twice. */
export type Turn = { readonly turn: number; readonly text: string };

export type Sayings = {
  /** Null while nothing is said. What waits is kept beside it, so that a burst draws no more than is said. */
  readonly now: Observable<Turn | null>;
  readonly say: (text: string) => void;
  /** Nothing of what waits is said any more, nor what is being said: the reader may no longer read it. */
  readonly hush: () => void;
};

// long enough for a reader to take it up before the next one replaces it
const BETWEEN_MS = 1200;

export function openSayings({ after }: Pick<Timers, "after">): Sayings {
  const now = observable<Turn | null>(null);
  let waiting: string[] = [];
  let turn = 0;
  let isSaying = false;

  function next() {
    const text = waiting.shift();
    isSaying = text !== undefined;
    if (text === undefined) return now.set(null);
    turn += 1;
    now.set({ turn, text });
    after(BETWEEN_MS, next);
  }
  return {
    now,
    say(text) {
      waiting.push(text);
      if (!isSaying) next();
    },
    hush() {
      waiting = [];
      now.set(null);
    },
  };
}
