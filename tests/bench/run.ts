// npm run bench: our record → seen by all, beside the stack's own floor, in one run on one Postgres. Runs take
// turns, so that whatever else the machine does falls on both; what counts is the ratio.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "#db/migrate.ts";
import { startEmbedded } from "#server/postgres/embedded.ts";
import { quantile, seenByAll } from "./measure.ts";
import { type Room, startServer } from "./room.ts";
import { FloorReady, floorRoom, OurReady, ourRoom } from "./rooms.ts";

const CLIENTS = [25, 100];
const RUNS = 5;
const ENTRIES = 300;
const PER_SECOND = 10;
const WARM_UP = 30;

type Run = { readonly median: number; readonly p99: number };

const dataDir = await mkdtemp(join(tmpdir(), "candour-bench-"));
await chmod(dataDir, 0o711); // Postgres may run as another user
const database = await startEmbedded({ dataDir, database: "candour_bench" });
try {
  await migrate(database.url);
  say(
    `${CLIENTS.join(" and ")} clients, one writer, ${PER_SECOND} entries a second, ${ENTRIES} entries of 120 characters, ${RUNS} runs of each, taking turns.`,
  );
  say(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}).`);
  for (const clients of CLIENTS) await compare(clients);
} finally {
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function compare(clients: number): Promise<void> {
  const ours: Run[] = [];
  const floor: Run[] = [];
  say(`\n${clients} clients        ours median    p99     floor median    p99   (ms)`);
  for (let run = 1; run <= RUNS; run += 1) {
    floor.push(await measuredFloor(clients));
    ours.push(await measuredOurs(clients));
    say(`  run ${run}        ${row(ours.at(-1))}       ${row(floor.at(-1))}`);
  }
  const medians = (runs: readonly Run[], of: keyof Run) =>
    quantile(
      runs.map((run) => run[of]),
      0.5,
    );
  const both = {
    median: medians(ours, "median") / medians(floor, "median"),
    p99: medians(ours, "p99") / medians(floor, "p99"),
  };
  say(
    `  ratio ours / floor, median of the runs: median ${both.median.toFixed(2)}, p99 ${both.p99.toFixed(2)}`,
  );
}

async function measuredFloor(clients: number): Promise<Run> {
  const { ready, stop } = await startServer("./floor-server.ts", (message) => FloorReady.parse(message), [
    database.url,
  ]);
  try {
    return await measured(await floorRoom(ready, clients), clients);
  } finally {
    await stop();
  }
}

async function measuredOurs(clients: number): Promise<Run> {
  const { ready, stop } = await startServer("./our-server.ts", (message) => OurReady.parse(message), [
    database.url,
    String(clients),
  ]);
  try {
    return await measured(await ourRoom(ready), clients);
  } finally {
    await stop();
  }
}

async function measured(room: Room, clients: number): Promise<Run> {
  const took = await seenByAll(room, { entries: WARM_UP + ENTRIES, perSecond: PER_SECOND, clients });
  room.leave();
  // the first are left out on both sides: connections open and code warms up
  const counted = took.slice(WARM_UP);
  return { median: quantile(counted, 0.5), p99: quantile(counted, 0.99) };
}

function row(run: Run | undefined): string {
  return `${run?.median.toFixed(2).padStart(8)} ${run?.p99.toFixed(2).padStart(8)}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
