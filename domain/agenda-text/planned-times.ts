import { type Clock, clockText, minutesOfDay } from "./clock-times.ts";
import type { DraftItem } from "./draft-item.ts";
import type { Flag } from "./flags.ts";

export type Start = { readonly startsAt: string | null; readonly plannedMinutes: number | null };

const MOST_MINUTES = 600;
const MOST_BETWEEN_STARTS = 240;

type Placed = { item: DraftItem; start: number | null; until: number | null };

/** Settles times of day in the order of the agenda, and planned minutes from durations or from one start to the next. */
export function startsOf(
  items: readonly DraftItem[],
  opening: string | null,
): { starts: Map<DraftItem, Start>; flags: Flag[] } {
  const starts = new Map<DraftItem, Start>();
  const flags: Flag[] = [];
  const begin = opening === null ? null : Number(opening.slice(0, 2)) * 60 + Number(opening.slice(3));
  const placed = place(items, begin, null, flags);
  record(placed, starts);
  for (const { item, start } of placed) record(place(item.items, start ?? begin, start, flags), starts);
  return { starts, flags };
}

function place(
  items: readonly DraftItem[],
  reference: number | null,
  parent: number | null,
  flags: Flag[],
): Placed[] {
  let last = parent;
  return items.map((item) => {
    const start = settle(item.timing?.from ?? null, last ?? reference);
    const until = settle(item.timing?.until ?? null, start);
    if (start !== null && last !== null && start < last) {
      flags.push({ code: "timeGoesBackwards", line: item.line, from: clockText(last), to: clockText(start) });
    }
    if (start !== null && until !== null && until < start) {
      flags.push({
        code: "timeGoesBackwards",
        line: item.line,
        from: clockText(start),
        to: clockText(until),
      });
    }
    last = start ?? last;
    return { item, start, until };
  });
}

function settle(clock: Clock | null, reference: number | null): number | null {
  return clock === null ? null : minutesOfDay(clock, reference);
}

function record(placed: readonly Placed[], starts: Map<DraftItem, Start>): void {
  for (const [index, { item, start, until }] of placed.entries()) {
    // an untimed item in between shares the time, so nothing is claimed for either
    const end = until ?? placed[index + 1]?.start ?? null;
    const between = start === null || end === null ? 0 : end - start;
    const written = item.timing?.minutes ?? null;
    const derived = between > 0 && between <= MOST_BETWEEN_STARTS ? between : null;
    const plannedMinutes = written !== null && written >= 1 && written <= MOST_MINUTES ? written : derived;
    starts.set(item, { startsAt: start === null ? null : clockText(start), plannedMinutes });
  }
}
