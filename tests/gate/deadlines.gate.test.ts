// R11 and R21 of the contract (`docs/reliability.md`): deadlines of votes over two servers whose wall clocks are four hours
// apart, kept by people whose clocks are a day wrong. None closes early or twice, none is missed, none takes an answer too
// late, whatever is killed.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hall, openHall, type TimedReport, timedVotes } from "../storm/timed-votes.ts";
import { SEED } from "../support/seed.ts";
import { notRun } from "./not-run.ts";

const MEETINGS = 500;
const KILLS = 20;
const MINUTES = 60_000;

let hall: Hall;
beforeAll(async () => {
  hall = await openHall(MEETINGS, SEED);
  if (!hall.redis) notRun("deadlines over Redis: there is no redis-server");
  if (!hall.wrongClock) notRun("deadlines with clocks apart: there is no libfaketime");
}, 2 * MINUTES);
afterAll(() => hall.close());

function expectKept(report: TimedReport): void {
  expect(report).toMatchObject({ votes: MEETINGS, missed: 0, twice: 0, early: 0, wrongTime: 0 });
  expect(report).toMatchObject({ takenLate: 0, refusedEarly: 0, toldOtherwise: 0, disordered: 0 });
  expect(report).toMatchObject(hall.wrongClock ? { hoursApart: 4, daysApart: 2 } : { hoursApart: 0 });
}

test(`R11: ${MEETINGS} votes, servers four hours apart, people two days: each closes in its second (seed ${SEED})`, {
  timeout: 2 * MINUTES,
}, async () => {
  const report = await timedVotes(hall, { of: "calm" }, { seconds: [5, 9], opensWithin: 6000 });
  console.info(`deadlines in calm: ${JSON.stringify({ seed: SEED, ...report })}`);
  expectKept(report);
  expect(report.late.most).toBeLessThan(1000);
  expect(report.answers.taken + report.answers.refused).toBe(3 * MEETINGS);
  // those sent in time, and those that are too late, are known; a race that is always won by one side is none
  expect(report.answers.taken).toBeGreaterThan(MEETINGS * 1.05);
  expect(report.answers.refused).toBeGreaterThan(MEETINGS * 1.05);
});

test(`R21: ${MEETINGS} deadlines while servers are killed ${KILLS} times: each once, none missed (seed ${SEED})`, {
  timeout: 3 * MINUTES,
}, async () => {
  const report = await timedVotes(
    hall,
    { of: "kills", kills: KILLS },
    { seconds: [5, 25], opensWithin: 4000 },
  );
  console.info(`deadlines under kills: ${JSON.stringify({ seed: SEED, ...report })}`);
  expectKept(report);
  expect(report.kills).toBeGreaterThanOrEqual(KILLS);
  expect(report.late.most).toBeLessThan(5000);
});

test(`R21: ${MEETINGS} deadlines that pass while no server is there are kept within five seconds of its return (seed ${SEED})`, {
  timeout: 2 * MINUTES,
}, async () => {
  const report = await timedVotes(hall, { of: "allAway" }, { seconds: [5, 7], opensWithin: 2000 });
  console.info(`deadlines with all servers away: ${JSON.stringify({ seed: SEED, ...report })}`);
  expectKept(report);
  expect(report.late.most).toBeLessThan(5000);
});
