import type { MeetingSummary } from "#db/meetings.ts";
import type { Meeting } from "#domain/meeting/state.ts";

/** What lists show of a meeting; null before it is made. */
export function summaryOf(meeting: Meeting): MeetingSummary | null {
  const { boardId, title, startsAt, lengthMinutes, place, phase, closedAt } = meeting;
  const items = meeting.items.filter(({ parent }) => parent === null).length;
  return boardId && { boardId, title, startsAt, lengthMinutes, place, phase, closedAt, items };
}
