import type { OpenDatabase } from "#db/client.ts";
import { firstBroken } from "#db/event-log.ts";
import { allMeetingIds } from "#db/meetings.ts";
import type { MeetingId } from "#domain/ids.ts";

export type Verified = {
  readonly logs: number;
  readonly broken: readonly { readonly meetingId: MeetingId; readonly seq: number }[];
};

/** Follows the hash chain of every log; names those that do not hold and the first number at which they do not. */
export async function brokenLogs({ db, log }: OpenDatabase): Promise<Verified> {
  const ids = await allMeetingIds(db);
  const broken: { meetingId: MeetingId; seq: number }[] = [];
  for (const meetingId of ids) {
    const seq = await firstBroken(log, meetingId);
    if (seq !== null) broken.push({ meetingId, seq });
  }
  return { logs: ids.length, broken };
}
