// Whole databases: what a restore makes beside the one in use, and puts in its place.
import postgres from "postgres";

/** The same server and account, another database. */
export function databaseNamed(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

export function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** Makes an empty database beside `url`'s; one of that name, left by an earlier attempt, is thrown away. */
export async function makeAside(url: string, name: string): Promise<string> {
  await onServer(url, async (sql) => {
    await sql`drop database if exists ${sql(name)}`;
    await sql`create database ${sql(name)}`;
  });
  return databaseNamed(url, name);
}

/**
 * Puts the database made aside in the place of `url`'s, which is kept under the third name; both or neither.
 * False while anybody is connected to the one in use.
 */
export async function putInPlace(url: string, aside: string, keptAs: string): Promise<boolean> {
  const inUse = databaseName(url);
  return onServer(url, async (sql) => {
    const others = await sql`select from pg_stat_activity where datname = ${inUse}`;
    if (others.length > 0) return false;
    const name = (word: string) => `"${word.replaceAll('"', '""')}"`;
    // one message: Postgres runs it in one transaction
    await sql
      .unsafe(
        `alter database ${name(inUse)} rename to ${name(keptAs)}; alter database ${name(aside)} rename to ${name(inUse)}`,
      )
      .simple();
    return true;
  });
}

/** On the maintenance database every Postgres has: one cannot rename the database one is in. */
async function onServer<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(databaseNamed(url, "postgres"), {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "candour-keeper" },
  });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
