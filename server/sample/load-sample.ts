// Loads the sample partnership: its registers, then five years of meetings in the order they were held.
import type { Temporal } from "temporal-polyfill";
import { giveRole } from "#db/board-roles.ts";
import { insertBoard } from "#db/boards.ts";
import type { OpenDatabase } from "#db/client.ts";
import { appendIf } from "#db/event-log.ts";
import { insertObjective } from "#db/objectives.ts";
import { insertPartner } from "#db/partners.ts";
import { insertPartnership } from "#db/partnership.ts";
import { insertPerson } from "#db/people.ts";
import { insertPot } from "#db/pots.ts";
import { registersOf } from "#db/registers.ts";
import { insertSeat } from "#db/seats.ts";
import type { Registers, Role } from "#domain/meeting/state.ts";
import { keepFacts } from "../meetings/keep-facts.ts";
import { summaryOf } from "../meetings/summary.ts";
import { boardId, objectiveId, partnerId, personId, potId, seatId } from "./cast.ts";
import { momentOf } from "./days.ts";
import { playEvening } from "./evening.ts";
import { BOARDS, OBJECTIVES, PARTNERS, PARTNERSHIP, PEOPLE, POTS } from "./partnership.ts";
import type { Player } from "./player.ts";
import { type Evening, storedEvenings } from "./story.ts";

/** Commands that share one commit: well within what a statement may take. */
const BATCH = 100;

/** Called once, on an empty database. `epoch` is this database's own, however often the same sample is loaded. */
export async function loadSample(
  database: OpenDatabase,
  { today, epoch }: { readonly today: Temporal.PlainDate; readonly epoch: string },
): Promise<void> {
  const at = momentOf(today.subtract({ years: 6 }), "09:00");
  await loadRegisters(database, at);
  await loadMeetings(database, today);
  // last: its presence says that all of the sample is there
  const change = { by: null, at, what: "sample loaded" };
  await insertPartnership(database.db, { name: PARTNERSHIP, epoch, sample: true }, change);
}

async function loadRegisters({ db }: OpenDatabase, at: number): Promise<void> {
  const change = { by: null, at, what: "sample loaded" };
  for (const { code, name, sector, tier } of PARTNERS) {
    await insertPartner(db, { id: partnerId(code), name, code, sector, tier }, change);
  }
  for (const { key, name, partner, level, post, elected } of PEOPLE) {
    const person = {
      id: personId(key),
      name,
      email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@sample.example`,
      post,
      level,
      electedOffice: elected,
      partnerId: partnerId(partner),
      siteAdmin: key === "brand",
      passwordHash: null,
    };
    await insertPerson(db, person, change);
  }
  for (const [position, title] of OBJECTIVES.entries()) {
    await insertObjective(db, { id: objectiveId(title), title, position, endedAt: null }, change);
  }
  for (const name of POTS) await insertPot(db, { id: potId(name), name, endedAt: null }, change);
  for (const [position, board] of BOARDS.entries()) await loadBoard(db, board, { position, at });
}

async function loadBoard(
  db: OpenDatabase["db"],
  board: (typeof BOARDS)[number],
  { position, at }: { readonly position: number; readonly at: number },
): Promise<void> {
  const change = { by: null, at, what: "sample loaded" };
  const { key, name, layer, quorum, detailLimit, seats, roles } = board;
  const rules = { quorum, remoteCounts: true, detailLimit };
  await insertBoard(db, { id: boardId(key), name, layer, rules, settings: {}, position }, change);
  for (const [place, { code, label, partner, level, full, principal, substitutes }] of seats.entries()) {
    const seat = {
      id: seatId(key, code),
      boardId: boardId(key),
      partnerId: partnerId(partner),
      label,
      code,
      level,
      fullMember: full,
      position: place,
      principalId: principal === null ? null : personId(principal),
      endedAt: null,
      substitutes: substitutes.map(personId),
    };
    await insertSeat(db, seat, change);
  }
  for (const [person, role] of Object.entries(roles)) {
    await giveRole(db, { boardId: boardId(key), personId: personId(person), role }, change);
  }
}

async function loadMeetings(database: OpenDatabase, today: Temporal.PlainDate): Promise<void> {
  const played = new Map<string, Player[]>();
  for (const evening of storedEvenings(today)) {
    const earlier = played.get(evening.board.key) ?? [];
    const registers = await registersOf(database.db, boardId(evening.board.key));
    if (!registers) throw new Error(`sample: no board ${evening.board.key}`);
    played.set(evening.board.key, [...earlier, playEvening(evening, asItWas(registers, evening), earlier)]);
  }
  for (const player of [...played.values()].flat()) {
    const seq = await store(database, player);
    await keepFacts(database.db, player.meetingId, { meeting: player.meeting(), seq, lastAt: player.now() });
  }
}

/** The registers of today with the roles people held on the evening. */
function asItWas(registers: Registers, { roles }: Evening): Registers {
  const held = new Map<string, Role>(Object.entries(roles).map(([person, role]) => [personId(person), role]));
  return {
    ...registers,
    roles: registers.roles.map(({ personId, role }) => ({ personId, role: held.get(personId) ?? role })),
  };
}

/** Appends what was played and returns the number of the last event. */
async function store({ log }: OpenDatabase, player: Player): Promise<number> {
  const commands = player.played();
  const summary = summaryOf(player.meeting());
  if (summary === null) throw new Error("sample: a meeting was played that nobody made");
  let end = 0;
  for (let from = 0; from < commands.length; from += BATCH) {
    const batch = commands.slice(from, from + BATCH);
    const { status, lastSeq } = await appendIf(log, player.meetingId, end, { commands: batch, summary });
    if (status !== "appended") throw new Error(`sample: the log of ${player.meetingId} had grown already`);
    end = lastSeq;
  }
  return end;
}
