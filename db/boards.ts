import { and, asc, eq, sql } from "drizzle-orm";
import type { BoardId } from "#domain/ids.ts";
import type { BoardRules, Layer } from "#domain/meeting/registers.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { BoardRole } from "./board-roles.ts";
import type { Database } from "./client.ts";
import { boardRoles, boards } from "./schema/tables.ts";

export type Board = {
  readonly id: BoardId;
  readonly name: string;
  readonly layer: Layer;
  readonly rules: BoardRules;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly position: number;
};

export async function allBoards(db: Database): Promise<readonly Board[]> {
  return db.select().from(boards).orderBy(asc(boards.position), asc(boards.id));
}

export async function boardById(db: Database, id: BoardId): Promise<Board | undefined> {
  const [row] = await db.select().from(boards).where(eq(boards.id, id));
  return row;
}

/** With the roles first held on it, in the same statement: a board is never without a chair. */
export async function insertBoard(
  db: Database,
  board: Board,
  change: Change,
  roles: readonly Omit<BoardRole, "boardId">[] = [],
): Promise<void> {
  const rows = roles.map((held) => ({ ...held, boardId: board.id }));
  await audited(
    db,
    db
      .insert(boards)
      .values(board)
      .returning({ subject: subject(boards.id) }),
    change,
    rows.length > 0 ? { held: db.insert(boardRoles).values(rows) } : {}, // an insert of nothing is no statement
  );
}

export async function changeBoard(
  db: Database,
  id: BoardId,
  values: Partial<Omit<Board, "id">>,
  change: Change,
): Promise<boolean> {
  const changed = await audited(
    db,
    db
      .update(boards)
      .set(values)
      .where(eq(boards.id, id))
      .returning({ subject: subject(boards.id) }),
    change,
  );
  return changed.length > 0;
}

/** False when they are no longer what they were taken to be: then nothing is changed. */
export async function changeRules(
  db: Database,
  id: BoardId,
  { from, to }: { readonly from: BoardRules; readonly to: BoardRules },
  change: Change,
): Promise<boolean> {
  const changed = await audited(
    db,
    db
      .update(boards)
      .set({ rules: to })
      // drizzle would compare the text of the two; as values, the order of their keys is nothing
      .where(and(eq(boards.id, id), sql`${boards.rules} = ${JSON.stringify(from)}::jsonb`))
      .returning({ subject: subject(boards.id) }),
    change,
  );
  return changed.length > 0;
}
