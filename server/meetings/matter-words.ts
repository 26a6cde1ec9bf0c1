// What still waits, in the words in which it was recorded. Facts hold none, on purpose; so the records of the
// few meetings from which the most pressing matters come are read, each as this person may read it.

import type { OpenMatter } from "#domain/facts/open-matters.ts";
import type { EntryId, MeetingId } from "#domain/ids.ts";
import { entryOf } from "#domain/meeting/look-up.ts";
import { allowedMeeting } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import type { LookingBack } from "../runtime.ts";
import { loadRoom } from "./load-room.ts";

/** A page waits for so many logs and no more; what is beyond them is shown by its number. */
export const MEETINGS_READ = 8;

/** Null where the record was not read, or does not show the entry to this person. */
export type Worded<M> = M & { readonly text: string | null };

type Held = Pick<OpenMatter, "entry"> & { readonly meetingId: MeetingId };

/** The matters in their order, with the words of those from the first few meetings. */
export async function inTheirWords<M extends Held>(
  house: LookingBack,
  asker: Asker,
  matters: readonly M[],
): Promise<readonly Worded<M>[]> {
  const meetings = [...new Set(matters.map(({ meetingId }) => meetingId))].slice(0, MEETINGS_READ);
  const records = await Promise.all(
    meetings.map(async (id) => [id, await wordsOf(house, asker, id)] as const),
  );
  const words = new Map(records);
  return matters.map((matter) => ({
    ...matter,
    text: words.get(matter.meetingId)?.(matter.entry) ?? null,
  }));
}

async function wordsOf({ database, sockets }: LookingBack, asker: Asker, meetingId: MeetingId) {
  const allowed = await allowedMeeting(database.db, asker, meetingId);
  if (allowed === null) return () => null;
  const { meeting } = await loadRoom(database, sockets.desks, allowed);
  return (entry: EntryId) => entryOf(meeting, entry)?.text ?? null;
}
