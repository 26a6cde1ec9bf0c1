// A storm over real processes: writers write while instances, connections, Postgres and the network are broken under
// them. Then the weather clears, everybody is waited for, and the checker says what is missing.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Dice, openDice } from "../support/dice.ts";
import { Findings } from "./checker-findings.ts";
import { openEvidence } from "./evidence.ts";
import { openFaultProxy } from "./fault-proxy.ts";
import { type Instance, openInstance } from "./instance.ts";
import { type Reader, seatReader } from "./reader.ts";
import { findRedis, openRedis } from "./redis-server.ts";
import { type Plan, type Stage, weather } from "./weather.ts";
import { openWorld, type World } from "./world.ts";
import { findWrongClock } from "./wrong-clock.ts";

export type Report = Findings & {
  readonly seed: number;
  readonly sent: number;
  readonly refused: number;
  readonly kills: number;
  readonly connectionKills: number;
  readonly networkFaults: number;
  readonly postgresCrashes: number;
  readonly rollingRestarts: number;
  readonly freezes: number;
  readonly redisOutages: number;
  readonly resends: number;
  /** Re-sendings that were not answered with the first number, or whose id was taken with other words. */
  readonly wrongResends: number;
  /** Never answered, though everything had been well for half a minute. */
  readonly unanswered: number;
  /** Whether the two servers told one another through Redis what was new. */
  readonly isOnRedis: boolean;
  /** Between the clocks of the two servers; nought where they could not be set wrong. */
  readonly hoursApart: number;
  /** Of those who have not everything in the end, how they stand. */
  readonly stuck: readonly string[];
  /** Servers that ended by themselves. */
  readonly uncaught: number;
  /** Planned restarts that took longer than ten seconds or ended with another code than 0. */
  readonly badLeaves: number;
  /** Milliseconds from clear weather until all had the same. */
  readonly healed: number;
};

const HEAL_WITHIN_MS = 45_000;
const PAUSE_MS = 100;
/** Seconds: one server is so much fast, the other so much slow. */
const CLOCKS_WRONG_BY = 2 * 3600;

export async function storm(plan: Plan): Promise<Report> {
  const dice = openDice(plan.seed);
  const world = await openWorld();
  const folder = await mkdtemp(join(tmpdir(), "candour-evidence-"));
  const redis = (await findRedis()) ? await openRedis() : null;
  await redis?.start();
  const wrongClock = await findWrongClock();
  const begin = (seconds: number) =>
    openInstance(world.url, { redisUrl: redis?.url, env: wrongClock?.(seconds) });
  const instances = [await begin(CLOCKS_WRONG_BY), await begin(-CLOCKS_WRONG_BY)] as const;
  await Promise.all(instances.map(({ start }) => start()));
  const readers = await seatAll(world, instances, dice, folder);
  const stage: Stage = { plan, dice, world, redis, instances, readers, isOver: false };
  try {
    const injected = await weather(stage);
    const healed = await clear(stage);
    const stuck = behind(readers).map(({ condition }) => condition());
    for (const reader of readers) reader.testify();
    const totals = totalsOf(readers);
    for (const reader of readers) reader.stop();
    const findings = await findingsOn(folder, world.url);
    const uncaught = instances.reduce((sum, { deaths }) => sum + deaths(), 0);
    const hoursApart = wrongClock ? (2 * CLOCKS_WRONG_BY) / 3600 : 0;
    return {
      seed: plan.seed,
      ...totals,
      ...injected,
      stuck,
      isOnRedis: redis !== null,
      hoursApart,
      uncaught,
      healed,
      ...findings,
    };
  } finally {
    for (const { proxy, stop } of readers) {
      stop();
      proxy.close();
    }
    await Promise.all(instances.map(({ kill }) => kill()));
    await redis?.kill();
    await world.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function seatAll(
  world: World,
  [one, other]: readonly [Instance, Instance],
  dice: Dice,
  folder: string,
): Promise<readonly Reader[]> {
  const evidence = openEvidence(folder);
  return Promise.all(
    world.seated.map(async (seated, name) => {
      const ports = name % 2 === 0 ? [one.port, other.port] : [other.port, one.port];
      const proxy = await openFaultProxy(() => ports, dice);
      return seatReader(name, { seated, proxy, dice, evidence });
    }),
  );
}

/** Waits until every writer has every answer and every reader has everything. */
async function clear({ instances, readers }: Stage): Promise<number> {
  const cleared = performance.now();
  for (const instance of instances) if (!instance.isUp()) await instance.start();
  while (performance.now() - cleared < HEAL_WITHIN_MS) {
    if (behind(readers).length === 0) break;
    await wait(PAUSE_MS);
  }
  return Math.round(performance.now() - cleared);
}

/** Those who wait for an answer still, or have not all that another in their meeting has. */
function behind(readers: readonly Reader[]): readonly Reader[] {
  const rooms = Map.groupBy(readers, ({ seated }) => seated.meetingId);
  const ends = new Map(
    [...rooms].map(([meeting, room]) => [meeting, Math.max(...room.map(({ seq }) => seq()))]),
  );
  return readers.filter(({ waiting, seq, seated }) => waiting() > 0 || seq() !== ends.get(seated.meetingId));
}

function totalsOf(readers: readonly Reader[]) {
  const sum = (of: (reader: Reader) => number) => readers.reduce((total, reader) => total + of(reader), 0);
  return {
    sent: sum(({ tally }) => tally.sent),
    refused: sum(({ tally }) => tally.refused),
    unanswered: sum(({ waiting }) => waiting()),
  };
}

async function findingsOn(folder: string, url: string): Promise<Findings> {
  const checker = fileURLToPath(new URL("./checker.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [checker, folder, url]);
  return Findings.parse(JSON.parse(stdout));
}
