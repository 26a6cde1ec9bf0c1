// A world with its processes and everybody in their places, for a gate that breaks one thing at a time.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Dice, openDice } from "../support/dice.ts";
import { openEvidence } from "./evidence.ts";
import { openFaultProxy } from "./fault-proxy.ts";
import { type Instance, openInstance } from "./instance.ts";
import { type Reader, seatReader } from "./reader.ts";
import { openWorld, type World } from "./world.ts";

export type Crew = {
  readonly dice: Dice;
  readonly world: World;
  readonly instances: readonly Instance[];
  /** The first on the first instance, the second on the second, and so on round. */
  readonly readers: readonly Reader[];
};

type Wanted = {
  readonly seed: number;
  readonly meetings?: number;
  readonly writers?: number;
  readonly processes?: number;
  readonly redisUrl?: string;
  readonly dataDir?: string;
};

/** Ends with the test that asked for it. */
export async function assemble(wanted: Wanted): Promise<Crew> {
  const { seed, meetings = 1, writers = 3, processes = 1, redisUrl, dataDir } = wanted;
  const dice = openDice(seed);
  const world = await openWorld({ meetings, writers, ...(dataDir !== undefined && { dataDir }) });
  onTestFinished(world.close);
  const folder = await mkdtemp(join(tmpdir(), "candour-evidence-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const instances: Instance[] = [];
  for (let nth = 0; nth < processes; nth += 1) {
    const instance = await openInstance(world.url, { redisUrl });
    await instance.start();
    onTestFinished(instance.kill);
    instances.push(instance);
  }
  const evidence = openEvidence(folder);
  const readers = await Promise.all(
    world.seated.map(async (seated, name) => {
      const port = instances[name % instances.length]?.port ?? 0;
      const proxy = await openFaultProxy(() => [port], dice);
      onTestFinished(proxy.close);
      const reader = seatReader(name, { seated, proxy, dice, evidence }, 0);
      onTestFinished(reader.stop);
      return reader;
    }),
  );
  return { dice, world, instances, readers };
}
