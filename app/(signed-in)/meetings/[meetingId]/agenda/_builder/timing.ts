// The evening as planned: when each item begins, and whether the whole fits the meeting.
import type { ItemId } from "#domain/ids.ts";
import { plannedMinutesOf } from "#domain/meeting/agenda-order.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import type { Meeting } from "#domain/meeting/state.ts";

export type Start = {
  /** Minutes since midnight, as the agenda says or as the items ahead add up. */
  readonly at: number;
  readonly isGiven: boolean;
  /** False where something ahead has no plan, so that this is the earliest at best. */
  readonly isSure: boolean;
  /** What it would begin too early for. */
  readonly clash: Clash | null;
};

/** The meeting or the item it is a part of begins, or the item ahead goes on, until then: minutes since midnight. */
export type Clash = { readonly until: number; readonly of: "meeting" | "whole" | "itemAhead" };

export type Timing = {
  readonly starts: ReadonlyMap<ItemId, Start>;
  readonly planned: number;
  /** What is left of the meeting's length; negative when the agenda is longer. */
  readonly left: number;
  readonly withoutMinutes: number;
};

type Timed = Pick<AgendaItem, "id" | "parent" | "startsAt" | "plannedMinutes">;
/** The time of day at which what is ahead is over, at the earliest; not sure once something ahead has no plan. */
type Clock = { readonly at: number; readonly isSure: boolean; readonly of: Clash["of"] };

/** `begins`: the time of day at which the meeting begins, `14:05`. A part begins within the item it belongs to. */
export function timingOf(meeting: Meeting, begins: string): Timing {
  const { items, lengthMinutes } = meeting;
  const starts = new Map<ItemId, Start>();
  const partsOf = (id: ItemId) => items.filter(({ parent }) => parent === id);
  const tops = items.filter(({ parent }) => parent === null);

  let clock: Clock = { at: minutesOfDay(begins), isSure: true, of: "meeting" };
  for (const item of tops) {
    const start = startOf(item, clock);
    starts.set(item.id, start);
    const parts = partsOf(item.id);
    const end = placeParts(parts, { ...start, of: "whole" }, starts);
    clock = item.plannedMinutes === null && parts.length > 0 ? end : clockAfter(item, start);
  }
  const planned = plannedMinutesOf(meeting);
  const isTimed = (item: Timed) =>
    item.plannedMinutes !== null || partsOf(item.id).some(({ plannedMinutes }) => plannedMinutes !== null);
  return {
    starts,
    planned,
    left: lengthMinutes - planned,
    withoutMinutes: tops.filter((item) => !isTimed(item)).length,
  };
}

/** "14:05" */
export function clockText(minutes: number): string {
  const day = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(day / 60)).padStart(2, "0")}:${String(day % 60).padStart(2, "0")}`;
}

function placeParts(parts: readonly Timed[], from: Clock, starts: Map<ItemId, Start>): Clock {
  let clock = from;
  for (const part of parts) {
    const start = startOf(part, clock);
    starts.set(part.id, start);
    clock = clockAfter(part, start);
  }
  return clock;
}

function startOf({ startsAt }: Timed, { at: until, isSure, of }: Clock): Start {
  if (startsAt === null) return { at: until, isSure, isGiven: false, clash: null };
  const at = minutesOfDay(startsAt);
  return { at, isGiven: true, isSure: true, clash: at < until ? { until, of } : null };
}

// a time that goes backwards does not turn the evening back
function clockAfter({ plannedMinutes }: Timed, { at, clash, isSure }: Start): Clock {
  const over = at + (plannedMinutes ?? 0);
  return {
    at: Math.max(clash?.until ?? 0, over),
    isSure: isSure && plannedMinutes !== null,
    of: "itemAhead",
  };
}

function minutesOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
