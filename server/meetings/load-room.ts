// A meeting as one person may see it, for the first paint of a page.
import type { OpenDatabase } from "#db/client.ts";
import { wholeLog } from "#db/event-log.ts";
import { emptyReplica, type Replica, receive } from "#domain/meeting/replica.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { redact } from "#domain/meeting/visibility.ts";
import type { AllowedMeeting } from "../auth/access.ts";
import { copyWith, emptyCopy } from "./copy.ts";
import type { Desks } from "./desks.ts";

/** Folds what the person may read of the log, up to its present end. */
export async function loadRoom(
  { log }: OpenDatabase,
  desks: Desks,
  { meetingId, personId }: AllowedMeeting,
): Promise<Replica> {
  const events = await wholeLog(log, meetingId);
  const { meeting } = await desks.at(meetingId).copy(events.at(-1)?.seq);
  return receive(emptyReplica, redact(meeting, personId, events)).replica;
}

/** The same, for looking through many records: no desk is opened for what nobody is working on. */
export async function readRecord(
  { log }: OpenDatabase,
  { meetingId, personId }: AllowedMeeting,
): Promise<Meeting> {
  const events = await wholeLog(log, meetingId);
  const { meeting } = copyWith(emptyCopy, events);
  return receive(emptyReplica, redact(meeting, personId, events)).replica.meeting;
}
