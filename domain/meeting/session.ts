// The session: opening and closing the meeting, who presides, who records, whether the public is there.
import * as z from "zod";
import { PersonId } from "../ids.ts";
import { optionalWords, words } from "../words.ts";
import { restarted, stopped } from "./clocks.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Envelope, EventOf } from "./events.ts";
import { isRestricted, presidingNow, recordingNow, seatsFor } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { openPulseOf } from "./pulse.ts";
import type { Meeting } from "./state.ts";
import { endSpells } from "./turn.ts";

const reason = optionalWords(300);

export const OpenMeeting = z.strictObject({
  type: z.literal("openMeeting"),
  presiding: PersonId,
  recording: PersonId.nullable(),
});
export type OpenMeeting = z.infer<typeof OpenMeeting>;

export const AdjournMeeting = z.strictObject({ type: z.literal("adjournMeeting"), reason });
export type AdjournMeeting = z.infer<typeof AdjournMeeting>;

export const ResumeMeeting = z.strictObject({ type: z.literal("resumeMeeting") });
export type ResumeMeeting = z.infer<typeof ResumeMeeting>;

export const CloseMeeting = z.strictObject({ type: z.literal("closeMeeting") });
export type CloseMeeting = z.infer<typeof CloseMeeting>;

/** The ground is the one on which the board resolved to exclude the public. */
export const ExcludePublic = z.strictObject({ type: z.literal("excludePublic"), reason: words(300) });
export type ExcludePublic = z.infer<typeof ExcludePublic>;

export const ReadmitPublic = z.strictObject({ type: z.literal("readmitPublic") });
export type ReadmitPublic = z.infer<typeof ReadmitPublic>;

export const TakeChair = z.strictObject({ type: z.literal("takeChair"), presiding: PersonId });
export type TakeChair = z.infer<typeof TakeChair>;

export const NameRecorder = z.strictObject({ type: z.literal("nameRecorder"), recording: PersonId });
export type NameRecorder = z.infer<typeof NameRecorder>;

const MAY_PRESIDE = ["chair", "viceChair", "member"];

export function openMeeting(meeting: Meeting, command: OpenMeeting): Decision {
  const { presiding, recording } = command;
  if (meeting.items.length === 0) return refuse({ code: "agendaEmpty" });
  if (!mayPreside(meeting, presiding)) return refuse({ code: "personNotFound" });
  if (recording !== null && !isClerk(meeting, recording)) return refuse({ code: "personNotFound" });

  return accept({ type: "meetingOpened", presiding, seat: seatHeldBy(meeting, presiding), recording });
}

export function adjournMeeting(_meeting: Meeting, { reason }: AdjournMeeting): Decision {
  return accept({ type: "meetingAdjourned", reason });
}

export function resumeMeeting(_meeting: Meeting): Decision {
  return accept({ type: "meetingResumed" });
}

/** With the meeting its pulse closes, if it was still open. */
export function closeMeeting(meeting: Meeting): Decision {
  if (meeting.current !== null) return refuse({ code: "itemStillOpen", itemId: meeting.current });
  const pulse = openPulseOf(meeting);
  if (pulse === null) return accept({ type: "meetingClosed" });
  return accept({ type: "pulseClosed", box: pulse.box }, { type: "meetingClosed" });
}

export function excludePublic(_meeting: Meeting, { reason }: ExcludePublic): Decision {
  return accept({ type: "publicExcluded", reason });
}

/** The public comes back before an item that it may not hear is left open. */
export function readmitPublic(meeting: Meeting): Decision {
  const open = meeting.items.find((item) => item.status === "open" && isRestricted(meeting, item));
  if (open) return refuse({ code: "itemStillOpen", itemId: open.id });
  return accept({ type: "publicReadmitted" });
}

/**
 * A clerk names who presides, or stands in until somebody is named: items are opened and closed meanwhile, and nothing
 * is agreed (`isChaired`). Nobody is put into the chair by the product itself.
 */
