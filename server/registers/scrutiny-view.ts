// What overview and scrutiny asks of a board, reads of it and takes up, as those with a role on the board read it.
import { boardById } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { meetingsOf } from "#db/meetings.ts";
import { type Line, linesOf } from "#db/register-lines.ts";
import { dayOf } from "#domain/calendar.ts";
import type { BoardId, MeetingId } from "#domain/ids.ts";
import { CLOSED_PHASES } from "#domain/meeting/state.ts";
import type { Day } from "#domain/words.ts";
import type { AllowedBoard } from "../auth/access.ts";
import { type ChangeShown, changesShown, type Names, namesFor, ofKind, standing } from "./line-view.ts";

const MEETINGS_OFFERED = 120;

export type ScrutinyView = {
  readonly boardId: BoardId;
  readonly name: string;
  readonly names: Names;
  readonly today: Day;
  /** Unanswered first, the soonest due first; then the last answered first. */
  readonly recommendations: readonly Line<"recommendation">[];
  /** The newest first. */
  readonly readings: readonly Line<"sampleReading">[];
  readonly items: readonly Line<"scrutinyItem">[];
  readonly changes: readonly ChangeShown[];
  /** Closed meetings, the latest first, whose record may be read again. */
  readonly meetings: readonly { readonly id: MeetingId; readonly title: string; readonly startsAt: number }[];
};

export async function scrutinyView(
  db: Database,
  { boardId }: AllowedBoard,
  now: number,
): Promise<ScrutinyView | null> {
  const [board, names, lines, meetings] = await Promise.all([
    boardById(db, boardId),
    namesFor(db, boardId),
    linesOf(db, { boardId, kinds: ["recommendation", "sampleReading", "scrutinyItem"] }),
    meetingsOf(db, {
      boards: [boardId],
      phases: CLOSED_PHASES,
      order: "latestFirst",
      most: MEETINGS_OFFERED,
    }),
  ]);
  if (!board) return null;
  return {
    boardId,
    name: board.name,
    names,
    today: dayOf(now),
    recommendations: standing(ofKind(lines, "recommendation")).toSorted(mostPressing),
    readings: standing(ofKind(lines, "sampleReading")).toSorted(newestFirst),
    items: standing(ofKind(lines, "scrutinyItem")).toSorted(newestFirst),
    changes: await changesShown(db, lines),
    meetings: meetings.map(({ id, title, startsAt }) => ({ id, title, startsAt })),
  };
}

function mostPressing(
  { holds: one }: Line<"recommendation">,
  { holds: other }: Line<"recommendation">,
): number {
  if (one.response === null || other.response === null) {
    if (one.response === other.response) return one.due < other.due ? -1 : 1;
    return one.response === null ? -1 : 1;
  }
  return one.response.on < other.response.on ? 1 : -1;
}

function newestFirst(one: { holds: { on: Day } }, other: { holds: { on: Day } }): number {
  return one.holds.on < other.holds.on ? 1 : -1;
}
