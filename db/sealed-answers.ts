// Answers nobody may read singly: of a pulse, of a secret ballot (`reliability.md` §3.6, `docs/decisions/0014`). The
// only writer of their five tables, through the SQL functions of their migration. Who has answered and what was
// answered stand apart, and neither bears a moment, a number or an order by which they could be joined. What comes in
// here is sealed already, under a key that is not in the database.
import { asc, eq, inArray } from "drizzle-orm";
import * as z from "zod";
import type { BoardId, BoxId, MeetingId } from "#domain/ids.ts";
import type { Database, LogClient } from "./client.ts";
import { answered } from "./deadline.ts";
import { answerBoxes, answerCounts, answerLines, type BoxState } from "./schema/tables.ts";

/** Of which meeting, and for what. */
export type Box = { readonly box: BoxId; readonly meetingId: MeetingId; readonly kind: "pulse" | "ballot" };

/**
 * `taken` once, however often it is sent: from then on it is `already` there, whatever it says. `stale` when the log
 * has gained something since `asOf`: whether this person may answer is to be asked of the meeting as it stands now.
 */
const Cast = z.enum(["taken", "already", "closed", "stale"]);
export type Cast = z.infer<typeof Cast>;

/**
 * Takes one sealed answer if the box is open and the meeting's log still ends at `asOf`: counted if and only if it came
 * before the close, the log's or the box's own. `who` is the person or the seat that answers; `until` is when by the
 * database's clock, in milliseconds, none is taken any more, and null where there is no such time. A rejection means
 * that nobody knows; sent again, it is there once.
 */
export async function castSealed(
  log: LogClient,
  { box, meetingId, kind }: Box,
  answer: {
    readonly who: string;
    readonly sealed: Uint8Array;
    readonly asOf: number;
    readonly until?: number | null;
  },
): Promise<Cast> {
  const { who, sealed, asOf, until = null } = answer;
  const [row] = await answered(log`
    select cast_sealed(
      ${meetingId}, ${asOf}, ${box}, ${kind}, ${who}, decode(${hex(sealed)}, 'hex'), ${until}::bigint
    ) as outcome`);
  return Cast.parse(row?.["outcome"]);
}

/** Whether this person, or seat, has answered; false once the box is counted, for then nobody knows any more. */
export async function hasAnswered(log: LogClient, box: BoxId, who: string): Promise<boolean> {
  const [row] = await answered(log`select has_receipt(${box}, ${who}) as has`);
  return row?.["has"] === true;
}

/** From now on the box takes nothing; one that nobody has answered into, neither. */
export async function closeBox(log: LogClient, { box, meetingId, kind }: Box): Promise<void> {
  await answered(log`select close_box(${meetingId}, ${box}, ${kind})`);
}

const Held = z
  .object({
    state: z.enum(["open", "closed", "counted", "told", "void"]),
    answered: z.number(),
    sealed: z.array(z.object({ key: z.string(), sealed: z.string() })),
  })
  .nullable();

export type Held = {
  readonly state: BoxState;
  /** How many have answered. */
  readonly answered: number;
  /** In an order of chance; empty while the box is open. */
  readonly sealed: readonly { readonly key: string; readonly sealed: Uint8Array }[];
};

/**
 * What lies in a box: of a closed one all, of a board's a batch of at least five or nothing. Null when there is no such
 * box.
 */
export async function sealedIn(log: LogClient, box: BoxId | BoardId): Promise<Held | null> {
  const [row] = await answered(log`select sealed_in(${box}) as held`);
  const held = Held.parse(row?.["held"] ?? null);
  if (held === null) return null;
  const sealed = held.sealed.map((each) => ({ ...each, sealed: Buffer.from(each.sealed, "hex") }));
  return { ...held, sealed };
}

export type OptionCount = { readonly question: string; readonly option: string; readonly count: number };

