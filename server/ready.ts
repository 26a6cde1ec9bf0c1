import { databaseTime } from "#db/event-log.ts";
import { runtime } from "./runtime.ts";

/** Whether this process takes work: it has started, it is not leaving, and its database answers. */
export async function isReady(): Promise<boolean> {
  const { lifecycle, clock, database } = runtime();
  if (lifecycle.phase !== "ready") return false;
  const answered = clock.asking();
  try {
    answered(await databaseTime(database.log));
    return true;
  } catch {
    return false;
  }
}
