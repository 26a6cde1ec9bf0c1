// From the writer's hand to everybody's screen: the time until the last client of the room has the entry.
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Room } from "./room.ts";

export type Pace = { readonly entries: number; readonly perSecond: number; readonly clients: number };

/** Milliseconds, one for each entry, in the order they were sent. */
export async function seenByAll(
  room: Room,
  { entries, perSecond, clients }: Pace,
): Promise<readonly number[]> {
  const sent = new Map<string, number>();
  const missing = new Map<string, number>();
  const took: number[] = [];
  const all = Promise.withResolvers<void>();

  room.onSeen((id) => {
    const left = (missing.get(id) ?? 0) - 1;
    missing.set(id, left);
    if (left !== 0) return;
    took.push(performance.now() - (sent.get(id) ?? Number.NaN));
    if (took.length === entries) all.resolve();
  });

  const start = performance.now();
  for (let n = 0; n < entries; n += 1) {
    await wait(Math.max(0, start + (n * 1000) / perSecond - performance.now()));
    const id = randomUUID();
    missing.set(id, clients);
    sent.set(id, performance.now());
    room.write(id, textOf(n)).catch(all.reject);
  }
  await all.promise;
  return took;
}

/** 120 characters. */
function textOf(n: number): string {
  return `Entry ${n}: who can give that figure, and by when, and what would the partnership stop doing to pay for it?`
    .padEnd(120, ".")
    .slice(0, 120);
}

/** The value at a share of the way from the smallest to the largest, 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