export function takeChair(meeting: Meeting, { presiding }: TakeChair, actor: Actor): Decision {
  if (actor.scope === "own" && presiding !== actor.by) return refuse({ code: "notYours" });
  const standsIn = presiding === actor.by && isClerk(meeting, presiding);
  if (!standsIn && !mayPreside(meeting, presiding)) return refuse({ code: "personNotFound" });
  if (presidingNow(meeting)?.person === presiding) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "chairTaken", presiding, seat: standsIn ? null : seatHeldBy(meeting, presiding) });
}

export function nameRecorder(meeting: Meeting, { recording }: NameRecorder): Decision {
  if (!isClerk(meeting, recording)) return refuse({ code: "personNotFound" });
  if (recordingNow(meeting)?.person === recording) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "recorderNamed", recording });
}

export function applyMeetingOpened(
  meeting: Meeting,
  event: EventOf<"meetingOpened">,
  { at }: Envelope,
): Meeting {
  const { presiding, seat, recording } = event;
  return {
    ...meeting,
    phase: "inSession",
    openedAt: at,
    presiding: [{ person: presiding, seat, from: at, to: null }],
    recording: recording === null ? [] : [{ person: recording, from: at, to: null }],
    items: meeting.items.map((item) => ({
      ...item,
      plannedAtOpening: item.plannedMinutes,
      linkedAtOpening: item.objectives.map(({ objectiveId }) => objectiveId),
    })),
  };
}

export function applyMeetingAdjourned(meeting: Meeting, at: number): Meeting {
  return {
    ...stopped(meeting, at),
    phase: "adjourned",
    adjournments: [...meeting.adjournments, { from: at, to: null }],
  };
}

export function applyMeetingResumed(meeting: Meeting, { at, seq }: Envelope): Meeting {
  return {
    ...restarted(meeting, at, seq),
    phase: "inSession",
    adjournments: endSpells(meeting.adjournments, at),
  };
}

export function applyMeetingClosed(meeting: Meeting, { at, seq }: Envelope): Meeting {
  return {
    ...stopped(meeting, at),
    phase: "closed",
    publicExcluded: false,
    exclusions: endedExclusions(meeting, seq),
    closedAt: at,
    adjournments: endSpells(meeting.adjournments, at),
    registersHeld: meeting.registers,
  };
}

export function applyPublicExcluded(meeting: Meeting, { seq }: Envelope): Meeting {
  return {
    ...meeting,
    publicExcluded: true,
    exclusions: [...meeting.exclusions, { from: seq, to: null }],
  };
}

export function applyPublicReadmitted(meeting: Meeting, { seq }: Envelope): Meeting {
  return { ...meeting, publicExcluded: false, exclusions: endedExclusions(meeting, seq) };
}

/** The public comes back with event `seq`, if it was out. */
export function endedExclusions(meeting: Meeting, seq: number): Meeting["exclusions"] {
  return meeting.exclusions.map((span) => (span.to === null ? { ...span, to: seq } : span));
}

export function applyChairTaken(meeting: Meeting, event: EventOf<"chairTaken">, { at }: Envelope): Meeting {
  const { presiding: person, seat } = event;
  const earlier = endSpells(meeting.presiding, at);
  return { ...meeting, presiding: [...earlier, { person, seat, from: at, to: null }] };
}

export function applyRecorderNamed(
  meeting: Meeting,
  event: EventOf<"recorderNamed">,
  { at }: Envelope,
): Meeting {
  const earlier = endSpells(meeting.recording, at);
  return { ...meeting, recording: [...earlier, { person: event.recording, from: at, to: null }] };
}

function mayPreside(meeting: Meeting, person: PersonId): boolean {
  return meeting.registers.roles.some(
    ({ personId, role }) => personId === person && MAY_PRESIDE.includes(role),
  );
}

function isClerk(meeting: Meeting, person: PersonId): boolean {
  return meeting.registers.roles.some(({ personId, role }) => personId === person && role === "clerk");
}

function seatHeldBy(meeting: Meeting, person: PersonId) {
  return seatsFor(meeting, person)[0]?.id ?? null;
}
