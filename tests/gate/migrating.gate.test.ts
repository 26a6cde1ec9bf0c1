// R18: an empty database that several processes migrate at once, or that one is killed at migrating.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import postgres from "postgres";
import { describe, expect, onTestFinished, test } from "vitest";
import { databaseNamed } from "#db/databases.ts";
import { openWorld } from "../storm/world.ts";
import { openDice } from "../support/dice.ts";
import { SEED } from "../support/seed.ts";

const run = promisify(execFile);

describe("R18: an empty database", () => {
  const program = fileURLToPath(new URL("../../db/migrate.ts", import.meta.url));

  /** The migrations applied, once those that are given have been run on an empty database of this name. */
  async function madeBy(name: string, migrating: (url: string) => Promise<unknown>) {
    const world = await openWorld({ meetings: 1, writers: 1 });
    onTestFinished(world.close);
    const sql = postgres(world.url, { max: 1, onnotice: () => {} });
    onTestFinished(() => sql.end());
    await sql.unsafe(`create database ${name}`);
    const url = databaseNamed(world.url, name);
    await migrating(url);
    const made = postgres(url, { max: 1 });
    const applied = await made`select hash from drizzle.__drizzle_migrations`;
    await made.end();
    return applied.map(({ hash }) => hash);
  }

  for (const name of ["candour_first_test", "candour_second_test"]) {
    test(`is migrated once by five processes that start at once (${name})`, { timeout: 90_000 }, async () => {
      const applied = await madeBy(name, (url) =>
        Promise.all(Array.from({ length: 5 }, () => run(process.execPath, [program, url]))),
      );
      expect(applied.length).toBeGreaterThan(0);
      expect(new Set(applied).size).toBe(applied.length);
    });
  }

  test("is never left half migrated by processes that are killed at it", { timeout: 90_000 }, async () => {
    const dice = openDice(SEED);
    const applied = await madeBy("candour_killed_test", async (url) => {
      for (let killed = 0; killed < 5; killed += 1) {
        const dying = run(process.execPath, [program, url], {
          timeout: Math.round(dice.between(300, 1800)),
          killSignal: "SIGKILL",
        });
        await dying.catch(() => "as intended");
      }
      await run(process.execPath, [program, url]);
    });
    expect(applied.length).toBeGreaterThan(0);
    expect(new Set(applied).size).toBe(applied.length);
  });
});
