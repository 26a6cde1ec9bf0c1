// The lines that clerks keep beside the meetings: put down, changed, struck out, and the last change taken back.
import type { Database } from "#db/client.ts";
import { meetingById } from "#db/meetings.ts";
import { allObjectives } from "#db/objectives.ts";
import { allPartners } from "#db/partners.ts";
import { allPots } from "#db/pots.ts";
import { changeLine, changesOfLines, insertLine, type Line, lineById, linesOf } from "#db/register-lines.ts";
import { seatById } from "#db/seats.ts";
import { canonicalJson } from "#domain/facts/canonical-json.ts";
import type { BoardId, LineId, MeetingId, PartnerId } from "#domain/ids.ts";
import {
  type Holds,
  holdsOf,
  isOfBoard,
  type KeepLine,
  type LineKind,
  type StrikeLine,
  slotOf,
  type UndoLine,
} from "#domain/registers/lines.ts";
import { type Answer, type Problems, problem } from "#domain/registers/problems.ts";
import { unreachable } from "#domain/unreachable.ts";
import { type Asker, keepsRegisters } from "../auth/asker.ts";
import { whyNot } from "./boards.ts";
import type { House } from "./house.ts";
import { whyNoFinding, whyNoHappening, whyNoRecalculation, whyNotForAll } from "./notes.ts";

/** Puts a line down, or something else in its place; one that was struck out counts again. */
export async function keepLine(house: House, asker: Asker, asked: KeepLine): Promise<Answer> {
  const { db } = house.database;
  const { lineId, boardId, basis, kind } = asked;
  const refusal = whyNotKeep(asker, kind, boardId);
  if (refusal) return refusal;
  const holds = holdsOf(asked);
  const line = await lineById(db, lineId);
  if (line && (line.boardId !== boardId || line.holds.kind !== kind)) return problem("notFound");
  // the same form sent twice
  if (line && line.turn === basis + 1 && line.struckAt === null && isSame(line.holds, holds))
    return { ok: true };
  if ((line?.turn ?? 0) !== basis) return problem("changedMeanwhile");
  if (line && slotOf(line.holds) !== slotOf(holds)) return problem("notUsable");
  if (line?.struckAt === null && isSame(line.holds, holds)) return problem("nothingChanges");
  const missing =
    (await whatIsMissing(db, boardId, holds)) ??
    (await whyNoNote(house, asker, { lineId, boardId, holds, was: heldBy(line) }));
  if (missing) return missing;

  const change = { by: asker.personId, at: house.clock.now(), what: line ? "lineChanged" : "linePutDown" };
  const isKept = line
    ? await changeLine(db, line, { to: holds }, change)
    : await insertLine(db, { id: lineId, boardId, slot: slotOf(holds), holds }, change);
  return isKept ? { ok: true } : problem("changedMeanwhile");
}

export async function strikeLine(house: House, asker: Asker, { lineId, basis }: StrikeLine): Promise<Answer> {
  const line = await lineToChange(house, asker, { lineId, basis });
  if ("ok" in line) return line;
  if (line.struckAt !== null) return problem("nothingChanges");
  const change = { by: asker.personId, at: house.clock.now(), what: "lineStruckOut" };
  return (await changeLine(house.database.db, line, { to: null }, change))
    ? { ok: true }
    : problem("changedMeanwhile");
}

/** The last change taken back, as a change of its own: it may in its turn be taken back. */
export async function undoLine(house: House, asker: Asker, { lineId, basis }: UndoLine): Promise<Answer> {
  const { db } = house.database;
  const line = await lineToChange(house, asker, { lineId, basis });
  if ("ok" in line) return line;
  const [last] = await changesOfLines(db, [lineId], 1);
  if (!last) return problem("notFound");
  const back = { lineId, boardId: line.boardId, holds: last.from, was: heldBy(line) };
  const refusal = await whyNoNote(house, asker, back);
  if (refusal) return refusal;
  const change = { by: asker.personId, at: house.clock.now(), what: "lineUndone" };
  return (await changeLine(db, line, { to: last.from, undoes: true }, change))
    ? { ok: true }
    : problem("changedMeanwhile");
}

async function lineToChange(
  { database: { db } }: House,
  asker: Asker,
  { lineId, basis }: StrikeLine,
): Promise<Line | Problems> {
  const line = await lineById(db, lineId);
  if (!line) return problem("notFound");
  const refusal = whyNotKeep(asker, line.holds.kind, line.boardId);
  if (refusal) return refusal;
  return line.turn === basis ? line : problem("changedMeanwhile");
}

/** A board's lines are its own clerk's; what is the whole partnership's is kept by whoever keeps its registers. */
function whyNotKeep(asker: Asker, kind: LineKind, boardId: BoardId | null): Problems | null {
  if (isOfBoard(kind)) return boardId === null ? problem("notUsable", "boardId") : whyNot(asker, boardId);
  if (boardId !== null) return problem("notUsable", "boardId");
  return keepsRegisters(asker) ? null : problem("notYours");
}

