import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type BoardId, BoxId, type MeetingId } from "#domain/ids.ts";
import { decide } from "#domain/meeting/meeting.ts";
import { unconvened } from "#domain/meeting/state.ts";
import { newBoard, newCommand } from "#tests/support/ids.ts";
import { AT, makingOf, type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { openDatabase } from "./client.ts";
import { appendIf, databaseTime } from "./event-log.ts";
import {
  type Box,
  castSealed,
  closeBox,
  countBatch,
  countBox,
  countsOf,
  finishBox,
  hasAnswered,
  linesOf,
  sealedIn,
  unfinishedBoxes,
  voidBox,
} from "./sealed-answers.ts";

const database = openDatabase(inject("databaseUrl"));
const { log, db } = database;
// what the owner of the tables, a superuser here, can look at
const sql = postgres(inject("databaseUrl"), { max: 2, onnotice: () => {} });

let board: StoredBoard;
let meetingId: MeetingId;
const END = 2;

beforeAll(async () => {
  board = await storedBoard(database);
  const command = makingOf(board);
  const decision = decide(unconvened, command, { by: board.clerk, at: AT });
  if (decision.outcome === "refused") throw new Error(decision.refusal.code);
  ({ meetingId } = command);
  const summary = { title: "M", startsAt: AT, lengthMinutes: 120, place: "", boardId: board.boardId };
  await appendIf(log, meetingId, 0, {
    commands: [{ id: newCommand(), by: board.clerk, at: AT, command, events: decision.events }],
    summary: { ...summary, phase: "draft", closedAt: null, items: 0 },
  });
});
afterAll(() => Promise.all([database.close(), sql.end()]));

const newBox = (kind: Box["kind"] = "pulse"): Box => ({ box: BoxId.parse(randomUUID()), meetingId, kind });
const sealedAs = (words: string) => Buffer.from(words);
const cast = (into: Box, who: string, words = who, asOf = END) =>
  castSealed(log, into, { who, sealed: sealedAs(words), asOf });
const wordsIn = async (box: BoxId | BoardId) =>
  (await sealedIn(log, box))?.sealed.map(({ sealed }) => Buffer.from(sealed).toString()) ?? [];
const keysIn = async (box: BoxId | BoardId) => (await sealedIn(log, box))?.sealed.map(({ key }) => key) ?? [];
const people = (many: number) => Array.from({ length: many }, (_, n) => `person ${n}`);
const nothing = { counts: [], lines: [] } as const;

test("none is taken any more from the moment said on, by the database’s clock; a log that has moved on is stale first", async () => {
  const into = newBox("ballot");
  const now = await databaseTime(log);
  const castUntil = (who: string, until: number, asOf = END) =>
    castSealed(log, into, { who, sealed: sealedAs(who), asOf, until });
  expect(await castUntil("early", now + 60_000)).toBe("taken");
  expect(await castUntil("late", now)).toBe("closed");
  expect(await castUntil("late", now, END - 1)).toBe("stale");
  expect(await hasAnswered(log, into.box, "late")).toBe(false);
});

describe("E17: who has answered, and what was answered, cannot be joined", () => {
  test("not by the transaction that wrote them: after every cast a join on xmin finds nothing", async () => {
    const into = newBox();
    for (const who of people(6)) {
      await cast(into, who);
      const joined = await sql`
        select r.who, convert_from(s.sealed, 'UTF8') as said
        from answer_receipts r join sealed_answers s on s.xmin = r.xmin
        where r.box_id = ${into.box} and s.box_id = ${into.box}`;
      expect(joined).toEqual([]);
    }
  });

  test("nor by transactions that follow one another: all receipts bear one, all answers another", async () => {
    const into = newBox();
    for (const who of people(6)) await cast(into, who);
    const [kinds] = await sql`
      select
        (select count(distinct xmin::text) from answer_receipts where box_id = ${into.box})::int as receipts,
        (select count(distinct xmin::text) from sealed_answers where box_id = ${into.box})::int as sealed,
        (select count(distinct cmin::text) from sealed_answers where box_id = ${into.box})::int as commands`;
    expect(kinds).toEqual({ receipts: 1, sealed: 1, commands: 1 });
  });

  test("nor by their place: one lies beside the other as often as chance would have it", async () => {
    const [boxes, each] = [40, 6];
    let together = 0;
    let inOrder = 0;
    for (let n = 0; n < boxes; n += 1) {
      const into = newBox();
      for (const who of people(each)) await cast(into, who);
      const receipts = await sql`select who from answer_receipts where box_id = ${into.box} order by ctid`;
      const answers = await sql`
        select convert_from(sealed, 'UTF8') as said from sealed_answers where box_id = ${into.box} order by ctid`;
      together += receipts.filter(({ who }, place) => answers[place]?.["said"] === who).length;
      inOrder += answers.filter(({ said }, place) => said === `person ${place}`).length;
    }
    // one a box is what chance gives; more, or fewer, by five standard deviations would be an order
    for (const found of [together, inOrder]) {
      expect(found).toBeGreaterThan(boxes - 5 * Math.sqrt(boxes));
      expect(found).toBeLessThan(boxes + 5 * Math.sqrt(boxes));
    }
  });

  test("nor by a key: an answer has another one after each cast", async () => {
    const into = newBox();
    await cast(into, "first");
    const [before] = await sql`select key from sealed_answers where box_id = ${into.box}`;
    await cast(into, "second");
    const after = await sql`select key from sealed_answers where box_id = ${into.box}`;
    expect(after.map(({ key }) => key)).not.toContain(before?.["key"]);
  });

  test("nor by a moment, a sequence or an identity: there is none", async () => {
    const columns = await sql`
      select table_name || '.' || column_name as name, data_type as type, column_default as otherwise, is_identity as identity
      from information_schema.columns
      where table_name in ('answer_boxes', 'answer_receipts', 'sealed_answers', 'answer_counts', 'answer_lines')`;
    expect(columns.length).toBeGreaterThan(10);
    for (const { type, otherwise, identity } of columns) {
      expect(["uuid", "text", "integer", "bytea"]).toContain(type);
      expect([otherwise, identity]).toEqual([null, "NO"]);
    }
  });

  test("and the server’s own role reads neither; it asks the functions", async () => {
    const closed = { code: "42501" };
    await expect(log`select * from answer_receipts`).rejects.toMatchObject(closed);
    await expect(log`select * from sealed_answers`).rejects.toMatchObject(closed);
    await expect(log`insert into answer_counts values (${randomUUID()}, '1', '5', 1)`).rejects.toMatchObject(
      closed,
    );
    await expect(log`update answer_boxes set state = 'open'`).rejects.toMatchObject(closed);
    await expect(log`select shuffle_sealed(${randomUUID()}, array[]::bytea[])`).rejects.toMatchObject(closed);
  });

  test("nor once it is counted: the receipts are gone, and counts bear another transaction than they did", async () => {
    const into = newBox();
    for (const who of people(5)) await cast(into, who);
    const [receipt] = await sql`select xmin::text as xmin from answer_receipts where box_id = ${into.box}`;
    await closeBox(log, into);
    const counts = [{ question: "1", option: "5", count: 5 }];
    await countBox(log, into.box, { keys: await keysIn(into.box), answered: 5, counts, lines: [] });
    const [left] = await sql`
      select (select count(*) from answer_receipts where box_id = ${into.box})::int as receipts,
        (select count(*) from sealed_answers where box_id = ${into.box})::int as sealed,
        (select xmin::text from answer_counts where box_id = ${into.box}) as xmin`;
    expect(left).toMatchObject({ receipts: 0, sealed: 0 });
    expect(left?.["xmin"]).not.toBe(receipt?.["xmin"]);
    expect(await hasAnswered(log, into.box, "person 0")).toBe(false);
  });
});

describe("an answer", () => {
  test("is taken once for each person or seat, however often and with whatever it comes again", async () => {
    const into = newBox("ballot");
    expect(await cast(into, "seat", "yes")).toBe("taken");
    const again = await Promise.all(Array.from({ length: 20 }, (_, n) => cast(into, "seat", `other ${n}`)));
    expect(new Set(again)).toEqual(new Set(["already"]));
    expect([await hasAnswered(log, into.box, "seat"), await hasAnswered(log, into.box, "other")]).toEqual([
      true,
      false,
    ]);
    await closeBox(log, into);
    expect(await wordsIn(into.box)).toEqual(["yes"]);
  });

  test("is not taken on what the log no longer says", async () => {
    const into = newBox();
    expect(await cast(into, "person", "1", END - 1)).toBe("stale");
    expect(await cast(into, "person", "1", END + 1)).toBe("stale");
    expect(await sealedIn(log, into.box)).toBeNull();
  });

  test("is not taken into a box of another meeting or kind, or one that is closed, empty as it may be", async () => {
    const into = newBox();
    await cast(into, "one");
    expect(await cast({ ...into, kind: "ballot" }, "two")).toBe("closed");
    const empty = newBox();
    await closeBox(log, empty);
    expect(await cast(empty, "one")).toBe("closed");
  });

  test("lies unseen until the close", async () => {
    const into = newBox();
    for (const who of people(6)) await cast(into, who);
    expect(await sealedIn(log, into.box)).toEqual({ state: "open", answered: 6, sealed: [] });
    await closeBox(log, into);
    expect((await wordsIn(into.box)).toSorted()).toEqual(people(6));
  });
});

test("counted if and only if it came before the close: two hundred races over two connections", async () => {
  const other = openDatabase(inject("databaseUrl"));
  const outcomes = { taken: 0, closed: 0 };
  for (let round = 0; round < 200; round += 1) {
    const into = newBox();
    const answers = people(3).map((who) =>
      castSealed(round % 2 ? log : other.log, into, { who, sealed: sealedAs(who), asOf: END }),
    );
    const closing = closeBox(round % 2 ? other.log : log, into);
    const told = await Promise.all(answers);
    await closing;

    const taken = people(3).filter((_, place) => told[place] === "taken");
    expect(told.every((one) => one === "taken" || one === "closed")).toBe(true);
    const held = await sealedIn(log, into.box);
    expect([held?.state, held?.answered]).toEqual(["closed", taken.length]);
    expect((await wordsIn(into.box)).toSorted()).toEqual(taken);
    outcomes.taken += taken.length;
    outcomes.closed += told.length - taken.length;
  }
  await other.close();
  expect(outcomes.taken + outcomes.closed).toBe(600);
  // races that all end the same way are none
  expect(Math.min(outcomes.taken, outcomes.closed)).toBeGreaterThan(0);
});

describe("a closed box", () => {
  test("is counted once, by whoever comes first, and finished", async () => {
    const into = newBox();
    for (const who of people(5)) await cast(into, who);
    await closeBox(log, into);
    const keys = await keysIn(into.box);
    const counts = [{ question: "1", option: "5", count: 5 }];
    const counting = () => countBox(log, into.box, { keys, answered: 5, counts, lines: ["a", "b"] });
    const done = await Promise.all([counting(), counting(), counting()]);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await countsOf(db, into.box)).toEqual({ answered: 5, counts });
    expect((await linesOf(db, into.box)).toSorted()).toEqual(["a", "b"]);

    const isLeft = async () => (await unfinishedBoxes(db, "pulse")).some(({ box }) => box === into.box);
    expect(await isLeft()).toBe(true);
    await finishBox(log, into.box);
    expect(await isLeft()).toBe(false);
    await voidBox(log, into);
    expect(await countsOf(db, into.box)).toEqual({ answered: 5, counts });
  });

  test("is not counted while it is open, nor by what is only a part of it", async () => {
    const into = newBox();
    for (const who of people(2)) await cast(into, who);
    expect(await countBox(log, into.box, { keys: [], answered: 0, ...nothing })).toBe(false);
    await closeBox(log, into);
    const [first = ""] = await keysIn(into.box);
    expect(await countBox(log, into.box, { keys: [first], answered: 1, ...nothing })).toBe(false);
    expect(await countBox(log, into.box, { keys: [first, randomUUID()], answered: 2, ...nothing })).toBe(
      false,
    );
    expect(await countsOf(db, into.box)).toBeNull();
    expect(await wordsIn(into.box)).toHaveLength(2);
  });

  test("that nobody answered is counted as that", async () => {
    const into = newBox();
    await closeBox(log, into);
    expect(await countBox(log, into.box, { keys: [], answered: 0, ...nothing })).toBe(true);
    expect(await countsOf(db, into.box)).toEqual({ answered: 0, counts: [] });
  });
});

