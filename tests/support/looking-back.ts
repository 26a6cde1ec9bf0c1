// What looking back is tried on: a board and a closed meeting of it, with a challenge said openly and one said without
// the public.
import type { OpenDatabase } from "#db/client.ts";
import { databaseTime } from "#db/event-log.ts";
import type { EntryId, ItemId, MeetingId } from "#domain/ids.ts";
import { openClock } from "#server/clock.ts";
import { openLog } from "#server/log.ts";
import { openDesks } from "#server/meetings/desks.ts";
import { openFactsKeeper } from "#server/meetings/keep-facts.ts";
import { noMeters } from "#server/meters.ts";
import type { LookingBack } from "#server/runtime.ts";
import type { StoredBoard } from "./stored-board.ts";
import { CANARY, carriedOut, challenge, inSession } from "./stored-meeting.ts";

/** What needs no sockets, and keeps facts as the product does. */
export async function lookingBackOn(database: OpenDatabase): Promise<LookingBack> {
  const lines = openLog("fatal");
  const clock = await openClock(() => databaseTime(database.log), { start: undefined, rate: 1 });
  const committed = openFactsKeeper(database.db, lines);
  const publish = () => undefined;
  const desks = openDesks({ log: database.log, clock, lines, meters: noMeters, publish, committed });
  return { database, clock, sockets: { desks } };
}

/** Both challenges confirmed; the one without the public has `CANARY` in its words. */
export async function closedMeeting(
  { sockets: { desks } }: LookingBack,
  board: StoredBoard,
): Promise<MeetingId> {
  const { meetingId: id, item, restrictedItem } = await inSession(desks, board);
  const [member = board.chair] = board.members;
  const close = (itemId: ItemId, entryId: EntryId) =>
    carriedOut(desks, id, board.chair, { type: "closeItem", itemId, confirmed: [entryId] });

  const open = challenge(board, item);
  await carriedOut(desks, id, member, open);
  await close(item, open.entryId);
  await carriedOut(desks, id, board.chair, { type: "excludePublic", reason: "Commercial terms" });
  await carriedOut(desks, id, board.chair, { type: "openItem", itemId: restrictedItem });
  const shut = challenge(board, restrictedItem, 0, CANARY);
  await carriedOut(desks, id, member, shut);
  await close(restrictedItem, shut.entryId);
  await carriedOut(desks, id, board.chair, { type: "closeMeeting" });
  return id;
}
