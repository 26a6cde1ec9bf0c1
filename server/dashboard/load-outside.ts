// What happened outside a board's meetings, with who noted it and what it was before.
import { boardById } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { dayOf } from "#domain/calendar.ts";
import type { BoardId } from "#domain/ids.ts";
import type { Day } from "#domain/words.ts";
import type { AllowedBoard } from "../auth/access.ts";
import { type ChangeShown, changesShown, type Names, namesFor, ofKind } from "../registers/line-view.ts";
import { type BoardNotes, boardNotes, writesNotes } from "./notes.ts";

export type OutsideView = {
  readonly boardId: BoardId;
  readonly name: string;
  readonly today: Day;
  readonly happenings: BoardNotes["happenings"];
  readonly writesNotes: boolean;
  readonly changes: readonly ChangeShown[];
  readonly names: Names;
};

/** Null when there is no such board. */
export async function loadOutside(
  db: Database,
  allowed: AllowedBoard,
  now: number,
): Promise<OutsideView | null> {
  const { boardId } = allowed;
  const [board, { happenings, lines }, names] = await Promise.all([
    boardById(db, boardId),
    boardNotes(db, allowed),
    namesFor(db, boardId),
  ]);
  if (!board) return null;
  return {
    boardId,
    name: board.name,
    today: dayOf(now),
    happenings,
    writesNotes: writesNotes(allowed),
    changes: await changesShown(db, ofKind(lines, "happening")),
    names,
  };
}
