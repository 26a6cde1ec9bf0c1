import type { MeetingSummary } from "#db/meetings.ts";
import type { Meeting } from "#domain/meeting/state.ts";

/** What lists show of a meeting; null before it is made. */
export function summaryOf(meeting: Meeting): MeetingSummary | null {
  const { boardId, title, startsAt, lengthMinutes, phase, closedAt } = meeting;
  return boardId && { boardId, title, startsAt, lengthMinutes, phase, closedAt };
}
