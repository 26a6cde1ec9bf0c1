// npm run facts:rebuild: folds the log of every closed meeting again. The rows come out as they were, byte for byte.
import { allMeetingIds } from "#db/meetings.ts";
import { foldFacts } from "../meetings/fold-facts.ts";
import { onDatabase } from "./on-database.ts";
import { progressOf } from "./progress.ts";

await onDatabase(async ({ database }) => {
  const ids = await allMeetingIds(database.db);
  const progress = progressOf(ids.length);
  const folded = await foldFacts(database, ids, progress.tell);
  return [`Facts of ${progress.whole(folded)}`];
});
