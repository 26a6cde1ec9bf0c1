// Where a person appears in the logs: for telling them what is held about them, and for nothing else.
import { asc, eq, inArray, or, sql } from "drizzle-orm";
import type { BoardId, MeetingId, PersonId, SeatId } from "#domain/ids.ts";
import type { Phase } from "#domain/meeting/state.ts";
import type { Database } from "./client.ts";
import { meetingEvents, meetings } from "./schema/tables.ts";

export type Trace = {
  readonly meetingId: MeetingId;
  readonly boardId: BoardId;
  readonly title: string;
  readonly startsAt: number;
  readonly phase: Phase;
  /** Lines of the record this person made. */
  readonly recorded: number;
  /** Lines somebody made that name them, or a seat they sit in or stand in for. */
  readonly named: number;
};

/** The earliest meeting first. Only logs of the boards given are searched for names. */
export async function tracesOf(
  db: Database,
  {
    personId,
    seats,
    boards,
  }: {
    readonly personId: PersonId;
    readonly seats: readonly SeatId[];
    readonly boards: readonly BoardId[];
  },
): Promise<readonly Trace[]> {
  const isTheirs = eq(meetingEvents.by, personId);
  // an event names seats in many places; drizzle has no search through the whole of a document
  const names = sql<boolean>`(${meetings.boardId} = any(${pgArray(boards)}::uuid[])
    and ${meetingEvents.event} ->> 'type' <> 'registersRecorded'
    and ${meetingEvents.event}::text like any(${pgArray([personId, ...seats].map((id) => `%${id}%`))}::text[]))`;
  return db
    .select({
      meetingId: meetings.id,
      boardId: meetings.boardId,
      title: meetings.title,
      startsAt: meetings.startsAt,
      phase: meetings.phase,
      recorded: sql<number>`count(*) filter (where ${isTheirs})`.mapWith(Number),
      named: sql<number>`count(*) filter (where not ${isTheirs})`.mapWith(Number),
    })
    .from(meetingEvents)
    .innerJoin(meetings, eq(meetings.id, meetingEvents.meetingId))
    .where(or(isTheirs, names))
    .groupBy(meetings.id)
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
}

/** The boards in whose logs a person has recorded something. */
export async function boardsRecordedOn(db: Database, personId: PersonId): Promise<readonly BoardId[]> {
  const rows = await db
    .selectDistinct({ boardId: meetings.boardId })
    .from(meetings)
    .where(
      inArray(
        meetings.id,
        db.select({ id: meetingEvents.meetingId }).from(meetingEvents).where(eq(meetingEvents.by, personId)),
      ),
    );
  return rows.map(({ boardId }) => boardId);
}

// drizzle spreads a list over parameters; as one array it is one parameter, and may be empty
function pgArray(items: readonly string[]): string {
  return `{${items.join(",")}}`;
}
