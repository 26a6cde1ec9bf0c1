// A partnership's past, for what has to stay quick when there is much of it: evenings of the sample, each with so many
// matters on its agenda that it comes to some 500 events, played by the real rules and stored through the real ways in.
import { Temporal } from "temporal-polyfill";
import { giveRole } from "#db/board-roles.ts";
import { insertBoard } from "#db/boards.ts";
import { type OpenDatabase, openDatabase } from "#db/client.ts";
import { appendIf } from "#db/event-log.ts";
import { insertObjective } from "#db/objectives.ts";
import { insertPartner } from "#db/partners.ts";
import { insertPartnership } from "#db/partnership.ts";
import { insertPerson } from "#db/people.ts";
import { insertPot } from "#db/pots.ts";
import { registersOf } from "#db/registers.ts";
import { insertSeat } from "#db/seats.ts";
import type { BoardId } from "#domain/ids.ts";
import type { Registers } from "#domain/meeting/registers.ts";
import { keepFacts } from "#server/meetings/keep-facts.ts";
import { summaryOf } from "#server/meetings/summary.ts";
import { boardId, personId } from "#server/sample/cast.ts";
import { sampleId } from "#server/sample/chance.ts";
import { playEvening } from "#server/sample/evening.ts";
import { MATTERS, type Matter } from "#server/sample/matters.ts";
import { BOARDS, type SampleBoard } from "#server/sample/partnership.ts";
import type { Player } from "#server/sample/player.ts";
import { objectiveRows, partnerRows, personRows, potRows, seatRows } from "#server/sample/register-rows.ts";
import { type Evening, storedEvenings } from "#server/sample/story.ts";

/** Of an agenda that makes an evening of some 500 events. */
const MATTERS_EACH = 9;
const QUESTIONS_EACH = 20;
/** A board of ten years meets so often. */
const DAYS_BETWEEN = 29;
/** Evenings after which nothing more is said about one. */
const FOLLOWED_UP = 2;

export type History = {
  readonly boards: readonly BoardId[];
  readonly meetings: number;
  readonly events: number;
};

/** So many boards with so many closed meetings each, on a database that has none. */
export async function storeHistory(
  databaseUrl: string,
  { boards, meetingsEach }: { readonly boards: number; readonly meetingsEach: number },
): Promise<History> {
  const database = openDatabase(databaseUrl);
  const today = Temporal.PlainDate.from("2026-11-24");
  const change = { by: null, at: Date.UTC(2010, 0, 1), what: "benchPrepared" };
  try {
    await insertPartnership(
      database.db,
      { name: "Partnership", epoch: sampleId("history"), sample: true },
      change,
    );
    await storePeople(database, change);
    const made: BoardId[] = [];
    let events = 0;
    for (let place = 0; place < boards; place += 1) {
      const board = await storeBoard(database, place, change);
      made.push(boardId(board.key));
      events += await storeEvenings(database, evenings(board, place, { today, count: meetingsEach }));
    }
    return { boards: made, meetings: boards * meetingsEach, events };
  } finally {
    await database.close();
  }
}

type Change = Parameters<typeof insertPartnership>[2];

async function storePeople({ db }: OpenDatabase, change: Change): Promise<void> {
  for (const partner of partnerRows()) await insertPartner(db, partner, change);
  for (const person of personRows()) await insertPerson(db, person, change);
  for (const objective of objectiveRows()) await insertObjective(db, objective, change);
  for (const pot of potRows()) await insertPot(db, pot, change);
}

async function storeBoard({ db }: OpenDatabase, place: number, change: Change): Promise<SampleBoard> {
  const [sample] = BOARDS;
  if (!sample) throw new Error("the sample has a board");
  const board = { ...sample, key: `history ${place}`, name: `Board ${place + 1}` };
  const { name, layer, quorum, detailLimit } = board;
  const id = boardId(board.key);
  const rules = { quorum, remoteCounts: true, detailLimit };
  await insertBoard(db, { id, name, layer, rules, settings: {}, position: place }, change);
  for (const seat of seatRows(board)) await insertSeat(db, seat, change);
  for (const [person, role] of Object.entries(board.roles))
    await giveRole(db, { boardId: id, personId: personId(person), role }, change);
  return board;
}

/** The sample's five years over and over, the last one shortly before today. */
function evenings(
  board: SampleBoard,
  place: number,
  { today, count }: { readonly today: Temporal.PlainDate; readonly count: number },
): readonly Evening[] {
  const story = storedEvenings(today).filter((each) => each.board.key === BOARDS[0]?.key);
  return Array.from({ length: count }, (_, nth): Evening => {
    const told = story[nth % story.length];
    if (!told) throw new Error("the sample has evenings");
    const day = today.subtract({ days: 7 + place + (count - 1 - nth) * DAYS_BETWEEN });
    return {
      ...told,
      board,
      number: nth + 1,
      title: board.name,
      startsAt: day.toZonedDateTime({ timeZone: "Europe/London", plainTime: "13:30" }).epochMilliseconds,
      matters: Array.from({ length: MATTERS_EACH }, (_each, n) => matterAt(nth + place + n)),
      questions: QUESTIONS_EACH,
    };
  });
}

function matterAt(place: number): Matter {
  const matter = MATTERS[place % MATTERS.length];
  if (!matter) throw new Error("the sample has matters");
  return matter;
}

/** One evening is played while the one before it is being stored; the answer is how many events there are. */
async function storeEvenings(database: OpenDatabase, all: readonly Evening[]): Promise<number> {
  const board = all[0]?.board.key ?? "";
  const registers = await registersOf(database.db, boardId(board));
  if (!registers) throw new Error(`no board ${board}`);
  const open: Player[] = [];
  let events = 0;
  let storing = Promise.resolve(0);
  for (const evening of all) {
    open.push(playEvening(evening, asItWas(registers, evening), open));
    if (open.length <= FOLLOWED_UP) continue;
    events += await storing;
    storing = store(database, open.shift());
  }
  events += await storing;
  for (const player of open) events += await store(database, player);
  return events;
}

/** The registers with the roles people held on the evening. */
function asItWas(registers: Registers, { roles }: Evening): Registers {
  return {
    ...registers,
    roles: registers.roles.map(({ personId: person, role }) => {
      const [, held] = Object.entries(roles).find(([key]) => personId(key) === person) ?? [];
      return { personId: person, role: held ?? role };
    }),
  };
}

async function store(database: OpenDatabase, player: Player | undefined): Promise<number> {
  const meeting = player?.meeting();
  const summary = meeting && summaryOf(meeting);
  if (!player || !meeting || !summary) throw new Error("an evening was played that nobody made");
  const { status, lastSeq } = await appendIf(database.log, player.meetingId, 0, {
    commands: player.played(),
    summary,
  });
  if (status !== "appended") throw new Error("the evening is stored already");
  await keepFacts(database.db, player.meetingId, { meeting, seq: lastSeq, lastAt: player.now() });
  return lastSeq;
}
