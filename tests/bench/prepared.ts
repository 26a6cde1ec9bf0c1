// Meetings in session, with a board and signed-in people each, made before anything is measured: by a server of
// our own, so that the one under measurement has nothing behind it.
import type { ItemId, MeetingId, PersonId, SeatId } from "#domain/ids.ts";
import { inGroups } from "../support/in-groups.ts";
import { type LiveServer, startLive } from "../support/live-server.ts";
import { type StoredBoard, storedBoard } from "../support/stored-board.ts";
import { inSession } from "../support/stored-meeting.ts";
import { inFlight } from "./measure.ts";

export type Meeting = {
  readonly meetingId: MeetingId;
  /** Open at the moment. */
  readonly item: ItemId;
  /** Each in a seat. */
  readonly members: readonly Member[];
};

export type Member = { readonly person: PersonId; readonly seat: SeatId; readonly cookie: string };

/** So many boards at a time are made: more only wait for a connection. */
const AT_ONCE = 5;

/** One board for each. */
export function meetings(databaseUrl: string, count: number, memberCount: number): Promise<Meeting[]> {
  return withLive(databaseUrl, async (live) => {
    const made: Meeting[] = [];
    await inFlight(count, AT_ONCE, async () => {
      const board = await storedBoard(live.database, { memberCount });
      made.push(await oneMore(live, board, await signedIn(live, board)));
    });
    return made;
  });
}

/** All of one board, so that its people are signed in once. */
export function meetingsOfOneBoard(
  databaseUrl: string,
  count: number,
  memberCount: number,
): Promise<Meeting[]> {
  return withLive(databaseUrl, async (live) => {
    const board = await storedBoard(live.database, { memberCount });
    const members = await signedIn(live, board);
    const made: Meeting[] = [];
    await inFlight(count, AT_ONCE, async () => void made.push(await oneMore(live, board, members)));
    return made;
  });
}

export async function withLive<Made>(
  databaseUrl: string,
  make: (live: LiveServer) => Promise<Made>,
): Promise<Made> {
  const live = await startLive(databaseUrl);
  try {
    return await make(live);
  } finally {
    await live.close();
  }
}

async function oneMore(live: LiveServer, board: StoredBoard, members: readonly Member[]): Promise<Meeting> {
  const { meetingId, item } = await inSession(live.desks, board);
  return { meetingId, item, members };
}

function signedIn(live: LiveServer, { members, seats }: StoredBoard): Promise<Member[]> {
  return inGroups(members, async (person, place) => {
    const seat = seats[place];
    if (seat === undefined) throw new Error("a member without a seat");
    return { person, seat, cookie: (await live.signIn(person)).cookie };
  });
}
