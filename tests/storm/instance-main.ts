// One process of the product's live side, front door and sign-in included, on a port of its own.
import { startLive } from "../support/live-server.ts";

const [databaseUrl, port, redisUrl] = process.argv.slice(2);
if (databaseUrl === undefined || port === undefined) throw new Error("an address and a port are missing");

// a storm's clients come back more often, and write faster, than people do
const live = await startLive(databaseUrl, {
  port: Number(port),
  redisUrl,
  commandsPerMinute: 600_000,
  commandsAtOnce: 10_000,
  readsPerTenSeconds: 10_000,
  connectionsPerTenSeconds: 10_000,
  socketsPerPerson: 100,
}).catch((error: unknown) => {
  // Postgres is away, most likely; whoever started this tries again
  process.stderr.write(`not started: ${error instanceof Error ? error.message : "unknown"}\n`);
  process.exit(1);
});

process.once("SIGTERM", () => void live.close().then(() => process.exit(0)));
process.send?.("ready");
process.on("message", () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.((heapUsed + external) / 1024 ** 2);
});
