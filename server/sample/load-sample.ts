// Loads the sample partnership: its registers, then five years of meetings in the order they were held.
import type { Temporal } from "temporal-polyfill";
import { assessmentsOf, insertAssessment } from "#db/assessments.ts";
import { giveRole, rolesOn } from "#db/board-roles.ts";
import { insertBoard } from "#db/boards.ts";
import type { OpenDatabase } from "#db/client.ts";
import { appendIf } from "#db/event-log.ts";
import { insertObjective } from "#db/objectives.ts";
import { insertPartner } from "#db/partners.ts";
import { insertPartnership } from "#db/partnership.ts";
import { insertPerson } from "#db/people.ts";
import { insertPot } from "#db/pots.ts";
import { changeLine, insertLine, lineById } from "#db/register-lines.ts";
import { registersOf } from "#db/registers.ts";
import { insertSeat } from "#db/seats.ts";
import type { Registers, Role } from "#domain/meeting/registers.ts";
import { slotOf } from "#domain/registers/lines.ts";
import { keepFacts } from "../meetings/keep-facts.ts";
import { summaryOf } from "../meetings/summary.ts";
import { sampleAssessments } from "./assessments.ts";
import { type Begun, madeBefore } from "./begun.ts";
import { finishUntil } from "./between-meetings.ts";
import { boardId, personId } from "./cast.ts";
import { playEvening } from "./evening.ts";
import { keptLines } from "./kept-lines.ts";
import { BOARDS, PARTNERSHIP } from "./partnership.ts";
import type { Player } from "./player.ts";
import { boardRows, objectiveRows, partnerRows, personRows, potRows, seatRows } from "./register-rows.ts";
import { type Evening, storedEvenings } from "./story.ts";
import { renewTonight } from "./tonight.ts";

/** Commands that share one commit: well within what a statement may take. */
const BATCH = 100;

/**
 * Makes what is not there yet of the sample, in an order of its own: what was begun and cut off is ended, and
 * comes out as if nothing had happened. `epoch` is this database's own, however often the same sample is loaded.
 */
export async function loadSample(
  database: OpenDatabase,
  { begun, now, epoch }: { readonly begun: Begun; readonly now: number; readonly epoch: string },
): Promise<void> {
  await loadRegisters(database, begun);
  const played = await loadMeetings(database, begun.today);
  await loadKept(database, begun, played.get("strategic") ?? []);
  await renewTonight(database, now);
  await loadAssessments(database, begun.today);
  // last: its presence says that all of the sample is there
  await insertPartnership(database.db, { name: PARTNERSHIP, epoch, sample: true }, madeBefore(begun.today));
}

async function loadRegisters({ db }: OpenDatabase, { today, made }: Begun): Promise<void> {
  const change = madeBefore(today);
  const lacking = <T extends { readonly id: string }>(rows: readonly T[]) =>
    rows.filter(({ id }) => !made.has(id));

  for (const partner of lacking(partnerRows())) await insertPartner(db, partner, change);
  for (const person of lacking(personRows())) await insertPerson(db, person, change);
  for (const objective of lacking(objectiveRows())) await insertObjective(db, objective, change);
  for (const pot of lacking(potRows())) await insertPot(db, pot, change);
  for (const board of lacking(boardRows())) await insertBoard(db, board, change);
  for (const seat of lacking(BOARDS.flatMap(seatRows))) await insertSeat(db, seat, change);
  for (const { key, roles } of BOARDS) {
    const held = new Set((await rolesOn(db, boardId(key))).map(({ personId: id }) => id));
    const given = Object.entries(roles).map(([person, role]) => ({ personId: personId(person), role }));
    for (const each of given.filter((one) => !held.has(one.personId))) {
      await giveRole(db, { boardId: boardId(key), ...each }, change);
    }
  }
}

/** What was played, by board, the earliest first. */
async function loadMeetings(
  database: OpenDatabase,
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, readonly Player[]>> {
  const played = new Map<string, Player[]>();
  for (const evening of storedEvenings(today)) {
    const earlier = played.get(evening.board.key) ?? [];
    const registers = await registersOf(database.db, boardId(evening.board.key));
    if (!registers) throw new Error(`sample: no board ${evening.board.key}`);
    played.set(evening.board.key, [...earlier, playEvening(evening, asItWas(registers, evening), earlier)]);
  }
  finishUntil(today, played);
  for (const player of [...played.values()].flat()) {
    const seq = await store(database, player);
    await keepFacts(database.db, player.meetingId, { meeting: player.meeting(), seq, lastAt: player.now() });
  }
  return played;
}

/** What was kept beside the meetings, each line with what it was before. */
async function loadKept({ db }: OpenDatabase, { today }: Begun, held: readonly Player[]): Promise<void> {
  const { what } = madeBefore(today);
  for (const { id, boardId: board, steps } of keptLines(today, held)) {
    const done = (await lineById(db, id))?.turn ?? 0;
    for (const { at, by, holds } of steps.slice(done)) {
      const line = await lineById(db, id);
      const change = { by, at, what };
      if (line) await changeLine(db, line, { to: holds }, change);
      else await insertLine(db, { id, boardId: board, slot: slotOf(holds), holds }, change);
    }
  }
}

async function loadAssessments({ db }: OpenDatabase, today: Temporal.PlainDate): Promise<void> {
  const rows = sampleAssessments(today);
  const there = new Set((await assessmentsOf(db, boardId("strategic"))).map(({ id }) => id));
  for (const row of rows.filter(({ id }) => !there.has(id)))
    await insertAssessment(db, row, [], madeBefore(today));
}

/** The registers of today with the roles people held on the evening. */
function asItWas(registers: Registers, { roles }: Evening): Registers {
  const held = new Map<string, Role>(Object.entries(roles).map(([person, role]) => [personId(person), role]));
  return {
    ...registers,
    roles: registers.roles.map(({ personId, role }) => ({ personId, role: held.get(personId) ?? role })),
  };
}

/** Appends what was played, as far as it is not there yet, and returns the number of the last event. */
async function store({ log }: OpenDatabase, player: Player): Promise<number> {
  const commands = player.played();
  const summary = summaryOf(player.meeting());
  if (summary === null) throw new Error("sample: a meeting was played that nobody made");
  let end = 0;
  for (let from = 0; from < commands.length; from += BATCH) {
    const batch = commands.slice(from, from + BATCH);
    const { status, outcomes } = await appendIf(log, player.meetingId, end, { commands: batch, summary });
    // the same seeds play the same evening, so what a load before this one appended is known by its commands' ids
    if (status !== "appended" && outcomes.some(({ outcome }) => outcome !== "duplicate")) {
      throw new Error(
        "The sample here was begun by another version of the house: empty the database, and start again.",
      );
    }
    end += batch.reduce((sum, { events }) => sum + events.length, 0);
  }
  return end;
}
