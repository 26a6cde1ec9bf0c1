// The pulse: six taps by everybody at the meeting, before it closes (`indicators.md` §9). The log knows that it was
// opened and closed, and what it came to. Who has answered what is nowhere (`reliability.md` §3.6): answers come by a
// message of their own, lie sealed until the close, and end as counts. Until then nobody sees even how many there are.
import * as z from "zod";
import { BoxId, type PersonId } from "../ids.ts";
import { optionalWords } from "../words.ts";
import { rulesOf } from "./board-rules.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Envelope, type EventOf, QuestionCounts } from "./events.ts";
import { presidingNow, recordingNow, roleHeld, sittingIn } from "./look-up.ts";
import { roleOf } from "./permissions.ts";
import type { Meeting, Pulse } from "./state.ts";

/** UTF-16 units of the line that may come with an answer. */
export const PULSE_LINE = 200;

/** How the answers to question 3 are told apart: whoever supports and runs the meeting, and everybody else. */
export type Pool = "officers" | "members";
/** Of the six, the one whose two pools are counted apart (`indicators.md` §7, no. 19). */
export const POOLED = 3;
export const QUESTIONS = [1, 2, 3, 4, 5, 6] as const;
/** One to five, or null for no view. */
export const Tap = z.int().min(1).max(5).nullable();
export type Tap = z.infer<typeof Tap>;

/** What somebody answers: a tap for each question, in their order, and what would have made the meeting better. */
export const PulseSlip = z.strictObject({
  kind: z.literal("pulse"),
  taps: z.array(Tap).length(QUESTIONS.length),
  line: optionalWords(PULSE_LINE),
});
export type PulseSlip = z.infer<typeof PulseSlip>;

/** `box` is a new one, random: one that was opened before takes nothing. */
export const OpenPulse = z.strictObject({ type: z.literal("openPulse"), box: BoxId });
export type OpenPulse = z.infer<typeof OpenPulse>;

/** Nobody answers after this, and it is not opened again. */
export const ClosePulse = z.strictObject({ type: z.literal("closePulse") });
export type ClosePulse = z.infer<typeof ClosePulse>;

/** What the sealed answers came to; given by the use case that has counted them, never by a browser. */
export const RecordPulse = z.strictObject({
  type: z.literal("recordPulse"),
  box: BoxId,
  answered: z.int().min(0),
  questions: z.array(QuestionCounts),
  officers: QuestionCounts.nullable(),
});
export type RecordPulse = z.infer<typeof RecordPulse>;

/** With fewer answers than the board's floor nothing is told of them. One a meeting: a second, answered by one more, would tell by comparison what that one has said. */
export function openPulse(meeting: Meeting, { box }: OpenPulse): Decision {
  if (meeting.pulse)
    return refuse({ code: meeting.pulse.closedAt === null ? "alreadyRecorded" : "pulseOver" });
  const { pulseFloor: floor } = rulesOf(meeting);
  return accept({ type: "pulseOpened", box, present: peoplePresent(meeting), floor });
}

export function closePulse(meeting: Meeting): Decision {
  const open = openPulseOf(meeting);
  if (open === null) return refuse({ code: meeting.pulse ? "pulseOver" : "pulseNotOpen" });
  return accept({ type: "pulseClosed", box: open.box });
}

export function recordPulse(meeting: Meeting, command: RecordPulse): Decision {
  const { box, answered, questions, officers } = command;
  const { pulse } = meeting;
  if (pulse?.box !== box || pulse.closedAt === null) return refuse({ code: "pulseNotOpen" });
  if (pulse.result !== null) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "pulseCounted", box, answered, questions, officers });
}

export function applyPulseOpened(
  meeting: Meeting,
  { box, present, floor }: EventOf<"pulseOpened">,
  { at }: Envelope,
): Meeting {
  return {
    ...meeting,
    pulse: { box, present, floor, openedAt: at, closedAt: null, closedBy: null, result: null },
  };
}

export function applyPulseClosed(meeting: Meeting, { at, by }: Envelope): Meeting {
  if (!meeting.pulse) return meeting;
  // what has been answered is being counted: the opening can no longer be taken back
  const recent = meeting.recent.filter(({ touches }) => !touches.includes("pulse"));
  return { ...meeting, recent, pulse: { ...meeting.pulse, closedAt: at, closedBy: by } };
}

export function applyPulseCounted(
  meeting: Meeting,
  { answered, questions, officers }: EventOf<"pulseCounted">,
  { seq }: Envelope,
): Meeting {
  if (!meeting.pulse) return meeting;
  return { ...meeting, pulse: { ...meeting.pulse, result: { answered, questions, officers, seq } } };
}

/** The pulse while it can be answered. */
export function openPulseOf({ pulse }: Pick<Meeting, "pulse">): Pulse | null {
  return pulse && pulse.closedAt === null ? pulse : null;
}

/**
 * Whether a person is asked: whoever sits in a seat at this moment, presides, or supports the board as its clerk.
 * Observers and scrutineers watch the meeting; they are not asked how it felt to take part.
 */
export function isAsked(meeting: Meeting, person: PersonId): boolean {
  const role = roleOf(meeting, person);
  if (role === undefined || role === "observer" || role === "scrutiny") return false;
  if (role === "clerk" || presidingNow(meeting)?.person === person) return true;
  return meeting.registers.seats.some(({ id }) => sittingIn(meeting, id)?.person === person);
}

/** Whose answer to question 3 it is; asked of somebody who is asked at all. */
export function poolOf(meeting: Meeting, person: PersonId): Pool {
  const role = roleOf(meeting, person);
  return role === "clerk" || role === "chair" ? "officers" : "members";
}

/** What would have made the meeting better is for the chair and the clerk to read, and for nobody else. */
export function mayReadLines(meeting: Meeting, person: PersonId): boolean {
  return [roleHeld(meeting, person), roleOf(meeting, person)].some(
    (role) => role === "chair" || role === "clerk",
  );
}

/** How many people are in the room, each counted once: those who sit, whoever presides, whoever keeps the record. */
function peoplePresent(meeting: Meeting): number {
  const sitting = meeting.registers.seats.map(({ id }) => sittingIn(meeting, id)?.person);
  const all = [...sitting, presidingNow(meeting)?.person, recordingNow(meeting)?.person];
  return new Set(all.filter((person) => person !== undefined)).size;
}
