// What clerks keep beside the meetings. A change and its audit row are one statement; a line is struck out, never removed.
import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import * as z from "zod";
import type { BoardId, LineId, PersonId } from "#domain/ids.ts";
import { Holds, type HoldsOf, type LineKind } from "#domain/registers/lines.ts";
import { auditAbout, audited, type Change, subject } from "./audit.ts";
import type { Database } from "./client.ts";
import { registerLines } from "./schema/tables.ts";

export type Line<Kind extends LineKind = LineKind> = {
  readonly id: LineId;
  /** Null for what is the whole partnership's. */
  readonly boardId: BoardId | null;
  readonly holds: HoldsOf<Kind>;
  /** How often it has been changed, from 1. */
  readonly turn: number;
  readonly madeAt: number;
  readonly struckAt: number | null;
};

type Asked<Kind extends LineKind> = {
  readonly boardId: BoardId;
  readonly kinds: readonly Kind[];
};

/** A board's lines of some kinds and the whole partnership's, struck out or not, in the order in which they were put down. */
export async function linesOf<Kind extends LineKind>(
  db: Database,
  { boardId, kinds }: Asked<Kind>,
): Promise<readonly Line<Kind>[]> {
  const rows = await db
    .select()
    .from(registerLines)
    .where(
      and(
        or(eq(registerLines.boardId, boardId), isNull(registerLines.boardId)),
        inArray(registerLines.kind, [...kinds]),
      ),
    )
    .orderBy(asc(registerLines.madeAt), asc(registerLines.id));
  const isAsked = (line: Line): line is Line<Kind> => kinds.some((kind) => kind === line.holds.kind);
  return rows.map(lineOf).filter(isAsked);
}

export async function lineById(db: Database, id: LineId): Promise<Line | undefined> {
  const [row] = await db.select().from(registerLines).where(eq(registerLines.id, id));
  return row && lineOf(row);
}

function lineOf(row: typeof registerLines.$inferSelect): Line {
  const { id, boardId, turn, madeAt, struckAt } = row;
  return { id, boardId, turn, madeAt, struckAt, holds: Holds.parse(row.holds) };
}

type NewLine = {
  readonly id: LineId;
  readonly boardId: BoardId | null;
  readonly slot: string | null;
  readonly holds: Holds;
};

/** False when there is a line of that id already, or of that slot: then nothing is put down. */
export async function insertLine(
  db: Database,
  { id, boardId, slot, holds }: NewLine,
  change: Change,
): Promise<boolean> {
  const made = await audited(
    db,
    db
      .insert(registerLines)
      .values({ id, boardId, kind: holds.kind, slot, holds, turn: 1, madeAt: change.at, struckAt: null })
      .onConflictDoNothing()
      .returning({ subject: subject(registerLines.id) }),
    { ...change, detail: { ...change.detail, from: null, to: holds } },
  );
  return made.length > 0;
}

/**
 * Puts something else in the place of what a line holds, or strikes it out (`to` is null). False when it is no longer the
 * line it was taken to be: then nothing is changed.
 */
export async function changeLine(
  db: Database,
  { id, turn, holds, struckAt }: Line,
  { to, undoes = false }: { readonly to: Holds | null; readonly undoes?: boolean },
  change: Change,
): Promise<boolean> {
  const from = struckAt === null ? holds : null;
  const changed = await audited(
    db,
    db
      .update(registerLines)
      .set({ holds: to ?? holds, turn: turn + 1, struckAt: to === null ? change.at : null })
      .where(and(eq(registerLines.id, id), eq(registerLines.turn, turn)))
      .returning({ subject: subject(registerLines.id) }),
    { ...change, detail: { ...change.detail, from, to, undoes } },
  );
  return changed.length > 0;
}

export type LineChange = {
  readonly id: number;
  readonly lineId: LineId;
  readonly at: number;
  /** Null when the house did it itself. */
  readonly by: PersonId | null;
  /** Null when the line was not there, or had been struck out. */
  readonly from: Holds | null;
  readonly to: Holds | null;
  readonly undoes: boolean;
};

const Detail = z.object({
  from: Holds.nullable(),
  to: Holds.nullable(),
  undoes: z.boolean().default(false),
});

/** What became of some lines, the newest change first. */
export async function changesOfLines(
  db: Database,
  lines: readonly LineId[],
  most: number,
): Promise<readonly LineChange[]> {
  const rows = await auditAbout(db, lines, most);
  const known = new Map<string, LineId>(lines.map((id) => [id, id]));
  return rows.flatMap(({ id, at, by, subject: about, detail }) => {
    const parsed = Detail.safeParse(detail).data;
    const lineId = known.get(about);
    return parsed && lineId ? [{ id, at, by, lineId, ...parsed }] : [];
  });
}
