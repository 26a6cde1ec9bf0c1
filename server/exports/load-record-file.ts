// The record of a meeting as it may leave the house in a file (`reliability.md` §3.3, export). In its public form it is
// everybody's who may open the meeting, while it is held as well as after; with what was taken without the public it is
// the chair's and the clerks', once the meeting is closed and only just after signing in. An interest holds in both.
import { wholeLog } from "#db/event-log.ts";
import { liveSession } from "#db/sessions.ts";
import { mayTakeWhole } from "#domain/exports/may-take.ts";
import { MeetingId } from "#domain/ids.ts";
import { emptyReplica, receive } from "#domain/meeting/replica.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { redact } from "#domain/meeting/visibility.ts";
import type { People } from "#domain/wire.ts";
import { allowedMeeting, NOBODY } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import { openPeople } from "../realtime/people.ts";
import type { LookingBack } from "../runtime.ts";

export type FileForm = "public" | "whole";
export type RecordFile = { readonly meeting: Meeting; readonly people: People; readonly board: string };

const FRESH_MS = 15 * 60 * 1000;

export async function loadRecordFile(
  house: LookingBack,
  asker: Pick<Asker, "personId" | "sid">,
  asked: { readonly meetingId: string; readonly form: FileForm },
): Promise<RecordFile | "notThere" | "signInAgain"> {
  const meetingId = MeetingId.safeParse(asked.meetingId);
  const allowed = meetingId.success && (await allowedMeeting(house.database.db, asker, meetingId.data));
  if (!allowed) return "notThere";
  const events = await wholeLog(house.database.log, allowed.meetingId);
  const { meeting } = await house.sockets.desks.at(allowed.meetingId).copy(events.at(-1)?.seq);
  if (asked.form === "whole") {
    if (!mayTakeWhole(allowed.role, meeting.phase)) return "notThere";
    if (!(await isFresh(house, asker.sid))) return "signInAgain";
  }
  const own = redact(meeting, allowed.personId, events);
  const readable = asked.form === "whole" ? own : redact(meeting, NOBODY, own);
  const shown = receive(emptyReplica, readable).replica.meeting;
  const people = await openPeople(house.database.db)(shown);
  return { meeting: shown, people, board: shown.registers.board.name };
}

async function isFresh({ database, clock }: LookingBack, sid: string): Promise<boolean> {
  const session = await liveSession(database.db, sid);
  return session !== undefined && clock.now() - session.createdAt <= FRESH_MS;
}
