// Time planned and used, of an item and of the evening.
import { addedTo } from "#domain/meeting/extensions.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Spell } from "#domain/meeting/turn.ts";

const MINUTE = 60_000;

/** Milliseconds for which these spells have lasted. */
export function lasted(spells: readonly Spell[], now: number): number {
  return spells.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? now) - from), 0);
}

export type Pace = {
  /** Minutes the agenda is behind its plan; negative when ahead. */
  readonly behind: number;
  /** When it ends if what remains takes as long as planned; milliseconds. */
  readonly endsAt: number;
};

/**
 * How the evening stands against its plan, which time added to an item leaves as it was; null until the meeting has
 * opened or when nothing is planned.
 */
export function paceOf(meeting: Meeting, now: number): Pace | null {
  const tops = meeting.items.filter(({ parent }) => parent === null);
  if (meeting.openedAt === null || !tops.some(({ plannedMinutes }) => plannedMinutes)) return null;

  let behindMs = 0;
  let toComeMs = 0;
  for (const item of tops) {
    const planned = (item.plannedMinutes ?? 0) * MINUTE;
    const used = lasted(item.spells, now);
    const allowed = planned + addedTo(item).minutes * MINUTE;
    if (item.status === "closed") behindMs += used - planned;
    else if (item.status === "open") {
      behindMs += Math.max(0, used - planned);
      toComeMs += Math.max(0, allowed - used);
    } else if (item.status === "waiting") toComeMs += planned;
    else behindMs -= planned;
  }
  return { behind: Math.round(behindMs / MINUTE), endsAt: now + toComeMs };
}

/** The item to take next: the first still waiting, a part of the open one before all others. */
export function nextItem(meeting: Meeting): AgendaItem | undefined {
  const waiting = meeting.items.filter(({ status }) => status === "waiting");
  const part = waiting.find(({ parent }) => parent !== null && parent === meeting.current);
  return part ?? waiting.find(({ parent }) => parent === null);
}
