// What a person needs to enter a room: the meeting as they may see it, who is who, and the clock.
import { cache } from "react";
import type { MeetingId, PersonId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { People } from "#domain/wire.ts";
import { allowedMeeting } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import { openPeople } from "../realtime/people.ts";
import { hasReadNotice } from "../registers/notice.ts";
import type { Runtime } from "../runtime.ts";
import { loadRoom } from "./load-room.ts";

export type Entered = {
  readonly start: {
    readonly meetingId: MeetingId;
    readonly meeting: Meeting;
    readonly seq: number;
    readonly people: People;
    readonly you: PersonId;
    readonly serverTime: number;
    readonly rate: number;
  };
  /** Whether the person has yet to read what is recorded of them here. */
  readonly isFirst: boolean;
};

/** Null when the meeting is not there, or not this person's to open. */
export const enterRoom = cache(
  async (
    { database, sockets, clock, env }: Runtime,
    { personId }: Asker,
    meetingId: MeetingId,
  ): Promise<Entered | null> => {
    const { db } = database;
    const allowed = await allowedMeeting(db, { personId }, meetingId);
    if (!allowed) return null;
    const [{ meeting, seq }, hasRead] = await Promise.all([
      loadRoom(database, sockets.desks, allowed),
      hasReadNotice(db, personId, allowed.boardId),
    ]);
    const people = await openPeople(db)(meeting);
    const time = { serverTime: clock.now(), rate: env.clock.rate };
    return { start: { meetingId, meeting, seq, people, you: personId, ...time }, isFirst: !hasRead };
  },
);