function isSame(one: Holds, other: Holds): boolean {
  // Postgres keeps the keys of a document in an order of its own
  return canonicalJson(one) === canonicalJson(other);
}

/** Whatever a line names must be there, and of the same board. */
async function whatIsMissing(db: Database, boardId: BoardId | null, holds: Holds): Promise<Problems | null> {
  switch (holds.kind) {
    case "supportRole":
      return partnersMissing(db, "employer", [holds.employer]);
    case "supportRate":
      return null;
    case "supportCycle": {
      const roles = boardId === null ? [] : await linesOf(db, { boardId, kinds: ["supportRole"] });
      const known = new Set(roles.map(({ id }) => id));
      if (holds.hours.some(({ roleId }) => !known.has(roleId))) return problem("notUsable", "hours");
      const bearers = holds.costs.map(({ bearer }) => bearer);
      return (
        (await meetingMissing(db, "meetingId", { boardId, meetingId: holds.meetingId })) ??
        partnersMissing(db, "costs", bearers)
      );
    }
    case "recommendation":
      return holds.decision && meetingMissing(db, "decision", { boardId, ...holds.decision });
    case "sampleReading":
    case "scrutinyItem":
      return holds.meetingId && meetingMissing(db, "meetingId", { boardId, meetingId: holds.meetingId });
    case "objectiveTerm":
    case "objectiveEvidence":
      return objectiveMissing(db, holds);
    case "objectiveChampion": {
      const { champion } = holds;
      const missing = await objectiveMissing(db, holds);
      if (missing) return missing;
      if (champion.of === "partner") return partnersMissing(db, "champion", [champion.partnerId]);
      return (await seatById(db, champion.seatId)) ? null : problem("notUsable", "champion");
    }
    case "resource":
      return (await objectiveMissing(db, holds)) ?? partnersMissing(db, "partnerId", [holds.partnerId]);
    case "pot": {
      const isThere = (await allPots(db)).some(({ id }) => id === holds.potId);
      return isThere ? partnersMissing(db, "partners", holds.partners) : problem("notUsable", "potId");
    }
    case "finding":
    case "partition":
      return meetingMissing(db, "meetingId", { boardId, meetingId: holds.meetingId });
    case "happening":
      return null;
    default:
      return unreachable(holds);
  }
}

type NoteAsked = {
  readonly lineId: LineId;
  readonly boardId: BoardId | null;
  readonly holds: Holds | null;
  /** What the line holds by now, where it counts. */
  readonly was: Holds | null;
};

function heldBy(line: Line | undefined): Holds | null {
  return line?.struckAt === null ? line.holds : null;
}

/** A note on a figure is weighed against its chart when it comes to stand there; its words are then its officer's. */
async function whyNoNote(
  house: House,
  asker: Asker,
  { holds, was, ...place }: NoteAsked,
): Promise<Problems | null> {
  switch (holds?.kind) {
    case "happening":
      return whyNoHappening(house, holds) ?? whyNotForAll(house, place.boardId, ["what", holds.what]);
    case "finding": {
      const stands = was?.kind === "finding" && isSame({ ...was, words: holds.words }, holds);
      const why = stands ? null : await whyNoFinding(house, asker, { ...place, holds });
      return why ?? whyNotForAll(house, place.boardId, ["words", holds.words]);
    }
    case "partition": {
      const stands = was?.kind === "partition" && isSame({ ...was, reason: holds.reason }, holds);
      const why = stands ? null : await whyNoRecalculation(house, asker, { ...place, holds });
      return why ?? whyNotForAll(house, place.boardId, ["reason", holds.reason]);
    }
    default:
      return null;
  }
}

async function partnersMissing(
  db: Database,
  field: string,
  asked: readonly PartnerId[],
): Promise<Problems | null> {
  if (asked.length === 0) return null;
  const known = new Set((await allPartners(db)).map(({ id }) => id));
  return asked.every((id) => known.has(id)) ? null : problem("partnerNotFound", field);
}

async function meetingMissing(
  db: Database,
  field: string,
  { boardId, meetingId }: { readonly boardId: BoardId | null; readonly meetingId: MeetingId },
): Promise<Problems | null> {
  const meeting = await meetingById(db, meetingId);
  return meeting && meeting.boardId === boardId ? null : problem("notUsable", field);
}

async function objectiveMissing(
  db: Database,
  { objectiveId }: { readonly objectiveId: string },
): Promise<Problems | null> {
  const isThere = (await allObjectives(db)).some(({ id }) => id === objectiveId);
  return isThere ? null : problem("notUsable", "objectiveId");
}
