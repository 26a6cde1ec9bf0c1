import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";
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
