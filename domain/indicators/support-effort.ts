// What it takes to support a meeting, as clerks keep it from one close to the next.
import type { MeetingId } from "../ids.ts";
import type { KeptRegisters, SupportCycle, SupportRoleEffort } from "../registers/kept.ts";
import { penceFor } from "../registers/support.ts";

type KnownEffort = SupportRoleEffort & { readonly hours: number; readonly ratePence: number };

export function cycleOf({ support }: KeptRegisters, meetingId: MeetingId): SupportCycle {
  return support.find((cycle) => cycle.meetingId === meetingId) ?? { meetingId, roles: [], otherCosts: [] };
}

/** Hours and rate are both entered; a nought that was entered is known. */
export function isKnown(role: SupportRoleEffort): role is KnownEffort {
  return role.hours !== null && role.ratePence !== null;
}

/** What was spent or given, part by part: a role's time, or another cost. */
export function partsOf({ roles, otherCosts }: SupportCycle) {
  return [
    ...roles.filter(isKnown).map(({ category, sector, hours, ratePence, in: how }) => ({
      category,
      sector,
      pence: penceFor(hours, ratePence),
      in: how,
    })),
    ...otherCosts.map(({ category, sector, pence, in: how }) => ({ category, sector, pence, in: how })),
  ];
}
