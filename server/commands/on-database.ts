// A command on the server's own machine: opens what the server opens, works, and closes it again.
import { type OpenDatabase, openDatabase } from "#db/client.ts";
import { databaseTime } from "#db/event-log.ts";
import { migrate } from "#db/migrate.ts";
import { type Clock, openClock } from "../clock.ts";
import { type Env, readEnv } from "../env.ts";
import { startEmbedded } from "../postgres/embedded.ts";

type Given = {
  readonly env: Env;
  /** Of the database, for what opens connections of its own. */
  readonly url: string;
  readonly database: OpenDatabase;
  readonly clock: Clock;
};

/** Prints the sentences that the work returns; what goes wrong ends the process with code 1. */
export async function onDatabase(work: (given: Given) => Promise<readonly string[]>): Promise<void> {
  const settings = readEnv();
  if (!settings.ok) return fail(settings.sentence);
  const { env } = settings;

  const postgres =
    env.databaseUrl === undefined
      ? await startEmbedded({ dataDir: env.dataDir, database: "candour" })
      : { url: env.databaseUrl, stop: async () => {} };
  await migrate(postgres.url);
  const database = openDatabase(postgres.url);
  try {
    const clock = await openClock(() => databaseTime(database.log), env.clock);
    for (const sentence of await work({ env, url: postgres.url, database, clock }))
      process.stdout.write(`${sentence}\n`);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  } finally {
    await database.close();
    await postgres.stop();
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
