// One row of facts a meeting: a pure fold of its log, kept so that the dashboard never reads logs.
import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
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
      set: row,
      setWhere: sql`(${meetingFacts.version}, ${meetingFacts.throughSeq}) <= (excluded.version, excluded.through_seq)`,
    });
}

/** A board's facts in the order in which its meetings closed, from and to a moment where given. */
export async function factsOf(
  db: Database,
  boardId: BoardId,
  { from, to }: { readonly from?: number; readonly to?: number } = {},
): Promise<readonly FactsRow[]> {
  return db
    .select()
    .from(meetingFacts)
    .where(
      and(
        eq(meetingFacts.boardId, boardId),
        from === undefined ? undefined : gte(meetingFacts.closedAt, from),
        to === undefined ? undefined : lte(meetingFacts.closedAt, to),
      ),
    )
    .orderBy(asc(meetingFacts.closedAt), asc(meetingFacts.meetingId));
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
