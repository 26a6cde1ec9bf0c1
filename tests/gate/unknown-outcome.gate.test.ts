// R5: a connection cut at any byte between a command and its answer. Until the answer is known the entry waits; then
// it is one event, or one refusal that is shown. Never "saved" without the record, never twice.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { wholeLog } from "#db/event-log.ts";
import { isRecorded } from "#domain/meeting/meeting.ts";
import { openEvidence } from "../storm/evidence.ts";
import { openFaultProxy } from "../storm/fault-proxy.ts";
import { type Instance, openInstance } from "../storm/instance.ts";
import { seatReader } from "../storm/reader.ts";
import { openWorld, type World } from "../storm/world.ts";
import { openDice } from "../support/dice.ts";
import { SEED } from "../support/seed.ts";

const CUTS = 200;
const RESOLVED_WITHIN_MS = 5000;
let world: World;
let instance: Instance;
let folder: string;

beforeAll(async () => {
  world = await openWorld({ meetings: 2, writers: 2 });
  instance = await openInstance(world.url);
  await instance.start();
  folder = await mkdtemp(join(tmpdir(), "candour-evidence-"));
}, 60_000);
afterAll(async () => {
  await instance.kill();
  await world.close();
  await rm(folder, { recursive: true });
});

test(`${CUTS} cuts between a command and its answer (seed ${SEED})`, { timeout: 300_000 }, async () => {
  const dice = openDice(SEED);
  const [seated] = world.seated;
  if (!seated) throw new Error("nobody is there");
  const proxy = await openFaultProxy(() => [instance.port], dice);
  const reader = seatReader(1, { seated, proxy, dice, evidence: openEvidence(folder) }, 0);
  await expect.poll(() => reader.seq(), { timeout: 10_000 }).toBeGreaterThan(0);

  let slowest = 0;
  for (let cut = 1; cut <= CUTS; cut += 1) {
    void proxy.cutAfterBytes(Math.floor(dice.between(1, 700)), dice.oneOf(["up", "down"]));
    const written = performance.now();
    reader.write();
    expect(reader.waiting()).toBe(1);
    await expect
      .poll(() => reader.tally.acked + reader.tally.refused, { timeout: 15_000, interval: 10 })
      .toBe(cut);
    slowest = Math.max(slowest, performance.now() - written);
  }
  const { tally, recorded } = reader;
  reader.stop();
  proxy.close();
  console.info(`cuts: ${CUTS}, slowest answer ${Math.round(slowest)} ms`);

  const database = openDatabase(world.url);
  const log = await wholeLog(database.log, seated.meetingId);
  await database.close();
  const seqs = new Map(log.filter(isRecorded).map(({ commandId, seq }) => [commandId, seq]));
  expect(tally).toEqual({ sent: CUTS, acked: CUTS, refused: 0 });
  expect(recorded.map(({ commandId }) => seqs.get(commandId))).toEqual(recorded.map(({ seq }) => seq));
  expect(log.filter(({ event }) => event.type === "noteRecorded")).toHaveLength(CUTS);
  expect(slowest).toBeLessThan(3000 + RESOLVED_WITHIN_MS);
});
