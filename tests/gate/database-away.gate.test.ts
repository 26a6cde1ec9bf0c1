// R8 and R16: a database that is frozen, or has no room left.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { describe, expect, onTestFinished, test } from "vitest";
import { socketLink } from "#app/_live/socket-link.ts";
import type { CommandReply } from "#domain/wire.ts";
import { assemble, type Crew } from "../storm/crew.ts";
import { newCommand, newEntry } from "../support/ids.ts";
import { asBrowser } from "../support/live-server.ts";
import { SEED } from "../support/seed.ts";
import { notRun } from "./not-run.ts";

const run = promisify(execFile);
const FROZEN_MS = 8000;

/** Sends commands of the first writer past any outbox, and tells what came back and when. */
function rawWriter({ world, instances }: Crew) {
  const [seated] = world.seated;
  const [instance] = instances;
  if (!seated?.writes || !instance) throw new Error("nobody is there");
  const { itemId, seat } = seated.writes;
  const link = socketLink({
    address: `http://127.0.0.1:${instance.port}`,
    headers: asBrowser(seated.cookie),
    multiplex: false,
  });
  onTestFinished(link.close);
  return async (text = "What was said"): Promise<{ reply: CommandReply | undefined; ms: number }> => {
    const sent = performance.now();
    const reply = await link.command({
      meetingId: seated.meetingId,
      commandId: newCommand(),
      command: {
        type: "recordNote",
        entryId: newEntry(),
        itemId,
        speaker: { as: "seat", seat },
        text,
      },
    });
    return { reply, ms: performance.now() - sent };
  };
}

function childrenOf(parent: number): readonly number[] {
  const children = readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1]) === parent;
    } catch {
      return false; // it has ended meanwhile
    }
  });
  return children.map(Number);
}

test("R8: a frozen Postgres is answered for in bounded time, and nothing piles up", {
  timeout: 90_000,
}, async () => {
  const crew = await assemble({ seed: SEED });
  const [instance] = crew.instances;
  if (!instance) throw new Error("no process");
  const write = rawWriter(crew);
  await expect.poll(async () => (await write()).reply?.status, { timeout: 15_000 }).toBe("recorded");
  const before = await instance.memory();
  const postmaster = crew.world.postmaster();

  // the one that makes the others first, or one more may be made while they are counted
  process.kill(postmaster, "SIGSTOP");
  const family = [postmaster, ...childrenOf(postmaster)];
  for (const pid of family) process.kill(pid, "SIGSTOP");
  const until = performance.now() + FROZEN_MS;
  const answers: ReturnType<typeof write>[] = [];
  while (performance.now() < until) {
    answers.push(write());
    await wait(50);
  }
  const heard = await Promise.all(answers);
  for (const pid of family) process.kill(pid, "SIGCONT");

  const slowest = Math.max(...heard.map(({ ms }) => ms));
  console.info(`frozen: ${heard.length} commands, slowest answer ${Math.round(slowest)} ms`);
  expect(new Set(heard.map(({ reply }) => reply?.status))).toEqual(new Set(["failed"]));
  expect(slowest).toBeLessThan(5500);
  expect((await instance.memory()) - before).toBeLessThan(50);
  await expect.poll(async () => (await write()).reply?.status, { timeout: 10_000 }).toBe("recorded");
});

const mayMount = process.getuid?.() === 0;
if (!mayMount) notRun("R16, a full disk: only root can mount a small one");

describe.runIf(mayMount)("R16: a full disk", () => {
  test("refuses to write, says so, loses nothing acknowledged, and goes on by itself", {
    timeout: 120_000,
  }, async () => {
    const disk = await mkdtemp(join(tmpdir(), "candour-small-"));
    await run("mount", ["-t", "tmpfs", "-o", "size=160m,mode=711", "tmpfs", disk]);
    onTestFinished(async () => {
      await run("umount", ["-l", disk]);
      await rm(disk, { recursive: true, force: true });
    });
    const dataDir = join(disk, "data");
    await mkdir(dataDir);
    const crew = await assemble({ seed: SEED, dataDir });
    const write = rawWriter(crew);
    await expect.poll(async () => (await write()).reply?.status, { timeout: 15_000 }).toBe("recorded");

    const filler = join(disk, "filler");
    await run("sh", ["-c", `dd if=/dev/zero of=${filler} bs=64k 2>/dev/null; true`]);
    const acked: number[] = [];
    const reasons = new Set<string>();
    for (let tried = 0; tried < 3000 && !reasons.has("storageFull"); tried += 1) {
      const { reply } = await write("x".repeat(1000));
      if (reply?.status === "recorded") acked.push(reply.seq);
      else if (reply?.status === "failed") reasons.add(reply.reason);
    }
    expect([...reasons]).toContain("storageFull");
    const sql = postgres(crew.world.url, { max: 1 });
    onTestFinished(() => sql.end());
    await sql`select count(*) from meeting_events`;

    await writeFile(filler, "");
    await rm(filler);
    await expect.poll(async () => (await write()).reply?.status, { timeout: 10_000 }).toBe("recorded");
    const rows = await sql`select seq::integer from meeting_events where seq = any(${acked})`;
    expect(rows).toHaveLength(acked.length);
  });
});
