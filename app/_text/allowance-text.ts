// What is left of the time a board allows, in words: colour alone tells nobody.
import type { Allowance } from "#domain/meeting/allowances.ts";
import { stopwatch } from "./dates.ts";

/** "1:20 left of 3:00", "time is up", "0:15 over". A second begun is a second left. */
export function allowanceText({ allowedMs, usedMs }: Allowance): string {
  const left = Math.ceil((allowedMs - usedMs) / 1000) * 1000;
  if (left > 0) return `${stopwatch(left)} left of ${stopwatch(allowedMs)}`;
  return left > -1000 ? "time is up" : `${stopwatch(-left)} over`;
}

export function isOver({ allowedMs, usedMs }: Allowance): boolean {
  return usedMs >= allowedMs;
}
