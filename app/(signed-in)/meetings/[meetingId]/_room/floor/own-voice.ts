// For whom a person speaks when they ask to: the chair for the chair, an officer for the officers, an adviser as a
// guest, everybody else for the seat in which they sit.
import type { PersonId } from "#domain/ids.ts";
import { sittingIn } from "#domain/meeting/look-up.ts";
import type { Role } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Speaker } from "#domain/meeting/turn.ts";

/** Null for somebody who sits in no seat, and for those who only listen. */
export function ownVoice(meeting: Meeting, you: PersonId, role: Role | undefined): Speaker | null {
  if (role === "chair") return { as: "chair" };
  if (role === "clerk") return { as: "officer" };
  const seat = meeting.registers.seats.find(({ id }) => sittingIn(meeting, id)?.person === you);
  if (seat) return { as: "seat", seat: seat.id };
  return role === "adviser" ? { as: "guest" } : null;
}
