// One row of facts a meeting: a pure fold of its log, kept so that the dashboard never reads logs.
import { and, asc, eq, getTableColumns, gte, inArray, sql } from "drizzle-orm";
import type { BoardId, MeetingId } from "#domain/ids.ts";
import type { Database } from "./client.ts";
import { meetingFacts, meetings } from "./schema/tables.ts";

export type FactsRow = {
  readonly meetingId: MeetingId;
  readonly boardId: BoardId;
  readonly closedAt: number;
  /** The last event the facts have counted. */
  readonly throughSeq: number;
  /** Of the fold: another version makes other facts of the same log. */
  readonly version: number;
  readonly facts: unknown;
};

/** Keeps the later of two folds: processes may fold the same log at once, and the slower one must not win. */
export async function storeFacts(db: Database, row: FactsRow): Promise<void> {
  await db
    .insert(meetingFacts)
    .values(row)
    .onConflictDoUpdate({
      target: meetingFacts.meetingId,
      // not the row once more: its facts are most of what is sent
      set: {
        boardId: sql`excluded.board_id`,
        closedAt: sql`excluded.closed_at`,
        throughSeq: sql`excluded.through_seq`,
        version: sql`excluded.version`,
        facts: sql`excluded.facts`,
      },
      setWhere: sql`(${meetingFacts.version}, ${meetingFacts.throughSeq}) <= (excluded.version, excluded.through_seq)`,
    });
}

/** A row without its facts, and by which transaction it was written: while that is the same, so are they. */
export type FactsMark = Omit<FactsRow, "facts"> & { readonly written: string };

const { facts: _facts, ...besideFacts } = getTableColumns(meetingFacts);
const written = sql<string>`xmin::text`;

/** What there is of a board's facts, from a moment on, the first closed first. */
export async function factsMarks(
  db: Database,
  boardId: BoardId,
  from: number,
): Promise<readonly FactsMark[]> {
  return db
    .select({ ...besideFacts, written })
    .from(meetingFacts)
    .where(and(eq(meetingFacts.boardId, boardId), gte(meetingFacts.closedAt, from)))
    .orderBy(asc(meetingFacts.closedAt), asc(meetingFacts.meetingId));
}

/** The facts of some meetings, in no order. */
export async function factsOfMeetings(
  db: Database,
  meetingIds: readonly MeetingId[],
): Promise<readonly (FactsRow & FactsMark)[]> {
  if (meetingIds.length === 0) return [];
  return db
    .select({ ...getTableColumns(meetingFacts), written })
    .from(meetingFacts)
    .where(inArray(meetingFacts.meetingId, [...meetingIds]));
}

export async function factsOfMeeting(db: Database, meetingId: MeetingId): Promise<FactsRow | undefined> {
  const [row] = await db.select().from(meetingFacts).where(eq(meetingFacts.meetingId, meetingId));
  return row;
}

/** The closed meetings whose facts lag behind their log or were folded by another version. */
export async function meetingsWithoutFacts(db: Database, version: number): Promise<readonly MeetingId[]> {
  const rows = await db
    .select({ id: meetings.id })
    .from(meetings)
    .leftJoin(meetingFacts, eq(meetingFacts.meetingId, meetings.id))
    .where(
      sql`${meetings.closedAt} is not null and (
        ${meetingFacts.throughSeq} is distinct from ${meetings.lastSeq} or ${meetingFacts.version} <> ${version}
      )`,
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
  return rows.map(({ id }) => id);
}
