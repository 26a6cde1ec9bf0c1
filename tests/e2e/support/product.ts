// The product as people start it, in a process that a journey may kill, on a data folder of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "#server/free-port.ts";

const READY_WITHIN_MS = 120_000;

export type Settings = Readonly<Record<string, string>>;

export type Product = {
  /** The address people use. */
  readonly url: string;
  /** Where it listens, which is the same unless `PUBLIC_URL` names what stands between. */
  readonly door: string;
  /** As a command on the same machine would have them. */
  readonly env: Settings;
  /** With changed settings, such as the moment at which its clock starts. */
  readonly start: (changes?: Settings) => Promise<void>;
  /** As `kill -9` does. */
  readonly kill: () => Promise<void>;
  /** As a planned restart does. */
  readonly leave: () => Promise<void>;
  readonly pid: () => number | undefined;
  /** Ends it and throws its data away. */
  readonly remove: () => Promise<void>;
};

export async function openProduct(settings: Settings = {}): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), "candour-journey-"));
  await chmod(dataDir, 0o711); // Postgres may run as another user
  const port = settings["PORT"] ?? String(await freePort());
  const door = `http://localhost:${port}`;
  const url = settings["PUBLIC_URL"] ?? door;
  const env = { DATA_DIR: dataDir, LOG_LEVEL: "error", ...settings, PORT: port, PUBLIC_URL: url };
  let child: ChildProcess | null = null;

  async function start(changes: Settings = {}): Promise<void> {
    const started = spawn(process.execPath, ["server/start.ts"], {
      env: { ...process.env, ...env, ...changes },
      stdio: ["ignore", "ignore", "inherit"],
    });
    child = started;
    const deadline = performance.now() + READY_WITHIN_MS;
    while (!(await answers(door))) {
      if (started.exitCode !== null) throw new Error(`the product ended with code ${started.exitCode}`);
      if (performance.now() > deadline) throw new Error("the product did not answer");
      await wait(100);
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }

  return {
    url,
    door,
    env,
    start,
    kill: () => end("SIGKILL"),
    leave: () => end("SIGTERM"),
    pid: () => child?.pid,
    async remove() {
      await end("SIGTERM");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/ready`)).ok;
  } catch {
    return false;
  }
}
