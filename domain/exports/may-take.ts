import type { Role } from "../meeting/registers.ts";
import { CLOSED_PHASES, type Phase } from "../meeting/state.ts";

const KEEPING: readonly (Role | undefined)[] = ["chair", "clerk"];

/** Whether the record may leave the house with what was taken without the public (`reliability.md` §3.3, export.full). */
export function mayTakeWhole(role: Role | undefined, phase: Phase): boolean {
  return KEEPING.includes(role) && CLOSED_PHASES.includes(phase);
}
