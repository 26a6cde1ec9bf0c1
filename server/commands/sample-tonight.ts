// npm run sample:tonight: the sample's meeting of tonight, made for today.
import { thePartnership } from "#db/partnership.ts";
import { renewTonight } from "../sample/tonight.ts";
import { onDatabase } from "./on-database.ts";

await onDatabase(async ({ env, database, clock }) => {
  const partnership = await thePartnership(database.db);
  if (!partnership?.sample)
    throw new Error("The sample partnership is not loaded here: there is no meeting to renew.");
  const meetingId = await renewTonight(database, clock.now());
  return [`Tonight’s meeting is ready: ${env.publicUrl}/meetings/${meetingId}`];
});
