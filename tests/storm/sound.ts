// What must be nought after every storm, and what must have happened for that to mean anything.
import type { Report } from "./storm.ts";

const NOUGHT = [
  "lost",
  "wrongSeq",
  "doubled",
  "gaps",
  "outOfOrder",
  "notAfterSeen",
  "differing",
  "leaks",
  "broken",
  "refused",
  "unanswered",
  "wrongResends",
  "uncaught",
  "badLeaves",
] as const satisfies readonly (keyof Report)[];

const PLANTED = 4;

/** The figures of a report that should be nought and are not, and a checker that is blind. */
export function faultsIn(report: Report): Partial<Record<keyof Report, number>> {
  const found = NOUGHT.filter((name) => report[name] !== 0).map((name) => [name, report[name]] as const);
  const blind = report.planted === PLANTED ? [] : [["planted", report.planted] as const];
  return Object.fromEntries([...found, ...blind]);
}
