// npm run facts:rebuild: folds the log of every closed meeting again. The rows come out as they were, byte for byte.
import { wholeLog } from "#db/event-log.ts";
import { allMeetingIds } from "#db/meetings.ts";
import { copyWith, emptyCopy } from "../meetings/copy.ts";
import { keepFacts } from "../meetings/keep-facts.ts";
import { onDatabase } from "./on-database.ts";

await onDatabase(async ({ database }) => {
  let rebuilt = 0;
  for (const meetingId of await allMeetingIds(database.db)) {
    const copy = copyWith(emptyCopy, await wholeLog(database.log, meetingId));
    if (copy.meeting.closedAt === null) continue;
    await keepFacts(database.db, meetingId, copy);
    rebuilt += 1;
  }
  return [`Facts of ${rebuilt} closed meetings rebuilt.`];
});
