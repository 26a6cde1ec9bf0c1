// The record of a meeting as one person may read it, with the later meetings in which something of it was heard again.
import { meetingById } from "#db/meetings.ts";
import { heardLater } from "#domain/facts/open-matters.ts";
import type { MeetingId } from "#domain/ids.ts";
import { MeetingId as Id } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Asker } from "../auth/asker.ts";
import type { Runtime } from "../runtime.ts";
import { type Entered, enterRoom } from "./enter-room.ts";

/** By id, when each of them began. */
export type HeardIn = Readonly<Record<string, number>>;

export type LoadedRecord = { readonly start: Entered["start"]; readonly heardIn: HeardIn };

/** Null when the meeting is not there, or not this person's to open. */
export async function loadRecord(
  runtime: Runtime,
  asker: Asker,
  meetingId: MeetingId,
): Promise<LoadedRecord | null> {
  const entered = await enterRoom(runtime, asker, meetingId);
  if (!entered) return null;
  const { db } = runtime.database;
  const ids = laterMeetings(entered.start.meeting);
  const found = await Promise.all(ids.map((id) => meetingById(db, id)));
  // of another board nothing is said, not even when it met
  const own = found.filter((row) => row?.boardId === entered.start.meeting.boardId);
  return {
    start: entered.start,
    heardIn: Object.fromEntries(own.flatMap((row) => (row ? [[row.id, row.startsAt]] : []))),
  };
}

function laterMeetings(meeting: Meeting): readonly MeetingId[] {
  const heard = meeting.items.flatMap(({ entries }) => entries.flatMap(heardLater));
  const ids = heard.flatMap((at) => Id.safeParse(at.meetingId).data ?? []);
  return [...new Set(ids)];
}
