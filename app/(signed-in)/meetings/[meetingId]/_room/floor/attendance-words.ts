import { time } from "#app/_text/dates.ts";
import { attendanceOf, sittingIn } from "#domain/meeting/look-up.ts";
import type { EarlierAttendance, Sitting } from "#domain/meeting/presence.ts";
import type { Seat } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { People } from "#domain/wire.ts";

/** Who sits in a seat, or what is known of its absence. */
export function attendanceText(meeting: Meeting, seat: Seat, people: People): string {
  const sitting = sittingIn(meeting, seat.id);
  if (sitting) return whoText(sitting, seat, people);
  const marked = attendanceOf(meeting, seat.id);
  if (!marked) return seat.principal === null ? "Vacant" : "Not marked";
  const last = marked.sittings.at(-1);
  if (last?.to) return `Left at ${time(last.to)}`;
  return absenceText(marked);
}

/** "Helen Marsh, substitute for Kofi Mensah, remote" */
function whoText(
  { person, as, mode }: Sitting,
  { principal }: Pick<Seat, "principal">,
  people: People,
): string {
  const whom = principal === null ? "" : ` for ${nameOf(principal, people)}`;
  const role = { principal: "", substitute: `, substitute${whom}`, standIn: `, stand-in${whom}` }[as];
  return `${nameOf(person, people)}${role}${mode === "remote" ? ", remote" : ""}`;
}

/** "Helen Marsh, 18:05 to 18:40" */
export function sittingText(sitting: Sitting, seat: Seat, people: People): string {
  return `${whoText(sitting, seat, people)}, ${timesText(sitting)}`;
}

function timesText({ from, to }: Pick<Sitting, "from" | "to">): string {
  return to === null ? `from ${time(from)}` : `${time(from)} to ${time(to)}`;
}

/** What stood of a seat before it was put right: "Helen Marsh, 18:05 to 18:40", or that nobody came. */
export function earlierText(
  { outcome, reason, sittings }: EarlierAttendance,
  seat: Seat,
  people: People,
): string {
  if (sittings.length === 0) return absenceText({ outcome, reason });
  return sittings.map((sitting) => sittingText(sitting, seat, people)).join("; ");
}

function absenceText({ outcome, reason }: Pick<EarlierAttendance, "outcome" | "reason">): string {
  const word = outcome === "apologies" ? "Apologies" : "Absent";
  return reason === "" ? word : `${word}, ${reason}`;
}

export function nameOf(person: Sitting["person"], people: People): string {
  return people[person]?.name ?? "Somebody";
}
