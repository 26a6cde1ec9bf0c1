// Who sits in which seat, from when to when. Seats, not people, are counted.
import * as z from "zod";
import { PersonId, SeatId } from "../ids.ts";
import { optionalWords, words } from "../words.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Envelope, EventOf, MeetingEvent } from "./events.ts";
import { attendanceOf, seatOf, sittingIn } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { Commitment, type EarlierAttendance, Mode, type SeatAttendance, type Sitting } from "./presence.ts";
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
 * The times of one sitting put right afterwards, with the reason. `sitting` is the `seq` of the event that marked the
 * arrival; times are milliseconds, and `to` is null for somebody who has not left after all.
 */
export const CorrectSitting = z.strictObject({
  type: z.literal("correctSitting"),
  seat: SeatId,
  sitting: z.int().min(1),
  from: z.int().min(0),
  to: z.int().min(0).nullable(),
  reason: words(200),
});
export type CorrectSitting = z.infer<typeof CorrectSitting>;

/** Whether whoever sits in a seat can commit their organisation today; said on joining, changed as often as needed. */
export const SayCommitment = z.strictObject({
  type: z.literal("sayCommitment"),
  seat: SeatId,
  commitment: Commitment,
});
export type SayCommitment = z.infer<typeof SayCommitment>;

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

/**
 * Nobody foretells, nobody leaves before they came, and the times of a seat and of a person do not overlap: of two who
 * are said to have sat there together, one is put right first.
 */
export function correctSitting(meeting: Meeting, command: CorrectSitting, actor: Actor): Decision {
  const { seat, sitting: seq, reason, from, to } = command;
  const sittings = attendanceOf(meeting, seat)?.sittings ?? [];
  const place = sittings.findIndex((each) => each.seq === seq);
  const sitting = sittings[place];
  if (!sitting) return refuse({ code: "sittingNotFound" });
  if (sitting.from === from && sitting.to === to) return refuse({ code: "nothingChanges" });

  if (Math.max(from, to ?? from) > actor.at) return refuse({ code: "notYet" });
  if (to !== null && from > to) return refuse({ code: "timesReversed" });
  const [before, next] = [sittings[place - 1], sittings[place + 1]];
  if (from < (before?.to ?? 0) || (next && (to ?? forEver) > next.from))
    return refuse({ code: "timesOverlap" });
  if (sitsElsewhere(meeting, seat, { ...sitting, from, to })) return refuse({ code: "personSeated" });
  return accept({ type: "sittingCorrected", seat, sitting: seq, from, to, reason });
}

export function sayCommitment(meeting: Meeting, command: SayCommitment, actor: Actor): Decision {
  const { seat, commitment } = command;
  const sitting = sittingIn(meeting, seat);
  if (!sitting) return refuse({ code: "seatEmpty" });
  if (actor.scope === "own" && sitting.person !== actor.by) return refuse({ code: "notYours" });
  if (sitting.commitment === commitment) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "commitmentSaid", seat, person: sitting.person, commitment });
}

export function applyAttendanceMarked(
  meeting: Meeting,
  event: EventOf<"attendanceMarked">,
  { seq, at, by }: Envelope,
): Meeting {
  const { seat, outcome, person, as, mode, reason, from } = event;
  const before = attendanceOf(meeting, seat);
  const earlier = before?.sittings ?? [];
  // what somebody said of their organisation holds while they sit for it, wherever they sit from
  const commitment = earlier.findLast((sitting) => sitting.person === person)?.commitment ?? null;
  const sittings =
    person === null || as === null
      ? []
      : [...endSpells(earlier, from), { seq, person, as, mode, commitment, from, to: null }];
  const history = before?.history ?? [];
  return withAttendance(meeting, {
    seat,
    outcome,
    reason,
    sittings,
    seq,
    history:
      before && replaces(before, event) ? [...history, replaced(before, { seq, at, by }, reason)] : history,
  });
}

export function applySittingCorrected(
  meeting: Meeting,
  event: EventOf<"sittingCorrected">,
  { seq, at, by }: Envelope,
): Meeting {
  const { seat, sitting, from, to, reason } = event;
  const before = attendanceOf(meeting, seat);
  if (!before) return meeting;
  return withAttendance(meeting, {
    ...before,
    seq,
    sittings: before.sittings.map((each) => (each.seq === sitting ? { ...each, from, to } : each)),
    history: [...before.history, replaced(before, { seq, at, by }, reason)],
  });
}

export function applyCommitmentSaid(meeting: Meeting, event: EventOf<"commitmentSaid">): Meeting {
  const { seat, person, commitment } = event;
  const before = attendanceOf(meeting, seat);
  if (!before) return meeting;
  const says = (sitting: Sitting) => sitting.person === person && sitting.to === null;
  return withAttendance(meeting, {
    ...before,
    sittings: before.sittings.map((each) => (says(each) ? { ...each, commitment } : each)),
  });
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

/** Who comes after somebody else follows on; apologies instead of a presence, or the other way about, replace it. */
function replaces(before: SeatAttendance, { person }: EventOf<"attendanceMarked">): boolean {
  return person === null || before.sittings.length === 0;
}

function replaced(
  { outcome, reason, sittings }: SeatAttendance,
  change: Pick<EarlierAttendance, "seq" | "at" | "by">,
  why: string,
): EarlierAttendance {
  return { ...change, why, outcome, reason, sittings };
}

const forEver = Number.POSITIVE_INFINITY;

/** Whether the same person is said to have sat in another seat at some of this time. */
function sitsElsewhere(meeting: Meeting, seat: SeatId, { person, from, to }: Sitting): boolean {
  return meeting.attendance
    .filter((other) => other.seat !== seat)
    .flatMap(({ sittings }) => sittings.filter((other) => other.person === person))
    .some((other) => other.from < (to ?? forEver) && from < (other.to ?? forEver));
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
