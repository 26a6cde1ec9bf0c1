// A server process that can be killed at any moment and is started again at the same port.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "#server/free-port.ts";

export type Instance = {
  readonly port: number;
  readonly pid: () => number | undefined;
  readonly isUp: () => boolean;
  /** Settles once it takes connections. */
  readonly start: () => Promise<void>;
  /** As `kill -9` does. */
  readonly kill: () => Promise<void>;
  /** As a planned restart does: milliseconds until it had left, and its exit code. */
  readonly leave: () => Promise<{ readonly ms: number; readonly code: number | null }>;
  /** Stops in the middle of whatever it does, for so many milliseconds, and goes on as if nothing had been. */
  readonly freeze: (ms: number) => Promise<void>;
  /**
   * What it holds on to, in megabytes, once everything else is collected. What is resident says less: when V8
   * collects, and when it gives back what it has collected, is chance.
   */
  readonly memory: () => Promise<number>;
  /** How often it ended by itself: an uncaught exception. */
  readonly deaths: () => number;
};

export type Surroundings = {
  readonly redisUrl?: string | undefined;
  /** Added to its environment. */
  readonly env?: Readonly<Record<string, string>> | undefined;
};

const START_TRIES = 150;

export async function openInstance(
  databaseUrl: string,
  { redisUrl, env = {} }: Surroundings = {},
): Promise<Instance> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  let isUp = false;
  let deaths = 0;

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const ending = child;
    isUp = false;
    child = null;
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return null;
    const ended = once(ending, "exit");
    ending.kill(signal);
    const [code] = await ended;
    return typeof code === "number" ? code : null;
  }

  async function launch(): Promise<void> {
    const args = [databaseUrl, String(port), ...(redisUrl === undefined ? [] : [redisUrl])];
    const started = fork(fileURLToPath(new URL("./instance-main.ts", import.meta.url)), args, {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: { ...process.env, ...env },
      execArgv: ["--expose-gc", "--import", import.meta.resolve("../../server/quick-drizzle.ts")],
    });
    child = started;
    started.once("exit", () => {
      if (child !== started) return;
      if (isUp) deaths += 1;
      isUp = false;
      child = null;
    });
    await Promise.race([once(started, "message"), once(started, "exit")]);
    isUp = child === started;
  }

  return {
    port,
    pid: () => child?.pid,
    isUp: () => isUp,
    deaths: () => deaths,
    async start() {
      // as a supervisor does: a server cannot begin while Postgres is away
      for (let tried = 0; tried < START_TRIES; tried += 1) {
        await launch();
        if (isUp) return;
        await wait(200);
      }
      throw new Error("the server does not start");
    },
    kill: async () => void (await end("SIGKILL")),
    async freeze(ms) {
      const frozen = child;
      if (frozen === null) return;
      frozen.kill("SIGSTOP");
      await wait(ms);
      frozen.kill("SIGCONT");
    },
    async memory() {
      if (child === null) throw new Error("it is not up");
      const told = once(child, "message");
      child.send("memory");
      const [megabytes] = await told;
      return Number(megabytes);
    },
    async leave() {
      const asked = performance.now();
      const code = await end("SIGTERM");
      return { ms: performance.now() - asked, code };
    },
  };
}
