import { attendanceOf, sittingIn } from "#domain/meeting/look-up.ts";
import type { Seat } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { People } from "#domain/wire.ts";

/** Who sits in a seat, or what is known of its absence. */
export function attendanceText(meeting: Meeting, seat: Seat, people: People): string {
  const name = (person: keyof People) => people[person]?.name ?? "somebody";
  const sitting = sittingIn(meeting, seat.id);
  if (sitting) {
    const as = { principal: "", substitute: ", substitute", standIn: ", stand-in" }[sitting.as];
    return `${name(sitting.person)}${as}${sitting.mode === "remote" ? ", remote" : ""}`;
  }
  const marked = attendanceOf(meeting, seat.id);
  if (!marked) return seat.principal === null ? "Vacant" : "Not marked";
  if (marked.outcome === "apologies")
    return marked.reason === "" ? "Apologies" : `Apologies, ${marked.reason}`;
  if (marked.outcome === "absent") return "Absent";
  return "Left";
}