export type Counted = {
  /** Of `sealedIn`, all of them. */
  readonly keys: readonly string[];
  readonly answered: number;
  readonly counts: readonly OptionCount[];
  /** Words that came with answers; kept in an order of chance. */
  readonly lines: readonly string[];
  /** What goes on, sealed for the board's own box, until enough of it has gathered. */
  readonly carried?: { readonly board: BoardId; readonly sealed: readonly Uint8Array[] };
};

/**
 * Puts counts in the place of a closed box's answers, whole and once; what is not among the counts is gone unread.
 * False when somebody else has counted it.
 */
export async function countBox(log: LogClient, box: BoxId, counted: Counted): Promise<boolean> {
  const { keys, counts, lines, carried } = counted;
  const on = (carried?.sealed ?? []).map(hex);
  const [row] = await answered(log`
    select count_box(
      ${box}, ${keysOf(keys)}::text::uuid[], ${counted.answered}, ${JSON.stringify(counts)}::text::jsonb,
      ${JSON.stringify(lines)}::text::jsonb, ${carried?.board ?? null}::text::uuid, ${JSON.stringify(on)}::text::jsonb
    ) as done`);
  return row?.["done"] === true;
}

/** Counts a batch from a board's box, five at least, into the box of one of its meetings. */
export async function countBatch(
  log: LogClient,
  board: BoardId,
  { keys, into, counts }: Pick<Counted, "keys" | "counts"> & { readonly into: BoxId },
): Promise<boolean> {
  const [row] = await answered(log`
    select count_batch(
      ${board}, ${keysOf(keys)}::text::uuid[], ${into}, ${JSON.stringify(counts)}::text::jsonb
    ) as done`);
  return row?.["done"] === true;
}

/** What the box came to is on the record: it is not looked at any more. */
export async function finishBox(log: LogClient, box: BoxId): Promise<void> {
  await answered(log`select finish_box(${box})`);
}

/** It was opened by mistake: what lies in it is gone unread. */
export async function voidBox(log: LogClient, { box, meetingId, kind }: Box): Promise<void> {
  await answered(log`select void_box(${meetingId}, ${box}, ${kind})`);
}

/** The boxes of meetings that are not done with. */
export async function unfinishedBoxes(
  db: Database,
  kind: Box["kind"],
): Promise<readonly (Box & { readonly state: BoxState })[]> {
  const rows = await db
    .select()
    .from(answerBoxes)
    .where(inArray(answerBoxes.state, ["open", "closed", "counted"]));
  return rows.flatMap(({ id: box, meetingId, state, kind: of }) =>
    meetingId !== null && of === kind ? [{ box, meetingId, kind, state }] : [],
  );
}

/** What a box that was counted came to; null before. */
export async function countsOf(
  db: Database,
  box: BoxId,
): Promise<{ readonly answered: number; readonly counts: readonly OptionCount[] } | null> {
  const [counted] = await db
    .select({ answered: answerBoxes.answered })
    .from(answerBoxes)
    .where(eq(answerBoxes.id, box));
  if (counted === undefined || counted.answered === null) return null;
  const counts = await db
    .select({ question: answerCounts.question, option: answerCounts.option, count: answerCounts.count })
    .from(answerCounts)
    .where(eq(answerCounts.boxId, box))
    .orderBy(asc(answerCounts.question), asc(answerCounts.option));
  return { answered: counted.answered, counts };
}

/** The words that came with a box's answers, in an order that tells nothing. */
export async function linesOf(db: Database, box: BoxId): Promise<readonly string[]> {
  const rows = await db
    .select({ line: answerLines.line })
    .from(answerLines)
    .where(eq(answerLines.boxId, box))
    .orderBy(asc(answerLines.key));
  return rows.map(({ line }) => line);
}

function hex(sealed: Uint8Array): string {
  return Buffer.from(sealed).toString("hex");
}

function keysOf(keys: readonly string[]): string {
  return `{${keys.join(",")}}`;
}
