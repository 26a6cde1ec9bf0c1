// From the writer's hand to everybody's screen: the time until the last client of the room has the entry.
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Room } from "./rooms.ts";

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
export function textOf(n: number): string {
  return `Entry ${n}: who can give that figure, and by when, and what would the partnership stop doing to pay for it?`
    .padEnd(120, ".")
    .slice(0, 120);
}

/** The value at a share of the way from the smallest to the largest, 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Has so many under way at once, until all are done; milliseconds it took. */
export async function inFlight(
  count: number,
  atOnce: number,
  act: (n: number, lane: number) => Promise<void>,
): Promise<number> {
  const start = performance.now();
  let next = 0;
  async function lane(place: number): Promise<void> {
    while (next < count) {
      const n = next;
      next += 1;
      await act(n, place);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, place) => lane(place)));
  return performance.now() - start;
}
