/** Time and chance as the live layer uses them, given to it so that a test can play an hour in a moment. */
export type Timers = {
  /** Milliseconds of this device's clock, which may be wrong: only differences are used. */
  now(): number;
  /** Runs later; the answer calls it off. */
  after(ms: number, run: () => void): () => void;
  /** From 0 to 1. */
  random(): number;
};

// the wall clock and not `performance.now`, which stands still in some browsers while the lid is closed
export const deviceTimers: Timers = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

const FIRST_WAIT = 400;
const LONGEST_WAIT = 15_000;

/** Milliseconds before trying again: they grow with the tries, and no two browsers wait the same. */
export function waitBefore(tries: number, { random }: Pick<Timers, "random">): number {
  const most = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries);
  return most * (0.5 + random() / 2);
}
