// A database of its own on the run's Postgres, for a test whose change reaches every board there is.
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { databaseNamed } from "#db/databases.ts";
import { migrate } from "#db/migrate.ts";

export async function ownDatabase(databaseUrl: string): Promise<string> {
  const name = `candour_${randomBytes(6).toString("hex")}`;
  const server = postgres(databaseUrl, { max: 1 });
  await server.unsafe(`create database ${name}`);
  await server.end();

  const own = databaseNamed(databaseUrl, name);
  await migrate(own);
  return own;
}
