// A Postgres of our own, for a machine without one. It outlives us on purpose: a server that is killed leaves it
// running, and the next one attaches to it. It listens on this machine only and asks for a password (SCRAM).
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, openSync } from "node:fs";
import { chown, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { childEnv } from "../env.ts";
import { freePort, isFree } from "../free-port.ts";
import { type Account, postgresAccount } from "./account.ts";
import { type Binaries, postgresBinaries } from "./binaries.ts";
import { connect, ensureDatabase, isAlone } from "./connection.ts";
import { postgresHome } from "./home.ts";
import { isOurs, readPidFile } from "./pid-file.ts";

export type EmbeddedPostgres = {
  readonly url: string;
  readonly pid: number;
  /** True when it was already running. */
  readonly attached: boolean;
  /** Starts it again, at the same address, whenever it has died; the answer ends the watch. */
  readonly keepRunning: (onDeath: () => void) => () => void;
  /** Ends it, unless another server is connected to it. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedSettings = {
  readonly dataDir: string;
  readonly database: string;
  /** False only for data nobody will miss: commits no longer wait for the disk. */
  readonly durable?: boolean;
};

type Cluster = {
  readonly home: string;
  readonly data: string;
  readonly password: string;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly durable: boolean;
};

const START_TRIES = 3;
const POLL_MS = 20;
const READY_WITHIN_MS = 60_000;
const WATCH_MS = 500;
const PORT_WITHIN_MS = 10_000;

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  max_connections: "60",
  timezone: "UTC",
  client_connection_check_interval: "2s",
  // what people wrote stays out of Postgres's log, in statements and in the details of errors
  log_statement: "none",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/** Starts Postgres on the data folder, or attaches to the one that already runs there. */
export async function startEmbedded({
  dataDir,
  database,
  durable = true,
}: EmbeddedSettings): Promise<EmbeddedPostgres> {
  const account = postgresAccount();
  const home = await postgresHome(dataDir, account);
  const binaries = await postgresBinaries(home, account);
  const password = await keptPassword(home, account);
  const cluster = { home, data: join(home, "data"), password, account, binaries, durable };
  if (!existsSync(cluster.data)) await initialise(cluster);

  const { pid, port, attached } = await run(cluster);
  const at = { port, password };
  await ensureDatabase(at, database);
  return {
    url: `postgres://candour:${password}@127.0.0.1:${port}/${database}`,
    pid,
    attached,
    keepRunning: (onDeath) => keepRunning(cluster, pid, onDeath),
    async stop() {
      const running = await readPidFile(cluster.data);
      if (running && isOurs(running.pid, cluster.data) && (await isAlone(at)))
        await end(running.pid, cluster.data);
    },
  };
}

function keepRunning(cluster: Cluster, pid: number, onDeath: () => void): () => void {
  let known = pid;
  let isStarting = false;
  const watch = setInterval(() => {
    if (isStarting || isOurs(known, cluster.data)) return;
    isStarting = true;
    onDeath();
    run(cluster)
      .then((running) => void (known = running.pid))
      .catch(() => undefined) // its log says why; the next look tries again
      .finally(() => void (isStarting = false));
  }, WATCH_MS);
  watch.unref();
  return () => clearInterval(watch);
}

async function keptPassword(home: string, account: Account): Promise<string> {
  const file = join(home, "password");
  if (!existsSync(file)) {
    await writeFile(file, randomBytes(24).toString("hex"), { mode: 0o600, flag: "wx" });
    if (account !== undefined) await chown(file, account.uid, account.gid);
  }
  return readFile(file, "utf8");
}

async function initialise({ home, data, account, binaries, durable }: Cluster): Promise<void> {
  // made aside and renamed, so that an initialisation cut short is never taken for a whole one
  const aside = await mkdtemp(join(home, "initialising-"));
  if (account !== undefined) await chown(aside, account.uid, account.gid);
  const made = join(aside, "data");
  const options = [
    ["--pgdata", made],
    ["--username", "candour"],
    ["--pwfile", join(home, "password")],
    ["--auth", "scram-sha-256"],
    ["--encoding", "UTF8"],
    ["--locale", "C"],
  ].flat();
  const child = spawn(binaries.initdb, durable ? options : [...options, "--no-sync"], {
    ...account,
    cwd: home,
    env: childEnv({ LC_ALL: "C" }),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (part) => (complaint += part));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`Postgres could not make its data folder ${data}: ${complaint.trim()}`);
  await rename(made, data);
  await rm(aside, { recursive: true });
}

type Running = { readonly pid: number; readonly port: number; readonly attached: boolean };

async function run(cluster: Cluster): Promise<Running> {
  let failure: unknown;
  for (let tried = 0; tried < START_TRIES; tried += 1) {
    try {
      return (await attach(cluster)) ?? (await start(cluster));
    } catch (error) {
      // another server may have started it at the same moment, or taken the port, or it was dying: look again
      failure = error;
    }
  }
  throw failure;
}

async function attach({ data, password }: Cluster): Promise<Running | undefined> {
  const found = await readPidFile(data);
  if (found === undefined) return undefined;
  if (!isOurs(found.pid, data)) {
    // left by a Postgres that was killed; its number may belong to another process by now
    await rm(join(data, "postmaster.pid"), { force: true });
    return undefined;
  }
  await untilReady(found.port, password, () => !isOurs(found.pid, data));
  return { pid: found.pid, port: found.port, attached: true };
}

async function start({ home, data, password, account, binaries, durable }: Cluster): Promise<Running> {
  const port = await keptPort(home);
  const flags = Object.entries(durable ? settings : { ...settings, fsync: "off", synchronous_commit: "off" });
  const log = openSync(join(home, "postgres.log"), "a", 0o600);
  const child = spawn(
    binaries.postgres,
    ["-D", data, "-p", String(port), ...flags.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // a file, not a pipe: a pipe would die with us
    { ...account, cwd: home, detached: true, env: childEnv({ LC_ALL: "C" }), stdio: ["ignore", log, log] },
  );
  await once(child, "spawn");
  const { pid } = child;
  if (pid === undefined) throw new Error("Postgres did not start.");
  child.unref();
  await untilReady(port, password, () => child.exitCode !== null || child.signalCode !== null).catch(
    (cause) => {
      throw new Error(`Postgres did not start; ${join(home, "postgres.log")} says why.`, { cause });
    },
  );
  // who answers at the port may be another's, started at the same moment: ours has died of it, or is about to
  const answering = await readPidFile(data);
  if (answering?.pid !== pid) throw new Error("Another server has started Postgres.");
  return { pid, port, attached: false };
}

async function untilReady(port: number, password: string, hasDied: () => boolean): Promise<void> {
  const tries = READY_WITHIN_MS / POLL_MS;
  for (let tried = 0; tried < tries; tried += 1) {
    if (await connect({ port, password }, async () => true).catch(() => false)) return;
    if (hasDied()) break;
    await wait(POLL_MS);
  }
  throw new Error("Postgres does not answer.");
}

async function end(pid: number, data: string): Promise<void> {
  process.kill(pid, "SIGINT"); // its "fast shutdown": sessions end, everything is written
  while (isOurs(pid, data)) await wait(POLL_MS);
}

/**
 * The port of last time, so that whoever was connected finds it again. What is left of a Postgres that was killed may
 * hold it for a moment; only somebody else's is given up.
 */
async function keptPort(home: string): Promise<number> {
  const file = join(home, "port");
  const last = existsSync(file) ? Number(await readFile(file, "utf8")) : undefined;
  for (let waited = 0; last !== undefined && waited < PORT_WITHIN_MS; waited += POLL_MS) {
    if (await isFree(last)) return last;
    await wait(POLL_MS);
  }
  const port = await freePort();
  await writeFile(file, String(port));
  return port;
}
