// The sectors as a year of meetings tells them.
import type { MeetingFacts, SeatFact } from "../facts/facts.ts";
import { sectorGroups } from "../indicators/sector-groups.ts";
import type { Sector } from "../meeting/registers.ts";

export type Sectors = readonly Sector[];

/** Fewest seats with which a line tells of a sector and not of a partner. */
const SEATS_NEEDED = 3;

/** As everybody may see them (`indicators.md §6.2`, rule 14): those that held a full seat at any of the meetings. */
export function sectorsTold(meetings: readonly MeetingFacts[]): readonly Sectors[] {
  const held = new Set(meetings.flatMap((facts) => fullSeats(facts).map(({ sector }) => sector)));
  const last = meetings.at(-1);
  return sectorGroups(last ? fullSeats(last) : [])
    .map((group) => group.filter((sector) => held.has(sector)))
    .filter((group) => group.length > 0);
}

/**
 * For lines that would otherwise add up one partner's year: no line of fewer than three seats at any meeting. Those
 * that are smaller are told together, with the smallest of the others where they are still too few.
 */
export function sectorsMerged(meetings: readonly MeetingFacts[]): readonly Sectors[] {
  const groups = sectorsTold(meetings);
  const fewest = (group: Sectors) =>
    Math.min(...meetings.map((facts) => seatsIn(facts, group)).filter((count) => count > 0));
  const large = groups.filter((group) => fewest(group) >= SEATS_NEEDED);
  const small = groups.filter((group) => !large.includes(group)).flat();
  if (small.length === 0) return groups;
  if (large.length === 0 || fewest(small) >= SEATS_NEEDED) return [...large, small];
  const [joined = [], ...others] = large.toSorted((a, b) => fewest(a) - fewest(b));
  return [...large.filter((group) => others.includes(group)), [...joined, ...small]];
}

export function fullSeats({ seats }: MeetingFacts): readonly SeatFact[] {
  return seats.filter(({ full }) => full);
}

export function seatsIn(facts: MeetingFacts, group: Sectors): number {
  return fullSeats(facts).filter(({ sector }) => group.includes(sector)).length;
}

export function groupOf(groups: readonly Sectors[], sector: Sector): Sectors {
  return groups.find((group) => group.includes(sector)) ?? [sector];
}
