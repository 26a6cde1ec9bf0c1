// The registers of a board for files and for programs, as somebody with a role on it may read them. Actions and
// decisions are read out of the records in their public form; the other registers are the same for everybody.
import type { Database, OpenDatabase } from "#db/client.ts";
import { wholeLog } from "#db/event-log.ts";
import { linesOf } from "#db/register-lines.ts";
import { actionRows, decisionRows } from "#domain/exports/record-rows.ts";
import type {
  ActionKept,
  DecisionKept,
  ObjectiveKept,
  PotKept,
  RecommendationKept,
  ResourceKept,
  SupportCycleKept,
  SupportShareKept,
} from "#domain/exports/register-rows.ts";
import type { MeetingId } from "#domain/ids.ts";
import { emptyReplica, receive } from "#domain/meeting/replica.ts";
import { CLOSED_PHASES, type Meeting, type Phase } from "#domain/meeting/state.ts";
import { redact } from "#domain/meeting/visibility.ts";
import { type AllowedBoard, NOBODY } from "../auth/access.ts";
import { copyWith, emptyCopy } from "../meetings/copy.ts";
import { namesFor, standing } from "../registers/line-view.ts";
import { objectivesView } from "../registers/objectives-view.ts";
import { scrutinyView } from "../registers/scrutiny-view.ts";
import { supportView } from "../registers/support-view.ts";
import { boardMeetings, type MeetingLine } from "./board-meetings.ts";

const begun: readonly Phase[] = ["inSession", "adjourned", ...CLOSED_PHASES];

/** The meetings whose records hold something, the latest first. */
export async function meetingsHeld(db: Database, board: AllowedBoard): Promise<readonly MeetingLine[]> {
  return (await boardMeetings(db, board)).filter(({ phase }) => begun.includes(phase));
}

export type Kept<Row> = (meeting: Meeting, held: Pick<MeetingLine, "id" | "day">) => readonly Row[];

export const actionsKept: Kept<ActionKept> = (meeting, { id, day }) =>
  actionRows(meeting).map((row) => ({ ...row, meetingId: id, meetingOn: day }));

export const decisionsKept: Kept<DecisionKept> = (meeting, { id, day }) =>
  decisionRows(meeting).map((row) => ({ ...row, meetingId: id, meetingOn: day }));

/** What was taken without the public is in nobody's, and what an interest keeps somebody from is not in theirs. */
export async function publicRecord(
  { log }: Pick<OpenDatabase, "log">,
  { personId }: Pick<AllowedBoard, "personId">,
  meetingId: MeetingId,
): Promise<Meeting> {
  const events = await wholeLog(log, meetingId);
  const { meeting } = copyWith(emptyCopy, events);
  const own = redact(meeting, personId, events);
  return receive(emptyReplica, redact(meeting, NOBODY, own)).replica.meeting;
}

/** One record after the other, the latest first. */
export async function everyKept<Row>(
  database: OpenDatabase,
  board: AllowedBoard,
  rowsOf: Kept<Row>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const held of await meetingsHeld(database.db, board))
    rows.push(...rowsOf(await publicRecord(database, board, held.id), held));
  return rows;
}

export async function objectivesKept(
  db: Database,
  board: AllowedBoard,
  now: number,
): Promise<readonly ObjectiveKept[]> {
  const view = await objectivesView(db, board, { now, year: null });
  return (view?.objectives ?? []).map(({ id, title, term, hasEnded, champions, evidence }) => ({
    id,
    title,
    from: term?.holds.from ?? null,
    until: term?.holds.until ?? null,
    ended: hasEnded,
    champions: champions.map(({ holds: { champion, from, until } }) => ({
      name:
        (champion.of === "partner"
          ? view?.names.partner(champion.partnerId)
          : view?.names.seat(champion.seatId)) ?? "",
      from,
      until,
    })),
    evidence: evidence.map(({ holds: { source, says, on } }) => ({ source, says, on })),
  }));
}

/** Of all years, the latest first. */
export async function resourcesKept(
  db: Database,
  { boardId }: AllowedBoard,
): Promise<readonly ResourceKept[]> {
  const [lines, names] = await Promise.all([
    linesOf(db, { boardId, kinds: ["resource"] }),
    namesFor(db, boardId),
  ]);
  return standing(lines)
    .map(({ id, holds }) => ({
      id,
      objectiveId: holds.objectiveId,
      objective: names.objective(holds.objectiveId),
      partnerId: holds.partnerId,
      partner: names.partner(holds.partnerId),
      kind: holds.resourceKind,
      year: holds.year,
      fromPence: holds.fromPence,
      toPence: holds.toPence,
      source: holds.source,
    }))
    .toSorted((one, other) => other.year - one.year || one.objective.localeCompare(other.objective));
}

export async function potsKept(db: Database, board: AllowedBoard, now: number): Promise<readonly PotKept[]> {
  const view = await objectivesView(db, board, { now, year: null });
  return (view?.pots ?? []).map(({ id, name, hasEnded, line }) => ({
    id,
    name,
    partners: (line?.holds.partners ?? []).map((partner) => view?.names.partner(partner) ?? ""),
    pence: line?.holds.pence ?? null,
    from: line?.holds.from ?? null,
    until: line?.holds.until ?? null,
    ended: hasEnded,
  }));
}

/** Unanswered first, the soonest due first. */
export async function recommendationsKept(
  db: Database,
  board: AllowedBoard,
  now: number,
): Promise<readonly RecommendationKept[]> {
  const view = await scrutinyView(db, board, now);
  return (view?.recommendations ?? []).map(({ id, holds: { text, committee, received, due, response } }) => ({
    id,
    text,
    committee,
    received,
    due,
    response: response?.answer ?? null,
    answeredOn: response?.on ?? null,
    responseText: response?.words ?? "",
  }));
}

export type SupportKept = {
  readonly cycles: readonly SupportCycleKept[];
  readonly shares: readonly SupportShareKept[];
};

/** What support costs, as everybody on the board sees it: by cycle, and of a year by category and by means. */
export async function supportKept(db: Database, board: AllowedBoard, now: number): Promise<SupportKept> {
  const view = await supportView(db, board, now);
  if (!view) return { cycles: [], shares: [] };
  const { cycles, isWhole, byCategory, byMeans } = view.year;
  return {
    cycles: view.cycles
      .filter(({ isRunning }) => !isRunning)
      .map(({ meetingId, after, until, pence, known, expected, estimated }) => ({
        meetingId,
        after,
        until,
        pence,
        rolesKnown: known,
        rolesExpected: expected,
        rolesEstimated: estimated,
      })),
    shares: [
      ...byCategory.map(({ key, pence }) => ({ by: "category" as const, part: key, pence })),
      ...byMeans.map(({ key, pence }) => ({ by: "means" as const, part: key, pence })),
    ].map((share) => ({ ...share, cycles, whole: isWhole })),
  };
}
