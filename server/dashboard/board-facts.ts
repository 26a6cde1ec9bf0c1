// The facts of a board's closed meetings, as its figures need them: of this version of the fold, and up to the end
// of each log. What lags is folded again before it is shown.
import type { OpenDatabase } from "#db/client.ts";
import { wholeLog } from "#db/event-log.ts";
import { type FactsMark, type FactsRow, factsMarks } from "#db/facts.ts";
import { type MeetingRow, meetingsOf } from "#db/meetings.ts";
import { FACTS_VERSION, type MeetingFacts } from "#domain/facts/facts.ts";
import { factsOf } from "#domain/facts/fold-facts.ts";
import type { MeetingId } from "#domain/ids.ts";
import { CLOSED_PHASES } from "#domain/meeting/state.ts";
import type { AllowedBoard } from "../auth/access.ts";
import { copyWith, emptyCopy } from "../meetings/copy.ts";
import { keepFacts } from "../meetings/keep-facts.ts";
import { factsAtHand } from "./facts-at-hand.ts";

/** Closed meetings whose facts are read, the latest: twenty years of a board that meets every other month. */
const MOST_MEETINGS = 120;
/** Logs folded again for one page; the rest wait for the next one, or for `npm run facts:rebuild`. */
const MOST_FOLDED = 12;

export type BoardFacts = {
  readonly facts: readonly MeetingFacts[];
  /** Meetings left out because their facts are not yet what this version makes of their logs. */
  readonly waiting: number;
  /** There are older meetings than those read. */
  readonly isCut: boolean;
};

export async function boardFacts(database: OpenDatabase, { boardId }: AllowedBoard): Promise<BoardFacts> {
  const { db } = database;
  const found = await meetingsOf(db, {
    boards: [boardId],
    phases: CLOSED_PHASES,
    order: "latestFirst",
    most: MOST_MEETINGS + 1,
  });
  const closed = found.slice(0, MOST_MEETINGS);
  const from = Math.min(...closed.map(({ closedAt, startsAt }) => closedAt ?? startsAt));
  const marks = closed.length === 0 ? [] : await factsMarks(db, boardId, from);
  const stored = new Map(marks.map((mark) => [mark.meetingId, mark]));

  const lagging = closed.filter((meeting) => !isCurrent(stored.get(meeting.id), meeting));
  const folded = new Map<MeetingId, MeetingFacts | null>();
  for (const { id } of lagging.slice(0, MOST_FOLDED)) folded.set(id, await foldedAgain(database, id));

  const ids = new Set(closed.map(({ id }) => id).filter((id) => !folded.get(id)));
  const kept = await factsAtHand(
    db,
    marks.filter(({ meetingId }) => ids.has(meetingId)),
  );
  const facts = closed.flatMap(({ id }) => folded.get(id) ?? factsIn(kept.get(id)));
  return { facts, waiting: closed.length - facts.length, isCut: found.length > closed.length };
}

function isCurrent(mark: FactsMark | undefined, { lastSeq }: MeetingRow): boolean {
  return mark !== undefined && mark.version === FACTS_VERSION && mark.throughSeq >= lastSeq;
}

async function foldedAgain(database: OpenDatabase, meetingId: MeetingId): Promise<MeetingFacts | null> {
  const copy = copyWith(emptyCopy, await wholeLog(database.log, meetingId));
  await keepFacts(database.db, meetingId, copy);
  return factsOf(copy.meeting);
}

/** Facts somewhat behind their log still hold; those of another version do not. */
function factsIn(row: FactsRow | undefined): MeetingFacts[] {
  return row && isOurs(row) ? [row.facts] : [];
}

// nobody but our own fold writes these rows, and it signs them with its version
function isOurs(row: FactsRow): row is FactsRow & { readonly facts: MeetingFacts } {
  return row.version === FACTS_VERSION;
}