test("a box opened by mistake is emptied unread, and takes nothing more", async () => {
  const into = newBox();
  for (const who of people(6)) await cast(into, who);
  await voidBox(log, into);
  expect(await cast(into, "late")).toBe("closed");
  await closeBox(log, into);
  expect(await sealedIn(log, into.box)).toEqual({ state: "void", answered: 0, sealed: [] });
  const never = newBox();
  await voidBox(log, never);
  expect(await cast(never, "late")).toBe("closed");
});

describe("a board’s box", () => {
  async function carryOn(boardId: BoardId, words: readonly string[]) {
    const into = newBox();
    await closeBox(log, into);
    const carried = { board: boardId, sealed: words.map(sealedAs) };
    expect(await countBox(log, into.box, { keys: [], answered: 0, ...nothing, carried })).toBe(true);
    return into;
  }

  test("keeps what is carried on sealed until five have gathered, whatever meetings they came from", async () => {
    const boardId = newBoard();
    await carryOn(boardId, ["a", "b"]);
    await carryOn(boardId, ["c", "d"]);
    expect(await sealedIn(log, boardId)).toEqual({ state: "open", answered: 0, sealed: [] });
    const into = await carryOn(boardId, ["e"]);
    expect((await wordsIn(boardId)).toSorted()).toEqual(["a", "b", "c", "d", "e"]);

    const counts = [{ question: "officers", option: "5", count: 5 }];
    const batch = { keys: await keysIn(boardId), into: into.box, counts };
    expect(await countBatch(log, boardId, { ...batch, keys: batch.keys.slice(1) })).toBe(false);
    const done = await Promise.all([countBatch(log, boardId, batch), countBatch(log, boardId, batch)]);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await wordsIn(boardId)).toEqual([]);
    expect(await countsOf(db, into.box)).toEqual({ answered: 0, counts });
  });

  test("is shuffled anew with each meeting", async () => {
    const boardId = newBoard();
    await carryOn(boardId, ["a", "b"]);
    await carryOn(boardId, ["c"]);
    const [kinds] = await sql`
      select count(distinct xmin::text)::int as written, count(*)::int as all from sealed_answers where box_id = ${boardId}`;
    expect(kinds).toEqual({ written: 1, all: 3 });
  });
});
