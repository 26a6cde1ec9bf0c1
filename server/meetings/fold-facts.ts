import type { OpenDatabase } from "#db/client.ts";
import { wholeLog } from "#db/event-log.ts";
import { meetingsWithoutFacts } from "#db/facts.ts";
import { FACTS_VERSION } from "#domain/facts/facts.ts";
import type { MeetingId } from "#domain/ids.ts";
import { openLanes } from "../auth/lanes.ts";
import { copyWith, emptyCopy } from "./copy.ts";
import { keepFacts } from "./keep-facts.ts";

/** Logs at once: while Postgres reads one or writes the facts of another, a third is folded. */
const AT_ONCE = 4;

export type Folded = {
  /** Of the logs asked for, open meetings and closed ones. */
  readonly logs: number;
  /** Of these, those whose meetings are closed. */
  readonly closed: number;
  readonly events: number;
};

/** Folds the logs of these meetings again; tells how far it has come after each. */
export async function foldFacts(
  { db, log }: OpenDatabase,
  meetingIds: readonly MeetingId[],
  onFolded: (soFar: Folded) => void = () => {},
): Promise<Folded> {
  const inLane = openLanes(AT_ONCE);
  let soFar: Folded = { logs: 0, closed: 0, events: 0 };
  await Promise.all(
    meetingIds.map((meetingId) =>
      inLane(async () => {
        const copy = copyWith(emptyCopy, await wholeLog(log, meetingId));
        await keepFacts(db, meetingId, copy);
        const { logs, closed, events } = soFar;
        const isClosed = copy.meeting.closedAt !== null;
        soFar = { logs: logs + 1, closed: closed + (isClosed ? 1 : 0), events: events + copy.seq };
        onFolded(soFar);
      }),
    ),
  );
  return soFar;
}

/** Makes good what a crash between a commit and its facts, or a new version of the fold, has left behind. */
export async function foldMissingFacts(database: OpenDatabase): Promise<Folded> {
  return foldFacts(database, await meetingsWithoutFacts(database.db, FACTS_VERSION));
}
