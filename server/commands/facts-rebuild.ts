// npm run facts:rebuild: folds the log of every closed meeting again. The rows come out as they were, byte for byte.
import { allMeetingIds } from "#db/meetings.ts";
import { foldFacts } from "../meetings/fold-facts.ts";
import { onDatabase } from "./on-database.ts";

await onDatabase(async ({ database }) => {
  const folded = await foldFacts(database, await allMeetingIds(database.db));
  return [`Facts of ${folded} closed meetings rebuilt.`];
});
