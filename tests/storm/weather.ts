// The weather of a storm: everything that is broken while the writers write, as often as the plan says.
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import type { Dice } from "../support/dice.ts";
import { FAULTS } from "./fault-proxy.ts";
import type { Instance } from "./instance.ts";
import type { Reader } from "./reader.ts";
import type { RedisServer } from "./redis-server.ts";
import { resend } from "./resend.ts";
import type { World } from "./world.ts";

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

export type Stage = {
  readonly plan: Plan;
  readonly dice: Dice;
  readonly world: World;
  readonly redis: RedisServer | null;
  readonly instances: readonly [Instance, Instance];
  readonly readers: readonly Reader[];
  isOver: boolean;
};

/** Settles when all of it has been; says how often each was. */
export async function weather(stage: Stage) {
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
