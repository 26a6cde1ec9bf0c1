import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";
import { openDatabase } from "./client.ts";
import { databaseTime } from "./event-log.ts";
import { migrate } from "./migrate.ts";

const admin = postgres(inject("databaseUrl"), { max: 1, onnotice: () => {} });
const name = `migrate_${randomUUID().slice(0, 8)}_test`;

afterAll(async () => {
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.end();
});

test("any number of processes may start together on an empty database", async () => {
  await admin.unsafe(`create database ${name}`);
  const url = new URL(inject("databaseUrl"));
  url.pathname = name;

  await Promise.all(Array.from({ length: 5 }, () => migrate(url.href)));

  const sql = postgres(url.href, { max: 1 });
  const applied = await sql`select hash from drizzle.__drizzle_migrations`;
  const functions = await sql`select proname from pg_proc where proname in ('append_if', 'first_broken')`;
  await sql.end();
  expect(new Set(applied.map(({ hash }) => hash)).size).toBe(applied.length);
  expect(functions).toHaveLength(2);
});

test("an account that owns nothing may start the server on a database that lacks nothing", async () => {
  const login = `login_${randomUUID().slice(0, 8)}`;
  await admin.unsafe(`create role ${login} login password 'only for tests' in role candour_server`);
  const url = new URL(inject("databaseUrl"));
  url.username = login;
  url.password = "only for tests";

  await migrate(url.href);
  const { log, close } = openDatabase(url.href);
  expect(await databaseTime(log)).toBeGreaterThan(0);
  await expect(log`update meetings set last_seq = 0`).rejects.toMatchObject({ code: "42501" });
  await close();
  await admin.unsafe(`drop role ${login}`);
});
