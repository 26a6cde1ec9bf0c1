// npm run log:verify: follows the hash chain of every meeting's log. Exit 1 when a row was edited, lost or inserted.
import { brokenLogs } from "../backup/verify-logs.ts";
import { onDatabase } from "./on-database.ts";

await onDatabase(async ({ database }) => {
  const { logs, broken } = await brokenLogs(database);
  if (broken.length === 0) return [`${logs} logs hold, each event as it was written.`];
  const lines = broken.map(
    ({ meetingId, seq }) => `Meeting ${meetingId} does not hold from event ${seq} on.`,
  );
  throw new Error([...lines, `${broken.length} of ${logs} logs do not hold.`].join("\n"));
});
