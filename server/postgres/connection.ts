// The few questions we ask Postgres as its keeper; everything else goes through `db/`.
import { setTimeout as wait } from "node:timers/promises";
import postgres, { type Sql } from "postgres";

type Address = { readonly port: number; readonly password: string };

/** Asks on a connection of its own. */
export async function connect<T>({ port, password }: Address, ask: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres({
    host: "127.0.0.1",
    port,
    user: "candour",
    password,
    database: "postgres",
    max: 1,
    connect_timeout: 3,
    fetch_types: false,
    connection: { application_name: "candour keeper" },
    onnotice: () => {},
  });
  try {
    await sql`select 1`;
    return await ask(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

export async function ensureDatabase(address: Address, name: string): Promise<void> {
  await connect(address, async (sql) => {
    const found = await sql`select from pg_database where datname = ${name}`;
    if (found.length > 0) return;
    // "create database" has no "if not exists", and another server may be at the same point
    await sql`create database ${sql(name)}`.catch((error: unknown) => {
      if (!(error instanceof postgres.PostgresError) || !["42P04", "23505"].includes(error.code)) throw error;
    });
  });
}

const GOODBYE_TRIES = 20;
const GOODBYE_MS = 50;

/** Whether nobody but us is connected; sessions just closed are given a second to be gone. */
export async function isAlone(address: Address): Promise<boolean> {
  return connect(address, async (sql) => {
    for (let tried = 0; tried < GOODBYE_TRIES; tried += 1) {
      const others = await sql`
        select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
      if (others.length === 0) return true;
      await wait(GOODBYE_MS);
    }
    return false;
  });
}
