import type { Role } from "../meeting/registers.ts";
import type { Phase } from "../meeting/state.ts";

const KEEPING: readonly (Role | undefined)[] = ["chair", "clerk"];
const HELD: readonly Phase[] = ["closed", "minutesDrafted", "minutesApproved"];

/** Whether the record may leave the house with what was taken without the public (`reliability.md` §3.3, export.full). */
export function mayTakeWhole(role: Role | undefined, phase: Phase): boolean {
  return KEEPING.includes(role) && HELD.includes(phase);
}
