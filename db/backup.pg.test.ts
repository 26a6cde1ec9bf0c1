import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import type { ItemId, MeetingId, PersonId } from "#domain/ids.ts";
import { openHouse } from "#tests/support/house.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { AT, type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, challenge, inSession } from "#tests/support/stored-meeting.ts";
import { backupLines, checkBackup, type Heading, LEFT_OUT, restoreLines, TABLES } from "./backup.ts";
import { openDatabase } from "./client.ts";
import { firstBroken, wholeLog, withholdWords } from "./event-log.ts";
import { insertPartnership, thePartnership } from "./partnership.ts";

const WORDS = "What happens if the grant – “late” again – comes\tafter\nMarch? £5\\n";
let source: string;
let meetingId: MeetingId;
let item: ItemId;
let member: PersonId;
let board: StoredBoard;
let backup: readonly string[];

async function collected(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}
async function* reading(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
async function headingOf(lines: readonly string[]): Promise<Heading> {
  const checked = await checkBackup(reading(lines));
  if (!checked.ok) throw new Error(checked.problem);
  return checked.heading;
}
async function restored(lines: readonly string[], epoch: string): Promise<string> {
  const url = await ownDatabase(inject("databaseUrl"));
  await restoreLines(url, reading(lines), { heading: await headingOf(lines), epoch });
  return url;
}
function opened(url: string) {
  const database = openDatabase(url);
  onTestFinished(() => database.close());
  return database;
}

beforeAll(async () => {
  source = await ownDatabase(inject("databaseUrl"));
  const house = await openHouse(source);
  const { database } = house;
  const change = { by: null, at: AT, what: "testPrepared" };
  await insertPartnership(database.db, { name: "P", epoch: randomUUID(), sample: false }, change);
  board = await storedBoard(database);
  ({ meetingId, item } = await inSession(house.sockets.desks, board));
  member = board.members[0] ?? board.chair;
  await carriedOut(house.sockets.desks, meetingId, member, challenge(board, item, 0, WORDS));
  const gone = await carriedOut(house.sockets.desks, meetingId, member, challenge(board, item));
  await withholdWords(database.log, { meetingId, seq: gone }, { by: board.clerk, at: AT, reason: "asked" });
  await house.close();
  backup = await collected(backupLines(source));
});

describe("a backup", () => {
  test("holds every table there is, but for answers that nobody may read singly", async () => {
    const sql = postgres(source, { max: 1 });
    onTestFinished(() => sql.end());
    const found = await sql`select tablename from pg_tables where schemaname = 'public'`;
    expect(new Set(found.map(({ tablename }) => tablename))).toEqual(new Set([...TABLES, ...LEFT_OUT]));
  });

  test("comes back as it was, with another epoch and a line in the audit trail", async () => {
    const epoch = randomUUID();
    const again = await collected(backupLines(await restored(backup, epoch)));

    const rows = (lines: readonly string[]) =>
      lines.slice(1, -1).filter((line) => !line.startsWith("partnership\t"));
    expect(rows(again).filter((line) => !line.includes("databaseRestored"))).toEqual(rows(backup));
    expect(rows(again)).toHaveLength(rows(backup).length + 1);
  });

  test("comes back with logs that hold, words that are gone stay gone, and meetings that go on", async () => {
    const epoch = randomUUID();
    const url = await restored(backup, epoch);
    const { db, log } = opened(url);

    expect(await thePartnership(db)).toMatchObject({ epoch });
    expect(await firstBroken(log, meetingId)).toBeNull();
    const events = await wholeLog(log, meetingId);
    expect(events.at(-2)).toMatchObject({ event: { text: WORDS.trim() } });
    expect(events.at(-1)).toMatchObject({ event: { type: "withheld" } });
    const house = await openHouse(url);
    onTestFinished(house.close);
    const seq = await carriedOut(house.sockets.desks, meetingId, member, challenge(board, item));
    expect(seq).toBe(events.length + 1);
  });

  test("taken while people write shows one moment: every log in it is whole", async () => {
    const house = await openHouse(source);
    onTestFinished(house.close);
    let isOver = false;
    const writing = (async () => {
      while (!isOver) await carriedOut(house.sockets.desks, meetingId, member, challenge(board, item));
    })();
    const lines = await collected(backupLines(source));
    isOver = true;
    await writing;

    const { log } = opened(await restored(lines, randomUUID()));
    expect(await firstBroken(log, meetingId)).toBeNull();
  });
});

describe("before anything is done with a backup", () => {
  test("one that was cut short, changed, or is none is refused", async () => {
    const problemOf = async (lines: readonly string[]) => {
      const checked = await checkBackup(reading(lines));
      return checked.ok ? null : checked.problem;
    };
    const [heading = "", first = "", ...rest] = backup;

    expect(await problemOf(backup)).toBeNull();
    expect(await problemOf([])).toBe("notABackup");
    expect(await problemOf(["-- PostgreSQL database dump", "--"])).toBe("notABackup");
    expect(await problemOf(backup.slice(0, -1))).toBe("cutShort");
    expect(await problemOf([heading, ...rest])).toBe("cutShort");
    expect(await problemOf([heading, first.replace("P", "Q"), ...rest])).toBe("changed");
  });

  test("one of other tables is refused", async () => {
    const url = await ownDatabase(inject("databaseUrl"));
    const heading = { ...(await headingOf(backup)), migrations: 99 };
    await expect(restoreLines(url, reading(backup), { heading, epoch: randomUUID() })).rejects.toThrow(
      "otherTables",
    );
  });
});
