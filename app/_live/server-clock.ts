import type { Timers } from "./timers.ts";

export type ServerClock = {
  /** Milliseconds of the server's time: the one clock all screens show. */
  readonly now: () => number;
  /** What it showed when the device's clock showed this. */
  readonly at: (deviceTime: number) => number;
  /** Learns from an answer: what the server's clock showed, and when it was asked. */
  readonly learn: (serverTime: number, askedAt: number, rate?: number) => void;
};

/** Follows the server's clock by its answers. `rate` is how many of its seconds pass in one of ours. */
export function serverClock(timers: Timers, start?: { serverTime: number; rate: number }): ServerClock {
  let rate = start?.rate ?? 1;
  let known = start?.serverTime ?? timers.now();
  let knownAt = timers.now();
  // whole milliseconds: half of the time an answer took may end in half of one, and dates take none
  const at = (deviceTime: number) => Math.round(known + (deviceTime - knownAt) * rate);
  return {
    at,
    now: () => at(timers.now()),
    learn(serverTime, askedAt, newRate = rate) {
      rate = newRate;
      knownAt = timers.now();
      // the answer was on its way for about half of the time it took
      known = serverTime + ((knownAt - askedAt) / 2) * rate;
    },
  };
}
