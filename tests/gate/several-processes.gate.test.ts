// R10: two processes behave as one over Redis; while Redis is dead the fifteen-second poll carries what was said.
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { revokeSessionsOf } from "#db/sessions.ts";
import { assemble } from "../storm/crew.ts";
import type { Reader } from "../storm/reader.ts";
import { findRedis, openRedis } from "../storm/redis-server.ts";
import { SEED } from "../support/seed.ts";
import { notRun } from "./not-run.ts";

const OUTAGE_MS = 20_000;
const hasRedis = await findRedis();
if (!hasRedis) notRun("several processes over Redis: there is no redis-server");

async function crewOnRedis() {
  const redis = await openRedis();
  await redis.start();
  onTestFinished(redis.kill);
  const crew = await assemble({ seed: SEED, writers: 3, processes: 2, redisUrl: redis.url });
  const [here, there] = crew.readers;
  if (!here || !there) throw new Error("nobody is there");
  await expect.poll(() => Math.min(here.seq(), there.seq()), { timeout: 15_000 }).toBeGreaterThan(0);
  return { redis, here, there, ...crew };
}

/** Milliseconds until what is written at one process is read at the other. */
async function crossing(from: Reader, to: Reader, within: number): Promise<number> {
  const before = to.seq();
  const written = performance.now();
  from.write();
  await expect.poll(() => to.seq(), { timeout: within, interval: 5 }).toBeGreaterThan(before);
  return performance.now() - written;
}

describe.runIf(hasRedis)("two processes over Redis", () => {
  test("what is written at one is read at the other at once", { timeout: 60_000 }, async () => {
    const { here, there } = await crewOnRedis();
    for (let nth = 0; nth < 20; nth += 1) {
      expect(await crossing(here, there, 5000)).toBeLessThan(2000);
      expect(await crossing(there, here, 5000)).toBeLessThan(2000);
    }
  });

  test(`while Redis is dead for ${OUTAGE_MS / 1000} s it takes longer and loses nothing`, {
    timeout: 120_000,
  }, async () => {
    const { redis, here, there } = await crewOnRedis();
    await redis.kill();
    const until = performance.now() + OUTAGE_MS;
    let slowest = 0;
    while (performance.now() < until) slowest = Math.max(slowest, await crossing(here, there, 20_000));
    await redis.start();
    await expect.poll(() => crossing(here, there, 20_000), { timeout: 30_000 }).toBeLessThan(2000);

    console.info(`Redis dead: slowest crossing ${Math.round(slowest)} ms`);
    expect(slowest).toBeLessThan(17_000);
    await expect.poll(() => [here.waiting(), here.seq()]).toEqual([0, there.seq()]);
    expect(here.tally.acked).toBe(here.tally.sent);
  });

  test("a session ended at one is cut at the other within two seconds, Redis or not", {
    timeout: 60_000,
  }, async () => {
    const { redis, here, there, world } = await crewOnRedis();
    await redis.kill();
    const database = openDatabase(world.url);
    onTestFinished(database.close);
    const change = { by: null, at: Date.now(), what: "signedOutEverywhere" };
    await revokeSessionsOf(database.db, there.seated.person, change);

    await expect.poll(() => there.isSignedOut(), { timeout: 2500, interval: 20 }).toBe(true);
    expect(here.isSignedOut()).toBe(false);
  });
});
