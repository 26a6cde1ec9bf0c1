import type { OpenDatabase } from "#db/client.ts";
import { wholeLog } from "#db/event-log.ts";
import { meetingsWithoutFacts } from "#db/facts.ts";
import { FACTS_VERSION } from "#domain/facts/facts.ts";
import type { MeetingId } from "#domain/ids.ts";
import { copyWith, emptyCopy } from "./copy.ts";
import { keepFacts } from "./keep-facts.ts";

/** Folds the logs of these meetings again and answers how many of them were closed. */
export async function foldFacts(
  { db, log }: OpenDatabase,
  meetingIds: readonly MeetingId[],
): Promise<number> {
  let folded = 0;
  for (const meetingId of meetingIds) {
    const copy = copyWith(emptyCopy, await wholeLog(log, meetingId));
    if (copy.meeting.closedAt === null) continue;
    await keepFacts(db, meetingId, copy);
    folded += 1;
  }
  return folded;
}

/** Makes good what a crash between a commit and its facts, or a new version of the fold, has left behind. */
export async function foldMissingFacts(database: OpenDatabase): Promise<number> {
  return foldFacts(database, await meetingsWithoutFacts(database.db, FACTS_VERSION));
}
