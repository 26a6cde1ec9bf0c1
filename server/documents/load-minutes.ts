// The minutes of one meeting as somebody may read them: whole for those cleared, in their public form for everybody
// else, and frozen at their approval, whatever has been answered and done since.
import { wholeLog } from "#db/event-log.ts";
import type { MeetingId, PersonId } from "#domain/ids.ts";
import type { SentEvent } from "#domain/meeting/events.ts";
import { decide, isRecorded } from "#domain/meeting/meeting.ts";
import { emptyReplica, receive } from "#domain/meeting/replica.ts";
import { barredItems, isCleared } from "#domain/meeting/rights.ts";
import type { Meeting, Phase } from "#domain/meeting/state.ts";
import { redact } from "#domain/meeting/visibility.ts";
import { allowedMeeting, allowedMinutes, NOBODY } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import type { LookingBack } from "../runtime.ts";
import { type Minutes, minutesOf } from "./minutes.ts";

export type MinutesForm = "whole" | "public";
export type MinutesAct = "draftMinutes" | "approveMinutes";

export type LoadedMinutes = {
  readonly meetingId: MeetingId;
  readonly phase: Phase;
  readonly minutes: Minutes;
  readonly form: MinutesForm;
  /** Whether this reader may read the form that has restricted items in it. */
  readonly isCleared: boolean;
  /** Whether this reader may open the record that the minutes are written from. */
  readonly hasRecord: boolean;
  /** What this person may do with them now. */
  readonly act: MinutesAct | null;
};

/** Null when there are none that this person may read. */
export async function loadMinutes(
  { database, sockets, clock }: LookingBack,
  { personId }: Pick<Asker, "personId">,
  { meetingId, form }: { readonly meetingId: MeetingId; readonly form: MinutesForm },
): Promise<LoadedMinutes | null> {
  const { db, log } = database;
  const allowed = await allowedMeeting(db, { personId }, meetingId);
  if (!allowed && !(await allowedMinutes(db, { personId }, meetingId))) return null;

  const events = await wholeLog(log, meetingId);
  const { meeting } = await sockets.desks.at(meetingId).copy(events.at(-1)?.seq);
  const cleared = allowed !== null && isCleared(meeting, personId);
  const shown = cleared ? form : "public";
  // an interest holds in every form: what is public to all others is left out of this copy
  const own = redact(meeting, personId, untilApproval(events));
  const readable = shown === "whole" ? own : redact(meeting, NOBODY, own);
  return {
    meetingId,
    phase: meeting.phase,
    minutes: minutesOf(receive(emptyReplica, readable).replica.meeting, barredItems(meeting, personId)),
    form: shown,
    isCleared: cleared,
    hasRecord: allowed !== null,
    act: allowed ? actOf(meeting, { by: personId, at: clock.now() }) : null,
  };
}

function untilApproval(events: readonly SentEvent[]): readonly SentEvent[] {
  const approval = events.findLastIndex((sent) => isRecorded(sent) && sent.event.type === "minutesApproved");
  return approval === -1 ? events : events.slice(0, approval + 1);
}

function actOf(meeting: Meeting, who: { readonly by: PersonId; readonly at: number }): MinutesAct | null {
  const acts: readonly MinutesAct[] = ["draftMinutes", "approveMinutes"];
  return acts.find((type) => decide(meeting, { type }, who).outcome === "accepted") ?? null;
}
