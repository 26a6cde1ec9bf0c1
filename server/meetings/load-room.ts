// A meeting as one person may see it, for the first paint of a page.
import type { OpenDatabase } from "#db/client.ts";
import { wholeLog } from "#db/event-log.ts";
import { emptyReplica, type Replica, receive } from "#domain/meeting/replica.ts";
import { redact } from "#domain/meeting/visibility.ts";
import type { AllowedMeeting } from "../auth/access.ts";
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
