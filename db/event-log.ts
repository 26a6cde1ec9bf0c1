// The log: the only writer of meeting_events, through the SQL functions of its migration. Raw SQL,
// because drizzle has no functions that lock, check and write in one statement.
import postgres from "postgres";
import * as z from "zod";
import { type CommandId, MeetingId, type PersonId } from "#domain/ids.ts";
import type { Command } from "#domain/meeting/commands.ts";
import { EVENT_VERSION, type MeetingEvent, RecordedEvent, type SentEvent } from "#domain/meeting/events.ts";
import { upcast } from "#domain/meeting/upcast.ts";
import { PAGE_BYTES, PAGE_EVENTS } from "#domain/wire.ts";
import type { LogClient } from "./client.ts";
import { answered } from "./deadline.ts";
import type { MeetingSummary } from "./meetings.ts";

/** A command with what was decided on it; the database numbers its events. */
export type DecidedCommand = {
  readonly id: CommandId;
  readonly by: PersonId;
  /** Milliseconds. */
  readonly at: number;
  readonly command: Command;
  readonly events: readonly MeetingEvent[];
  /** Moments of the database between which it may be recorded, in milliseconds: from the one on, and before the other. */
  readonly notBefore?: number | undefined;
  readonly until?: number | undefined;
};

/** `seq` is that of a command's first event. */
const Outcome = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("ok"), seq: z.number() }),
  z.object({ outcome: z.literal("duplicate"), seq: z.number() }),
  z.object({ outcome: z.literal("reused"), seq: z.number() }),
  z.object({ outcome: z.literal("stale"), seq: z.null() }),
]);
export type Outcome = z.infer<typeof Outcome>;

const Answer = z.object({
  status: z.enum(["appended", "stale"]),
  outcomes: z.array(Outcome),
  rows: z.array(z.unknown()),
  lastSeq: z.number(),
  now: z.number(),
});

export type Appended = {
  readonly status: "appended" | "stale";
  /** One for each command, in their order. */
  readonly outcomes: readonly Outcome[];
  /** When stale: what follows the expected end, 500 rows at most. */
  readonly events: readonly SentEvent[];
  readonly lastSeq: number;
  /** The database's time, in milliseconds. */
  readonly now: number;
};

export type Batch = {
  readonly commands: readonly DecidedCommand[];
  readonly summary: MeetingSummary;
  /**
   * When, by the database's clock, something of the meeting is due after the batch, null when nothing is; not said where
   * that is as it was.
   */
  readonly dueAt?: number | null | undefined;
};

/**
 * Appends a batch, whole and in one commit, if the log still ends at `expectedSeq` and it is the time for each of its
 * commands; otherwise says how each command stands and what follows, if anything does. A rejection means that nobody
 * knows: ask with `commandInLog`.
 */
export async function appendIf(
  log: LogClient,
  meetingId: MeetingId,
  expectedSeq: number,
  batch: Batch,
): Promise<Appended> {
  const { dueAt } = batch;
  const summary = { ...batch.summary, ...(dueAt !== undefined && { dueAt }) };
  const commands = batch.commands.map(({ events, ...command }) => ({
    ...command,
    events: events.map((event) => ({ v: EVENT_VERSION, event })),
  }));
  const [row] = await answered(log`
    select append_if(
      ${meetingId}, ${expectedSeq}, ${JSON.stringify(commands)}::text::jsonb, ${JSON.stringify(summary)}::text::jsonb
    ) as answer`);
  const { rows, ...answer } = Answer.parse(row?.["answer"]);
  return { ...answer, events: rows.map(parseRow) };
}

export type PageLimits = { readonly maxEvents: number; readonly maxBytes: number };
const PAGE: PageLimits = { maxEvents: PAGE_EVENTS, maxBytes: PAGE_BYTES };

/** What follows `afterSeq`, a page at a time; one event at least when there is one. `lastSeq` is the log's end. */
export async function eventsAfter(
  log: LogClient,
  meetingId: MeetingId,
  afterSeq: number,
  { maxEvents, maxBytes } = PAGE,
): Promise<{ readonly events: readonly SentEvent[]; readonly lastSeq: number; readonly more: boolean }> {
  const rows = await answered(log`
    select ended.last_seq, page.*
    from (select last_seq from meetings where id = ${meetingId}) ended
    left join lateral (
      select * from (
        select seq, "at", "by", "commandId", nth, v, event,
          sum(octet_length(event::text)) over (order by seq) as bytes
        from recorded_events
        where meeting_id = ${meetingId} and seq > ${afterSeq}
        order by seq
        limit ${maxEvents}
      ) counted
      where bytes <= ${maxBytes} or seq = ${afterSeq} + 1
    ) page on true
    order by page.seq`);
  const lastSeq = z.number().parse(rows[0]?.["last_seq"] ?? 0);
  const events = rows.filter((row) => row["seq"] !== null).map(parseRow);
  return { events, lastSeq, more: (events.at(-1)?.seq ?? lastSeq) < lastSeq };
}

