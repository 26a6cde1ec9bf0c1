// What lists show of meetings that have been held, out of their facts: how much was recorded and what is still
// open. The larger part of a row of facts, who spoke and who was there for how long, stays in the table.
import { and, desc, eq, gte, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { BoardId } from "#domain/ids.ts";
import type { Database } from "./client.ts";
import type { MeetingRow } from "./meetings.ts";
import { meetingFacts, meetings } from "./schema/tables.ts";

export type HeldRow = Pick<MeetingRow, "id" | "boardId" | "title" | "startsAt" | "phase"> & {
  readonly closedAt: number | null;
  /** Null until the facts of the meeting are folded. */
  readonly entries:
    | { readonly [kind in "decisions" | "challenges" | "money" | "actions" | "barred"]: unknown }
    | null;
  /** Of the full seats, in their order, who was there: see `SeatFact`. */
  readonly outcomes: unknown;
};

type Asked = {
  readonly boards: readonly BoardId[];
  /** Only those that began from, and before, a moment. */
  readonly from: number;
  readonly before: number;
  readonly most: number;
};

const entriesOf = sql<
  HeldRow["entries"]
>`case when ${meetingFacts.facts} is null then null else jsonb_build_object(
  'decisions', ${meetingFacts.facts}->'decisions',
  'challenges', ${meetingFacts.facts}->'challenges',
  'money', ${meetingFacts.facts}->'money',
  'actions', ${meetingFacts.facts}->'actions',
  'barred', ${meetingFacts.facts}->'barred'
) end`;
const outcomesOf = sql<unknown>`jsonb_path_query_array(${meetingFacts.facts}, '$.seats[*] ? (@.full == true).outcome')`;

/** The closed meetings of some boards, the latest first. */
export async function heldMeetings(db: Database, asked: Asked): Promise<readonly HeldRow[]> {
  if (asked.boards.length === 0) return [];
  const { id, boardId, title, startsAt, phase, closedAt } = meetings;
  return db
    .select({ id, boardId, title, startsAt, phase, closedAt, entries: entriesOf, outcomes: outcomesOf })
    .from(meetings)
    .leftJoin(meetingFacts, eq(meetingFacts.meetingId, meetings.id))
    .where(
      and(
        inArray(boardId, [...asked.boards]),
        isNotNull(closedAt),
        gte(startsAt, asked.from),
        lt(startsAt, asked.before),
      ),
    )
    .orderBy(desc(startsAt), desc(id))
    .limit(asked.most);
}

/** In which years, as told in England, how many meetings of some boards were held; the latest year first. */
export async function yearsHeld(
  db: Database,
  boards: readonly BoardId[],
): Promise<readonly { readonly year: number; readonly held: number }[]> {
  if (boards.length === 0) return [];
  const year = sql<number>`extract(year from ${meetings.startsAt} at time zone 'Europe/London')::integer`;
  return db
    .select({ year, held: sql<number>`count(*)::integer` })
    .from(meetings)
    .where(and(inArray(meetings.boardId, [...boards]), isNotNull(meetings.closedAt)))
    .groupBy(sql`1`)
    .orderBy(sql`1 desc`);
}
