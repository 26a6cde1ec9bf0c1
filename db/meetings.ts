// What lists show of meetings. The rows are written by `append_if` with each batch; here they are read.
import { and, asc, desc, eq, gt, inArray, lte, sql } from "drizzle-orm";
import type { BoardId, MeetingId } from "#domain/ids.ts";
import type { Phase } from "#domain/meeting/state.ts";
import type { Database } from "./client.ts";
import { meetings } from "./schema/tables.ts";

/** A meeting as its log last left it; moments in milliseconds. */
export type MeetingSummary = {
  readonly boardId: BoardId;
  readonly title: string;
  readonly startsAt: number;
  readonly lengthMinutes: number;
  readonly place: string;
  readonly phase: Phase;
  readonly closedAt: number | null;
  /** How many stand on its agenda, sub-items not counted. */
  readonly items: number;
};

export type MeetingRow = MeetingSummary & {
  readonly id: MeetingId;
  /** The number of the log's last event. */
  readonly lastSeq: number;
};

const columns = {
  id: meetings.id,
  boardId: meetings.boardId,
  title: meetings.title,
  startsAt: meetings.startsAt,
  lengthMinutes: meetings.lengthMinutes,
  phase: meetings.phase,
  closedAt: meetings.closedAt,
  lastSeq: meetings.lastSeq,
  // never filtered by, so they have no columns of their own
  place: sql<string>`coalesce(${meetings.summary}->>'place', '')`,
  items: sql<number>`coalesce((${meetings.summary}->>'items')::integer, 0)`,
};

export async function meetingById(db: Database, id: MeetingId): Promise<MeetingRow | undefined> {
  const [row] = await db.select(columns).from(meetings).where(eq(meetings.id, id));
  return row;
}

export type MeetingsAsked = {
  readonly boards: readonly BoardId[];
  readonly phases?: readonly Phase[];
  /** Only those that start after, or not after, a moment. */
  readonly after?: number;
  readonly until?: number;
  readonly order: "soonestFirst" | "latestFirst";
  readonly most: number;
};

/** The meetings of some boards. */
export async function meetingsOf(db: Database, asked: MeetingsAsked): Promise<readonly MeetingRow[]> {
  if (asked.boards.length === 0) return [];
  const { phases, after, until } = asked;
  const order = asked.order === "soonestFirst" ? asc : desc;
  return db
    .select(columns)
    .from(meetings)
    .where(
      and(
        inArray(meetings.boardId, [...asked.boards]),
        phases && inArray(meetings.phase, [...phases]),
        after === undefined ? undefined : gt(meetings.startsAt, after),
        until === undefined ? undefined : lte(meetings.startsAt, until),
      ),
    )
    .orderBy(order(meetings.startsAt), order(meetings.id))
    .limit(asked.most);
}

/** Every meeting there is, for what runs over all logs: rebuilding facts, verifying chains. */
export async function allMeetingIds(db: Database): Promise<readonly MeetingId[]> {
  const rows = await db
    .select({ id: meetings.id })
    .from(meetings)
    .orderBy(sql`${meetings.startsAt}, ${meetings.id}`);
  return rows.map(({ id }) => id);
}