/** The whole log, read in pages. */
export async function wholeLog(log: LogClient, meetingId: MeetingId): Promise<readonly SentEvent[]> {
  const events: SentEvent[] = [];
  for (;;) {
    const page = await eventsAfter(log, meetingId, events.at(-1)?.seq ?? 0);
    events.push(...page.events);
    if (!page.more) return events;
  }
}

/** Whether an append failed because the database has no room left: nothing was written. */
export function isStorageFull(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.code === "53100"; // disk_full
}

/** How a command stands in the log: null when it is not there, `reused` when its id bears another content or person. */
export async function commandInLog(
  log: LogClient,
  meetingId: MeetingId,
  { id, by, command }: Pick<DecidedCommand, "id" | "by" | "command">,
): Promise<{ readonly outcome: "duplicate" | "reused"; readonly seq: number } | null> {
  const [row] = await answered(
    log`select command_in_log(${meetingId}, ${id}, ${by}, ${JSON.stringify(command)}::text::jsonb) as answer`,
  );
  return z
    .object({ outcome: z.enum(["duplicate", "reused"]), seq: z.number() })
    .nullable()
    .parse(row?.["answer"]);
}

/** The first number at which a log does not hold: edited, lost, inserted, cut off. Null when it is as it was written. */
export async function firstBroken(log: LogClient, meetingId: MeetingId): Promise<number | null> {
  const [row] = await answered(log`select first_broken(${meetingId}) as seq`, 60_000);
  return z.number().nullable().parse(row?.["seq"]);
}

/** Takes the words of one event out of the record for good, with an audit row; false when there are none. */
export async function withholdWords(
  log: LogClient,
  { meetingId, seq }: { readonly meetingId: MeetingId; readonly seq: number },
  { by, at, reason }: { readonly by: PersonId; readonly at: number; readonly reason: string },
): Promise<boolean> {
  const [row] = await answered(
    log`select withhold_words(${meetingId}, ${seq}, ${by}, ${reason}, ${at}) as done`,
  );
  return row?.["done"] === true;
}

export type Due = {
  readonly meetingId: MeetingId;
  /** Milliseconds of the database's time. */
  readonly dueAt: number;
  /** The number of the log's last event. */
  readonly seq: number;
};

const DueRows = z.array(z.object({ meetingId: MeetingId, dueAt: z.number(), seq: z.number() }));
/** As many as are told in one answer: those that are due first. */
const MOST_DUE = 2000;

/** The meetings in which something falls due within so many milliseconds, or has; `now` is the database's time. */
export async function dueWithin(
  log: LogClient,
  withinMs: number,
): Promise<{ readonly due: readonly Due[]; readonly now: number }> {
  const [row] = await answered(log`
    select epoch_ms(asked.at) as now, (
      select coalesce(jsonb_agg(jsonb_build_object('meetingId', id, 'dueAt', epoch_ms(due_at), 'seq', last_seq)), '[]')
      from (
        select id, due_at, last_seq from meetings
        where due_at < asked.at + ${withinMs} * interval '1 millisecond'
        order by due_at limit ${MOST_DUE}
      ) soon
    ) as due
    from (select clock_timestamp() as at offset 0) asked`);
  return { due: DueRows.parse(row?.["due"]), now: z.number().parse(row?.["now"]) };
}

/** The database's time, in milliseconds. */
export async function databaseTime(log: LogClient): Promise<number> {
  const [row] = await answered(log`select epoch_ms(clock_timestamp()) as now`);
  return z.number().parse(row?.["now"]);
}

const Row = z.object({ seq: z.number(), at: z.number(), v: z.number(), event: z.unknown() }).loose();

/** A row as the domain knows it today; one whose words are gone reads as withheld. */
function parseRow(stored: unknown): SentEvent {
  const row = Row.parse(stored);
  if (row.event === null) return { seq: row.seq, at: row.at, event: { type: "withheld" } };
  return RecordedEvent.parse({ ...row, event: upcast(row) });
}
