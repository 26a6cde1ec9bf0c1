// R19 and R20: a restored backup is noticed by everybody who has a page open, and no row changes unseen.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { backupLines } from "#db/backup.ts";
import { openDatabase } from "#db/client.ts";
import { firstBroken } from "#db/event-log.ts";
import { writeBackup } from "#server/backup/backup-file.ts";
import { restoreBackup } from "#server/backup/restore.ts";
import { assemble } from "../storm/crew.ts";
import { openDice } from "../support/dice.ts";
import { SEED } from "../support/seed.ts";

const EDITS = 20;

test("R19: after a restore everybody notices, reads anew, and goes on", { timeout: 90_000 }, async () => {
  const { world, instances, readers } = await assemble({ seed: SEED, writers: 3 });
  const [instance] = instances;
  const [writer] = readers;
  if (!instance || !writer) throw new Error("nobody is there");
  const allAt = (seq: number) =>
    expect
      .poll(() => readers.map((reader) => reader.seq()), { timeout: 15_000 })
      .toEqual(readers.map(() => seq));
  await expect.poll(() => writer.seq(), { timeout: 15_000 }).toBeGreaterThan(0);
  const begun = writer.seq();
  const folder = await mkdtemp(join(tmpdir(), "candour-backup-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "backup.gz");

  for (let nth = 0; nth < 5; nth += 1) writer.write();
  await allAt(begun + 5);
  await writeBackup(file, backupLines(world.url));
  for (let nth = 0; nth < 7; nth += 1) writer.write();
  await allAt(begun + 12);
  await instance.leave();
  expect(await restoreBackup(world.url, file, Date.now())).toMatchObject({ ok: true });
  await instance.start();

  await expect
    .poll(() => readers.map((reader) => reader.restored()), { timeout: 20_000 })
    .toEqual(readers.map(() => true));
  await allAt(begun + 5);
  writer.write();
  await allAt(begun + 6);
  expect(writer.waiting()).toBe(0);
});

test(`R20: each of ${EDITS} edits behind the product's back is found (seed ${SEED})`, {
  timeout: 60_000,
}, async () => {
  const { world, readers } = await assemble({ seed: SEED, writers: 1 });
  const dice = openDice(SEED);
  const [writer] = readers;
  if (!writer) throw new Error("nobody is there");
  await expect.poll(() => writer.seq(), { timeout: 15_000 }).toBeGreaterThan(0);
  for (let nth = 0; nth < 30; nth += 1) writer.write();
  await expect.poll(() => writer.tally.acked, { timeout: 15_000 }).toBe(30);
  const { meetingId } = writer.seated;
  const database = openDatabase(world.url);
  const superuser = postgres(world.url, { max: 1, connection: { session_replication_role: "replica" } });
  onTestFinished(async () => {
    await superuser.end();
    await database.close();
  });

  await superuser`create table kept as select * from meeting_events`;
  const last = writer.seq();
  for (let edit = 1; edit <= EDITS; edit += 1) {
    const seq = Math.floor(dice.between(2, last));
    const at = superuser`where meeting_id = ${meetingId} and seq = ${seq}`;
    const how = dice.oneOf(["words", "person", "time", "lost", "doubled", "command"]);
    if (how === "words")
      await superuser`update meeting_events set event = event || '{"text": "Forged"}' ${at}`;
    if (how === "person") await superuser`update meeting_events set "by" = gen_random_uuid() ${at}`;
    if (how === "time") await superuser`update meeting_events set "at" = "at" - interval '1 ms' ${at}`;
    if (how === "command") await superuser`update meeting_events set command_id = gen_random_uuid() ${at}`;
    if (how === "lost") await superuser`delete from meeting_events ${at}`;
    if (how === "doubled") {
      await superuser`
        insert into meeting_events
        select meeting_id, ${last + 1}, gen_random_uuid(), nth, "at", "by", v, event, salt, command_hash, content_hash, chain_hash
        from meeting_events ${at}`;
    }
    expect(await firstBroken(database.log, meetingId), `${how} at ${seq}`).not.toBeNull();
    await superuser`delete from meeting_events`;
    await superuser`insert into meeting_events select * from kept`;
    expect(await firstBroken(database.log, meetingId)).toBeNull();
  }
});
