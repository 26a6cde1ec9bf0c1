// Brings a database up to the last migration; any number of processes may start together.
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const MIGRATION_LOCK = "7214001";
const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/** Applies what is missing, one process at a time; where nothing is, any account will do. Straight to Postgres, not through a pooler: the lock belongs to a session. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, {
    max: 1, // the lock is the session's, so there may be but one
    onnotice: () => {},
    connection: { lock_timeout: 120_000, application_name: "candour-migrate" },
  });
  try {
    if (await isCurrent(client)) return;
    await client`select pg_advisory_lock(${MIGRATION_LOCK}::bigint)`;
    await applyMigrations(drizzle(client), { migrationsFolder });
  } finally {
    await client.end({ timeout: 5 }); // ends the session and with it the lock
  }
}

async function isCurrent(client: postgres.Sql): Promise<boolean> {
  const [found] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as made`;
  if (!found?.["made"]) return false;
  const [applied] = await client`select max(created_at)::float8 as last from drizzle.__drizzle_migrations`;
  return applied?.["last"] === readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis;
}

if (import.meta.main) {
  const url = process.argv[2] ?? process.env["DATABASE_URL"];
  if (!url) throw new Error("usage: node db/migrate.ts postgres://…");
  await migrate(url);
}
