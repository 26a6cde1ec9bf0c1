// A board's meetings as a list, the latest first: a draft is for those who prepare it.
import type { Database } from "#db/client.ts";
import { type MeetingRow, meetingsOf } from "#db/meetings.ts";
import { dayOf } from "#domain/calendar.ts";
import type { Phase } from "#domain/meeting/state.ts";
import { preparesMeetings } from "#domain/meeting/visibility.ts";
import type { AllowedBoard } from "../auth/access.ts";

export type MeetingLine = MeetingRow & { readonly day: string };

const MOST = 1000;
const published: readonly Phase[] = [
  "published",
  "inSession",
  "adjourned",
  "closed",
  "minutesDrafted",
  "minutesApproved",
];

export async function boardMeetings(
  db: Database,
  { boardId, role }: AllowedBoard,
): Promise<readonly MeetingLine[]> {
  const phases = preparesMeetings(role) ? (["draft", ...published] as const) : published;
  const rows = await meetingsOf(db, { boards: [boardId], phases, order: "latestFirst", most: MOST });
  return rows.map((row) => ({ ...row, day: dayOf(row.startsAt) }));
}
