// A first start that is killed while it loads the sample mends itself at the next one.
import { spawn } from "node:child_process";
import { once } from "node:events";
import postgres from "postgres";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { databaseTime } from "#db/event-log.ts";
import { insertPartner } from "#db/partners.ts";
import { newPartner } from "#tests/support/ids.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { openClock } from "./clock.ts";
import { loadSampleOnce } from "./sample-start.ts";

const WITHIN_MS = 120_000;
const MEETINGS = 37; // with tonight's

const BEGUN = Date.UTC(2026, 2, 31, 12);
const NEXT_MONTH = Date.UTC(2026, 3, 2, 9);

async function load(url: string, start = BEGUN): Promise<void> {
  const database = openDatabase(url);
  try {
    const clock = await openClock(() => databaseTime(database.log), { start, rate: 1 });
    await loadSampleOnce({ database, clock });
  } finally {
    await database.close();
  }
}

/** Loads in a process of its own and kills it, as `kill -9` does, once so much of a table is there. */
async function loadUntil(url: string, table: string, rows: number): Promise<void> {
  const script = `
    import { openDatabase } from "#db/client.ts";
    import { databaseTime } from "#db/event-log.ts";
    import { openClock } from "#server/clock.ts";
    import { loadSampleOnce } from "#server/sample-start.ts";
    const database = openDatabase(${JSON.stringify(url)});
    const clock = await openClock(() => databaseTime(database.log), { start: ${BEGUN}, rate: 1 });
    await loadSampleOnce({ database, clock });`;
  const loading = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" });
  const ended = once(loading, "exit");
  await expect.poll(() => countOf(url, table), { timeout: WITHIN_MS, interval: 5 }).toBeGreaterThan(rows);
  loading.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
}

async function query<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

function countOf(url: string, table: string): Promise<number> {
  return query(url, async (sql) => {
    const [row] = await sql`select count(*)::integer as count from ${sql(table)}`;
    return row?.["count"];
  });
}

/** All of the sample but tonight's meeting, which is made for the moment, and the epoch. */
function everythingIn(url: string) {
  return query(url, async (sql) => ({
    log: await sql`select meeting_id, seq, command_id, nth, "at", "by", event from meeting_events
      where meeting_id in (select meeting_id from meeting_facts) order by meeting_id, seq`,
    facts: await sql`select * from meeting_facts order by meeting_id`,
    audit: await sql`select what, subject, "at", detail from audit order by what, subject, detail::text`,
    seats: await sql`select * from seats left join seat_substitutes on seat_id = id order by id, person_id`,
    roles: await sql`select * from board_roles order by board_id, person_id`,
    partnership: await sql`select name, sample, created_at from partnership`,
    broken: await sql`select id from meetings where first_broken(id) is not null`,
    meetings: (await sql`select id from meetings`).length,
  }));
}

describe("the sample", () => {
  let whole: Awaited<ReturnType<typeof everythingIn>>;
  beforeAll(async () => {
    const url = await ownDatabase(inject("databaseUrl"));
    await load(url);
    whole = await everythingIn(url);
  }, WITHIN_MS);

  test("is loaded once", () => {
    expect(whole.meetings).toBe(MEETINGS);
    expect(whole.broken).toEqual([]);
  });

  test("killed again and again, is ended at the next start as if nothing had happened", {
    timeout: WITHIN_MS,
  }, async () => {
    const url = await ownDatabase(inject("databaseUrl"));
    await loadUntil(url, "people", 10);
    await loadUntil(url, "board_roles", 20);
    await loadUntil(url, "meetings", 5);
    expect(await countOf(url, "meetings")).toBeLessThan(MEETINGS);
    expect(await countOf(url, "partnership")).toBe(0);

    await load(url, NEXT_MONTH);
    const mended = await everythingIn(url);
    expect(mended).toEqual(whole);
    await load(url, NEXT_MONTH);
    expect(await everythingIn(url)).toEqual(mended);
  });

  test("does not touch a database that holds anything else", async () => {
    const url = await ownDatabase(inject("databaseUrl"));
    const { db, close } = openDatabase(url);
    const theirs = { id: newPartner(), name: "A council", code: "COU", sector: "other", tier: null } as const;
    await insertPartner(db, theirs, { by: null, at: 0, what: "partnerAdded" });
    await close();
    const before = await everythingIn(url);
    await expect(load(url)).rejects.toThrow("SAMPLE=off");
    expect(await everythingIn(url)).toEqual(before);
    expect(await countOf(url, "partners")).toBe(1);
  });
});
