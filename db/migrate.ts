// Brings a database up to the last migration; any number of processes may start together.
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const MIGRATION_LOCK = "7214001";

/** Applies what is missing, one process at a time. Straight to Postgres, not through a pooler: the lock belongs to a session. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, {
    max: 1, // the lock is the session's, so there may be but one
    onnotice: () => {},
    connection: { lock_timeout: 120_000, application_name: "candour-migrate" },
  });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK}::bigint)`;
    await applyMigrations(drizzle(client), {
      migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)),
    });
  } finally {
    await client.end({ timeout: 5 }); // ends the session and with it the lock
  }
}

if (import.meta.main) {
  const url = process.argv[2] ?? process.env["DATABASE_URL"];
  if (!url) throw new Error("usage: node db/migrate.ts postgres://…");
  await migrate(url);
}
