// Who sits in which seat, from when to when. Seats, not people, are counted.
import * as z from "zod";
import { PersonId, SeatId } from "../ids.ts";
import { optionalWords } from "../words.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { EventOf, MeetingEvent } from "./events.ts";
import { attendanceOf, seatOf, sittingIn } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { Mode, type SeatAttendance } from "./presence.ts";
import type { Seat } from "./registers.ts";
import type { Meeting } from "./state.ts";
import { endSpells } from "./turn.ts";

/** Milliseconds; null means now. Never later than now: a clerk catches up, nobody foretells. */
const from = z.int().min(0).nullable();

export const MarkAttendance = z.discriminatedUnion("outcome", [
  z.strictObject({
    type: z.literal("markAttendance"),
    seat: SeatId,
    outcome: z.literal("principal"),
    mode: Mode,
    from,
  }),
  z.strictObject({
    type: z.literal("markAttendance"),
    seat: SeatId,
    outcome: z.literal("substitute"),
    person: PersonId,
    mode: Mode,
    from,
  }),
  z.strictObject({
    type: z.literal("markAttendance"),
    seat: SeatId,
    outcome: z.enum(["apologies", "absent"]),
    reason: optionalWords(200),
  }),
]);
export type MarkAttendance = z.infer<typeof MarkAttendance>;

export const MarkDeparture = z.strictObject({ type: z.literal("markDeparture"), seat: SeatId, from });
export type MarkDeparture = z.infer<typeof MarkDeparture>;

/**
 * Apologies and absence say that nobody sat in the seat; who leaves early has departed instead.
 * A member marks only their own arrival.
 */
export function markAttendance(meeting: Meeting, command: MarkAttendance, actor: Actor): Decision {
  const seat = seatOf(meeting, command.seat);
  if (!seat) return refuse({ code: "seatNotFound" });

  if ("reason" in command) {
    const { outcome, reason } = command;
    if (actor.scope === "own" && !isNamedFor(seat, actor.by)) return refuse({ code: "notYours" });
    const marked = attendanceOf(meeting, seat.id);
    if (marked?.outcome === outcome && marked.reason === reason) return refuse({ code: "alreadyRecorded" });
    return accept(attended(command.seat, { outcome, reason, from: actor.at }));
  }

  const person = command.outcome === "principal" ? seat.principal : command.person;
  if (person === null) return refuse({ code: "seatEmpty" });
  if (!meeting.registers.people.some(({ id }) => id === person)) return refuse({ code: "personNotFound" });
  if (actor.scope === "own" && (person !== actor.by || !isNamedFor(seat, person)))
    return refuse({ code: "notYours" });

  const { mode } = command;
  const sitting = sittingIn(meeting, seat.id);
  if (sitting?.person === person && sitting.mode === mode) return refuse({ code: "alreadyRecorded" });
  const elsewhere = meeting.attendance.some(
    (other) => other.seat !== seat.id && sittingIn(meeting, other.seat)?.person === person,
  );
  if (elsewhere) return refuse({ code: "personSeated" });

  const as =
    seat.principal === person ? "principal" : seat.substitutes.includes(person) ? "substitute" : "standIn";
  const outcome = as === "principal" ? "principal" : "substitute";
  // whoever came back did so after leaving
  const left = Math.max(0, ...(attendanceOf(meeting, seat.id)?.sittings ?? []).map(({ to }) => to ?? 0));
  const from = Math.min(Math.max(command.from ?? actor.at, left), actor.at);
  return accept(attended(seat.id, { outcome, person, as, mode, from }));
}

export function markDeparture(meeting: Meeting, { seat, from }: MarkDeparture, actor: Actor): Decision {
  const sitting = sittingIn(meeting, seat);
  if (!sitting) return refuse({ code: "seatEmpty" });
  if (actor.scope === "own" && sitting.person !== actor.by) return refuse({ code: "notYours" });
  return accept({ type: "departureMarked", seat, from: Math.min(from ?? actor.at, actor.at) });
}

export function applyAttendanceMarked(
  meeting: Meeting,
  event: EventOf<"attendanceMarked">,
  seq: number,
): Meeting {
  const { seat, outcome, person, as, mode, reason, from } = event;
  const before = attendanceOf(meeting, seat);
  const sittings =
    person === null || as === null
      ? []
      : [...endSpells(before?.sittings ?? [], from), { person, as, mode, from, to: null }];
  return withAttendance(meeting, { seat, outcome, reason, sittings, seq });
}

export function applyDepartureMarked(
  meeting: Meeting,
  event: EventOf<"departureMarked">,
  seq: number,
): Meeting {
  const before = attendanceOf(meeting, event.seat);
  if (!before) return meeting;
  return withAttendance(meeting, { ...before, seq, sittings: endSpells(before.sittings, event.from) });
}

export function withAttendance(meeting: Meeting, marked: SeatAttendance): Meeting {
  const { attendance } = meeting;
  if (!attendanceOf(meeting, marked.seat)) return { ...meeting, attendance: [...attendance, marked] };
  return { ...meeting, attendance: attendance.map((each) => (each.seat === marked.seat ? marked : each)) };
}

function isNamedFor(seat: Seat, person: PersonId): boolean {
  return seat.principal === person || seat.substitutes.includes(person);
}

function attended(
  seat: SeatId,
  marked: Partial<EventOf<"attendanceMarked">> & Pick<EventOf<"attendanceMarked">, "outcome" | "from">,
): MeetingEvent {
  return { type: "attendanceMarked", seat, person: null, as: null, mode: "inPerson", reason: "", ...marked };
}
