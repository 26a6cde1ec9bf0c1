// A storm over real processes: writers write while instances, connections, Postgres and the network are broken under
// them. Then the weather clears, everybody is waited for, and the checker says what is missing.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import postgres from "postgres";
import { type Dice, openDice } from "../support/dice.ts";
import { Findings } from "./checker-findings.ts";
import { openEvidence } from "./evidence.ts";
import { FAULTS, openFaultProxy } from "./fault-proxy.ts";
import { type Instance, openInstance } from "./instance.ts";
import { type Reader, seatReader } from "./reader.ts";
import { findRedis, openRedis, type RedisServer } from "./redis-server.ts";
import { resend } from "./resend.ts";
import { openWorld, type World } from "./world.ts";
import { findWrongClock } from "./wrong-clock.ts";

/** How many of each to inject; a storm ends when all have been. */
export type Plan = {
  readonly seed: number;
  readonly kills?: number;
  readonly connectionKills?: number;
  readonly networkFaults?: number;
  readonly postgresCrashes?: number;
  readonly rollingRestarts?: number;
  /** Servers stopped for a while and let go on. */
  readonly freezes?: number;
  readonly redisOutages?: number;
  readonly resends?: number;
  /** At least so long, in milliseconds. */
  readonly lasts?: number;
};

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

type Stage = {
  readonly plan: Plan;
  readonly dice: Dice;
  readonly world: World;
  readonly redis: RedisServer | null;
  readonly instances: readonly [Instance, Instance];
  readonly readers: readonly Reader[];
  isOver: boolean;
};

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

async function weather(stage: Stage) {
  const { plan, readers, dice } = stage;
  const writing = readers.map(async (reader) => {
    while (!stage.isOver) {
      await wait(dice.between(20, 180));
      // whoever hears nothing does not go on talking for ever
      if (reader.waiting() < 20) reader.write();
    }
  });
  const [kills, connectionKills, networkFaults, postgresCrashes, rolling, freezes, outages, resent] =
    await Promise.all([
      killInstances(stage, plan.kills ?? 0),
      killConnections(stage, plan.connectionKills ?? 0),
      breakNetwork(stage, plan.networkFaults ?? 0),
      crashPostgres(stage, plan.postgresCrashes ?? 0),
      rollInstances(stage, plan.rollingRestarts ?? 0),
      freezeInstances(stage, plan.freezes ?? 0),
      killRedis(stage, plan.redisOutages ?? 0),
      resend(stage, plan.resends ?? 0),
      wait(plan.lasts ?? 0),
    ]);
  stage.isOver = true;
  await Promise.all(writing);
  return {
    kills,
    connectionKills,
    networkFaults,
    postgresCrashes,
    rollingRestarts: rolling.restarts,
    badLeaves: rolling.bad,
    freezes,
    redisOutages: outages,
    resends: resent.sent,
    wrongResends: resent.wrong,
  };
}

async function killInstances({ dice, instances }: Stage, count: number): Promise<number> {
  let killed = 0;
  while (killed < count) {
    await wait(dice.between(100, 500));
    const victims = dice.chance(0.15) ? instances : [dice.oneOf(instances)];
    await Promise.all(
      victims.map(async ({ kill, start }) => {
        await kill();
        killed += 1;
        await start();
      }),
    );
  }
  return killed;
}

async function rollInstances({ instances }: Stage, count: number) {
  let restarts = 0;
  let bad = 0;
  while (restarts < count) {
    for (const instance of instances) {
      await wait(1000);
      const { ms, code } = await instance.leave();
      if (ms > 10_000 || code !== 0) bad += 1;
      await instance.start();
      restarts += 1;
    }
  }
  return { restarts, bad };
}

async function freezeInstances({ dice, instances }: Stage, count: number): Promise<number> {
  for (let frozen = 0; frozen < count; frozen += 1) {
    await wait(dice.between(300, 1500));
    await dice.oneOf(instances).freeze(dice.between(50, 3000));
  }
  return count;
}

async function killRedis({ dice, redis }: Stage, count: number): Promise<number> {
  if (redis === null) return 0;
  for (let killed = 0; killed < count; killed += 1) {
    await wait(dice.between(1000, 3000));
    await redis.kill();
    await wait(dice.between(500, 5000));
    await redis.start();
  }
  return count;
}

async function killConnections({ dice, world }: Stage, count: number): Promise<number> {
  const sql = postgres(world.url, { max: 1, connection: { application_name: "storm" }, onnotice: () => {} });
  let killed = 0;
  while (killed < count) {
    await wait(dice.between(20, 100));
    const ending = sql`
      select pg_terminate_backend(pid) as done from pg_stat_activity
      where application_name = 'candour' order by random() limit 1`;
    // Postgres itself may be away
    const rows = await ending.catch(() => []);
    if (rows[0]?.["done"]) killed += 1;
  }
  await sql.end();
  return killed;
}

async function breakNetwork({ dice, readers }: Stage, count: number): Promise<number> {
  const [first] = readers;
  if (!first) return 0;
  const striking: Promise<void>[] = [];
  for (let struck = 0; struck < count; struck += 1) {
    await wait(dice.between(20, 120));
    const { proxy } = dice.oneOf(readers);
    striking.push(proxy.strike(dice.oneOf(FAULTS), dice.between(50, 1500)));
  }
  await Promise.all(striking);
  return count;
}

/** Every process of Postgres at once, as when the machine's memory runs out; then it is started again. */
async function crashPostgres({ dice, world }: Stage, count: number): Promise<number> {
  for (let crashed = 0; crashed < count; crashed += 1) {
    await wait(dice.between(2000, 4000));
    process.kill(world.postmaster(), dice.chance(0.5) ? "SIGQUIT" : "SIGKILL");
    await world.revive();
  }
  return count;
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
