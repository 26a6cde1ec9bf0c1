// The process from its settings to its last breath. Nothing listens before everything behind it stands.
import { once } from "node:events";
import next from "next";
import { openDatabase } from "#db/client.ts";
import { databaseTime } from "#db/event-log.ts";
import { migrate } from "#db/migrate.ts";
import { type AssessmentKeeper, keepAssessments } from "./assessment/keep-assessments.ts";
import { personOfCookie } from "./auth/socket-session.ts";
import { openClock } from "./clock.ts";
import { type Env, handOver, readEnv } from "./env.ts";
import { type FrontDoor, openFrontDoor } from "./front-door.ts";
import { keptSecret } from "./kept-secret.ts";
import { type Log, openLog } from "./log.ts";
import { openMail } from "./mail/mail.ts";
import { foldMissingFacts } from "./meetings/fold-facts.ts";
import { openMeters } from "./meters.ts";
import { openMetricsDoor } from "./metrics-door.ts";
import { startEmbedded } from "./postgres/embedded.ts";
import { attachSockets } from "./realtime/sockets.ts";
import { installRuntime, type Runtime } from "./runtime.ts";
import { loadSampleOnce, samplePeople } from "./sample-start.ts";
import { type Step, stopInOrder } from "./stop.ts";

const HARD_EXIT_MS = 10_000;
const LAST_SECOND_MS = 1000;

/** Starts the server and answers once it is ready; what keeps it from starting is said in one sentence. */
export async function main(): Promise<void> {
  const settings = readEnv();
  if (!settings.ok) return refuseStart(settings.sentence);
  const log = openLog(settings.env.logLevel);
  try {
    await start(settings.env, log);
  } catch (error) {
    log.debug({ err: error }, "start failed");
    refuseStart(error instanceof Error ? error.message : String(error));
  }
}

async function start(env: Env, log: Log): Promise<void> {
  endOnUncaught(log);
  const postgres =
    env.databaseUrl === undefined
      ? await startEmbedded({ dataDir: env.dataDir, database: "candour" })
      : { url: env.databaseUrl, stop: async () => {}, keepRunning: () => () => {} };
  const unwatch = postgres.keepRunning(() => log.error("Postgres has died: it is started again"));
  try {
    const door = openFrontDoor(env);
    const shared = await openShared(env, log, { databaseUrl: postgres.url, door });
    installRuntime(shared);
    if (env.sample) await loadSampleOnce(shared);
    const folded = await foldMissingFacts(shared.database);
    if (folded.logs > 0) log.info(folded, "facts brought up to date");
    await shared.sockets.resume();
    const assessments = keepAssessments(shared);
    await openPages(env, door);
    await listen(env, door);
    const metrics =
      env.metricsPort === undefined ? null : await openMetricsDoor(env.metricsPort, shared.meters);
    stopOnSignal(log, [
      ...leaving({ ...shared, assessments }, door, () => {
        unwatch();
        return postgres.stop();
      }),
      { name: "figures", withinMs: 100, run: () => metrics?.close() },
    ]);
    shared.lifecycle.phase = "ready";
    announce(env);
  } catch (error) {
    unwatch();
    await postgres.stop();
    throw error;
  }
}

async function openShared(
  env: Env,
  log: Log,
  { databaseUrl, door }: { readonly databaseUrl: string; readonly door: FrontDoor },
): Promise<Runtime> {
  await migrate(databaseUrl);
  const database = openDatabase(databaseUrl);
  const clock = await openClock(() => databaseTime(database.log), env.clock);
  const authSecret = env.authSecret ?? (await keptSecret(env.dataDir));
  handOver(env, authSecret);
  const meters = openMeters(() => sockets.count());
  const sockets = attachSockets({
    server: door.socketSide,
    database,
    clock,
    rate: env.clock.rate,
    lines: log,
    redisUrl: env.redisUrl,
    meters,
    secret: authSecret,
    personOfCookie: (header) => personOfCookie(header, { env, authSecret, database, clock }),
  });
  const mail = openMail(env, log);
  return { env, log, clock, database, sockets, meters, mail, authSecret, lifecycle: { phase: "starting" } };
}

/** Everybody is told and answered before anything they need is taken away (`reliability.md` P57). */
function leaving(
  { lifecycle, sockets, database, mail, assessments }: Runtime & { readonly assessments: AssessmentKeeper },
  { server }: FrontDoor,
  stopPostgres: () => Promise<void>,
) {
  return [
    { name: "not ready", withinMs: 100, run: () => void (lifecycle.phase = "stopping") },
    { name: "no new connections", withinMs: 100, run: () => void server.close() },
    { name: "commands and sockets", withinMs: 5000, run: sockets.close },
    { name: "connections", withinMs: 100, run: () => server.closeAllConnections() },
    { name: "self-assessments", withinMs: 2000, run: assessments.close },
    { name: "mail", withinMs: 100, run: mail.close },
    { name: "database", withinMs: 2000, run: database.close },
    { name: "own Postgres", withinMs: 2500, run: stopPostgres },
  ];
}

async function openPages({ mode, port }: Env, door: FrontDoor): Promise<void> {
  const app = next({ dev: mode !== "production", hostname: "localhost", port, httpServer: door.pageSide });
  await app.prepare();
  const answer = app.getRequestHandler();
  door.servePages((request, response) => void answer(request, response));
}

async function listen({ host, port }: Env, { server }: FrontDoor): Promise<void> {
  server.listen({ port, ...(host !== undefined && { host }) });
  await once(server, "listening").catch((cause: NodeJS.ErrnoException) => {
    const why =
      cause.code === "EADDRINUSE"
        ? `Port ${port} is in use`
        : `Port ${port} cannot be opened (${cause.code})`;
    throw new Error(`${why}: set PORT to another.`, { cause });
  });
}

function announce({ publicUrl, sample }: Env): void {
  const people = sample ? samplePeople() : [];
  const lines = people.map(
    ({ name, role, post, partner }) =>
      `  ${name.padEnd(18)}${role.replace("viceChair", "vice-chair").padEnd(12)}${post}, ${partner}`,
  );
  const invented = sample
    ? ["", "The sample partnership is loaded. Sign in as one of its people, among them:", ...lines]
    : [];
  process.stdout.write(["", `Candour is at ${publicUrl}`, ...invented, "", ""].join("\n"));
}

function stopOnSignal(log: Log, steps: readonly Step[]): void {
  const stop = async () => {
    setTimeout(() => process.exit(1), HARD_EXIT_MS).unref();
    await stopInOrder(steps, log);
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => void stop());
}

function endOnUncaught(log: Log): void {
  process.on("uncaughtException", (error) => {
    // what is in flight may still be answered; what is broken is not carried on with
    log.fatal({ err: error }, "uncaught exception");
    setTimeout(() => process.exit(1), LAST_SECOND_MS);
  });
}

function refuseStart(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (import.meta.main) await main();
