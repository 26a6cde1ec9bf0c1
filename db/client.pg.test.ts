import postgres from "postgres";
import { expect, inject, onTestFinished, test } from "vitest";
import { ownDatabase } from "#tests/support/own-database.ts";
import { openDatabase } from "./client.ts";

// a question of the driver's own, asked of each new connection, had nobody to hear it fail: the process ended for it
test("what fails on a new connection fails for whoever asked, and for nobody else", async () => {
  const url = await ownDatabase(inject("databaseUrl"));
  const keeper = postgres(url, { max: 1, fetch_types: false });
  await keeper`select 1`;
  // whatever needs the types now waits until its time is up
  const release = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const locking = keeper.begin(async (sql) => {
    await sql`lock table pg_catalog.pg_type in access exclusive mode`;
    held.resolve();
    await release.promise;
  });
  await held.promise;
  const { log, close } = openDatabase(url);
  onTestFinished(async () => {
    release.resolve();
    await locking;
    await Promise.all([close(), keeper.end()]);
  });

  await expect(log`select 1 as one`).rejects.toThrow(/lock timeout/);
  release.resolve();
  await locking;
  expect(await log`select 1 as one`).toEqual([{ one: 1 }]);
});
