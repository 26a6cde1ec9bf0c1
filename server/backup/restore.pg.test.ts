import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { backupLines } from "#db/backup.ts";
import { databaseNamed } from "#db/databases.ts";
import { insertPartnership } from "#db/partnership.ts";
import { openHouse } from "#tests/support/house.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { AT, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, challenge, inSession } from "#tests/support/stored-meeting.ts";
import { readBackup, writeBackup } from "./backup-file.ts";
import { restoreBackup } from "./restore.ts";

const EPOCH = "9b2c5f3e-0000-4000-8000-000000000001";
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candour-backup-"));
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true }));

/** A database with one meeting in session, and a way to put more on its record. */
async function aPartnership() {
  const url = await ownDatabase(inject("databaseUrl"));
  const house = await openHouse(url);
  const change = { by: null, at: AT, what: "testPrepared" };
  await insertPartnership(house.database.db, { name: "P", epoch: EPOCH, sample: false }, change);
  const board = await storedBoard(house.database);
  const { meetingId, item } = await inSession(house.sockets.desks, board);
  await house.close();

  async function record(text: string) {
    const open = await openHouse(url);
    await carriedOut(open.sockets.desks, meetingId, board.chair, {
      ...challenge(board, item, 0, text),
      speaker: { as: "chair" },
    });
    await open.close();
  }
  return { url, record };
}

async function told(url: string): Promise<{ readonly words: readonly string[]; readonly epoch: string }> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql`
    select event->>'text' as text from meeting_events where event->>'type' = 'challengeRecorded' order by seq`;
  const [row] = await sql`select epoch from partnership`;
  await sql.end();
  return { words: rows.map(({ text }) => String(text)), epoch: String(row?.["epoch"]) };
}

async function backedUp(url: string, name: string): Promise<string> {
  const file = join(folder, name);
  await writeBackup(file, backupLines(url));
  return file;
}

describe("a restore", () => {
  test("puts back what was there, with another epoch, and keeps what it took the place of", async () => {
    const { url, record } = await aPartnership();
    await record("before the backup");
    const file = await backedUp(url, "whole.gz");
    await record("after it");

    const restored = await restoreBackup(url, file, Date.UTC(2026, 10, 25, 4, 12, 30));

    expect(restored).toMatchObject({ ok: true, keptAs: expect.stringMatching(/_before_20261125041230$/) });
    const now = await told(url);
    expect(now.words).toEqual(["before the backup"]);
    expect(now.epoch).not.toBe(EPOCH);
    const kept = await told(databaseNamed(url, restored.ok ? restored.keptAs : ""));
    expect(kept).toEqual({ words: ["before the backup", "after it"], epoch: EPOCH });
    await record("and on it goes");
    expect((await told(url)).words).toEqual(["before the backup", "and on it goes"]);
  });

  test("is refused while the server is connected, and changes nothing", async () => {
    const { url, record } = await aPartnership();
    const file = await backedUp(url, "in-use.gz");
    await record("after it");
    const server = postgres(url, { max: 1 });
    onTestFinished(() => server.end());
    await server`select 1`;

    expect(await restoreBackup(url, file, AT)).toEqual({ ok: false, problem: "inUse" });
    expect(await told(url)).toEqual({ words: ["after it"], epoch: EPOCH });
  });

  test("of a backup that holds a log somebody has edited is refused", async () => {
    const { url, record } = await aPartnership();
    await record("We pay");
    const superuser = postgres(url, { max: 1, connection: { session_replication_role: "replica" } });
    await superuser`update meeting_events set event = jsonb_set(event, '{text}', '"They pay"') where event->>'text' = 'We pay'`;
    await superuser.end();
    const file = await backedUp(url, "edited.gz");

    expect(await restoreBackup(url, file, AT)).toEqual({ ok: false, problem: "brokenLog", logs: 1 });
  });

  test("of a file that ends in the middle, or is none, is refused", async () => {
    const { url } = await aPartnership();
    const file = await backedUp(url, "short.gz");
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, whole.length / 2));

    for (const name of [file, join(folder, "nowhere.gz")])
      expect(await restoreBackup(url, name, AT)).toEqual({ ok: false, problem: "unreadable" });
  });
});

describe("a backup file", () => {
  test("is for its owner alone", async () => {
    const { url } = await aPartnership();
    const { mode } = await stat(await backedUp(url, "private.gz"));
    expect(mode & 0o777).toBe(0o600);
  });

  test("whose writing fails leaves the one before it as it was", async () => {
    const file = join(folder, "kept.gz");
    await writeBackup(
      file,
      (async function* () {
        yield "yesterday";
      })(),
    );
    const failing = (async function* () {
      yield "today";
      throw new Error("connection lost");
    })();
    await expect(writeBackup(file, failing)).rejects.toThrow("connection lost");

    const lines: string[] = [];
    for await (const line of readBackup(file)) lines.push(line);
    expect(lines).toEqual(["yesterday"]);
  });
});
