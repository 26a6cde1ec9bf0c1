// R1, R2, R3, R4, R6, R7, R9 and R17 of the contract (`docs/reliability.md`): real processes, a real Postgres, a bad
// network. What is acknowledged is on the record once, under its number, in its order, and everybody sees it.
import { expect, test } from "vitest";
import { faultsIn } from "../storm/sound.ts";
import { type Report, storm } from "../storm/storm.ts";
import type { Plan } from "../storm/weather.ts";
import { SEED } from "../support/seed.ts";
import { notRun } from "./not-run.ts";

const MINUTES = 60_000;

async function weathered(plan: Omit<Plan, "seed">): Promise<Report> {
  const report = await storm({ seed: SEED, ...plan });
  console.info(`storm: ${JSON.stringify(report)}`);
  if (!report.isOnRedis) notRun("storms over Redis: there is no redis-server");
  if (report.hoursApart === 0) notRun("storms with clocks apart: there is no libfaketime");
  expect(faultsIn(report)).toEqual({});
  expect(report.acks).toBeGreaterThan(200);
  return report;
}

test(`R1, R2, R3, R4: killed servers and commands sent again lose and double nothing (seed ${SEED})`, {
  timeout: 4 * MINUTES,
}, async () => {
  const report = await weathered({ kills: 40, freezes: 5, resends: 10_000 });
  expect(report).toMatchObject({ kills: expect.toSatisfy((kills) => kills >= 40), freezes: 5 });
  expect(report.resends).toBeGreaterThanOrEqual(10_000);
});

test(`R7, R9: lost connections to the database and a bad network cost time, not data (seed ${SEED})`, {
  timeout: 3 * MINUTES,
}, async () => {
  const report = await weathered({ connectionKills: 200, networkFaults: 200 });
  expect(report).toMatchObject({ connectionKills: 200, networkFaults: 200 });
});

test(`R6: Postgres crashes, is started again, and nothing acknowledged is missing (seed ${SEED})`, {
  timeout: 2 * MINUTES,
}, async () => {
  expect(await weathered({ postgresCrashes: 3 })).toMatchObject({ postgresCrashes: 3 });
});

test(`R17: planned restarts of one server after the other are not noticed (seed ${SEED})`, {
  timeout: 2 * MINUTES,
}, async () => {
  const { rollingRestarts } = await weathered({ rollingRestarts: 3 });
  expect(rollingRestarts).toBeGreaterThanOrEqual(3);
});
