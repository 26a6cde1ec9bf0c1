// What is due on a board, for those who run it: actions, report-backs, scrutiny's recommendations, support cycles that
// nobody has filled.
import { boardById } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { type Line, linesOf } from "#db/register-lines.ts";
import { dayOf } from "#domain/calendar.ts";
import type { BoardId } from "#domain/ids.ts";
import { preparesMeetings } from "#domain/meeting/visibility.ts";
import { standingOfDay } from "#domain/registers/matters.ts";
import type { Day } from "#domain/words.ts";
import type { AllowedBoard } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import { type FoundMatter, waitingMatters } from "../meetings/find-matters.ts";
import type { LookingBack } from "../runtime.ts";
import { standing } from "./line-view.ts";
import { type CycleSum, readCycles, sumOf } from "./support-view.ts";

export type DueView = {
  readonly boardId: BoardId;
  readonly name: string;
  readonly today: Day;
  readonly isClerk: boolean;
  readonly actions: readonly FoundMatter[];
  readonly reportBacks: readonly FoundMatter[];
  readonly recommendations: readonly Line<"recommendation">[];
  /** Closed cycles of which something is missing, the newest first. */
  readonly cycles: readonly CycleSum[];
  /** How many actions and decisions to be reported back have no day, or one further off. */
  readonly later: number;
};

/** Null for those who do not run the board. */
export async function dueView(
  house: Pick<LookingBack, "database" | "clock">,
  asker: Asker,
  { boardId, role }: AllowedBoard,
): Promise<DueView | null> {
  if (!preparesMeetings(role)) return null;
  const { db } = house.database;
  const now = house.clock.now();
  const today = dayOf(now);
  const [board, matters, recommendations, { cycles }] = await Promise.all([
    boardById(db, boardId),
    waitingMatters(house, asker, boardId),
    unanswered(db, boardId),
    readCycles(db, boardId, now),
  ]);
  if (!board) return null;
  const isNear = (each: FoundMatter) => each.standing === "overdue" || each.standing === "soon";
  const sums = cycles.map(sumOf);
  return {
    boardId,
    name: board.name,
    today,
    isClerk: role === "clerk",
    actions: matters.filter((each) => each.matter.kind === "action" && isNear(each)),
    reportBacks: matters.filter((each) => each.matter.kind === "decision" && isNear(each)),
    recommendations: recommendations.filter(({ holds }) => standingOfDay(holds.due, today) !== "later"),
    cycles: sums.filter(({ isWhole, isRunning, expected }) => !isWhole && !isRunning && expected > 0),
    later: matters.filter((each) => !isNear(each)).length,
  };
}

async function unanswered(db: Database, boardId: BoardId): Promise<readonly Line<"recommendation">[]> {
  const lines = standing(await linesOf(db, { boardId, kinds: ["recommendation"] }));
  return lines
    .filter(({ holds }) => holds.response === null)
    .toSorted((one, other) => (one.holds.due < other.holds.due ? -1 : 1));
}
