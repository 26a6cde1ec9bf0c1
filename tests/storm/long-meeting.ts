// R22: a meeting that goes on for a long time stays light. Thirty people write all the while; three times, the last
// at the end, everybody's page is loaded anew at the same moment.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PROTOCOL_VERSION } from "#domain/wire.ts";
import { openDice } from "../support/dice.ts";
import { connectedAs } from "../support/live-server.ts";
import { residentMemory } from "../support/resident-memory.ts";
import { openEvidence } from "./evidence.ts";
import { openFaultProxy } from "./fault-proxy.ts";
import { openInstance } from "./instance.ts";
import { type Reader, seatReader } from "./reader.ts";
import { openWorld, type Seated } from "./world.ts";

const PEOPLE = 30;
const PARTS = 3;

export type LongMeeting = {
  readonly minutes: number;
  readonly events: number;
  /** Resident memory of the server in megabytes, at a third of the time. */
  readonly resident: number;
  /** By how much what it holds on to has grown from then to the end: what is resident then is chance. */
  readonly grown: number;
  /** Milliseconds until the last of everybody had all of it, all having loaded the page at once. */
  readonly slowestView: number;
  /** Of the pages in which the whole log comes, the largest, in bytes. */
  readonly largestPage: number;
  readonly unanswered: number;
};

type Wanted = { readonly seed: number } & Pick<LongMeeting, "minutes" | "events">;

export async function longMeeting({ seed, minutes, events }: Wanted) {
  const dice = openDice(seed);
  const world = await openWorld({ meetings: 1, writers: PEOPLE });
  const folder = await mkdtemp(join(tmpdir(), "candour-evidence-"));
  const instance = await openInstance(world.url);
  await instance.start();
  const proxy = await openFaultProxy(() => [instance.port], dice);
  const evidence = openEvidence(folder);
  const enter = (those = world.seated) =>
    those.map((seated) => seatReader(world.seated.indexOf(seated), { seated, proxy, dice, evidence }, 0));
  let readers = enter();
  try {
    await until(() => readers.every(({ seq }) => seq() > 0));
    const held: number[] = [];
    let resident = 0;
    let slowestView = 0;
    let largestPage = 0;
    let unanswered = 0;
    for (let part = 0; part < PARTS; part += 1) {
      await converse(readers, { events: events / PARTS, ms: (minutes * 60_000) / PARTS, dice });
      if (part === 0) resident = await residentMemory(instance.pid());
      held.push(await instance.memory());
      unanswered += readers.reduce((sum, { waiting }) => sum + waiting(), 0);
      const ends = Math.max(...readers.map(({ seq }) => seq()));
      for (const { stop } of readers) stop();
      const loaded = performance.now();
      const views = world.seated.map((seated) => readAll(seated, instance.port));
      readers = enter(world.seated.slice(0, 1));
      await until(() => (readers[0]?.seq() ?? 0) >= ends);
      const pages = await Promise.all(views);
      slowestView = Math.max(slowestView, performance.now() - loaded);
      largestPage = Math.max(...pages.flat().map(sizeOf));
      readers = [...readers, ...enter(world.seated.slice(1))];
    }
    return {
      seed,
      minutes,
      events: readers[0]?.seq() ?? 0,
      resident: Math.round(resident),
      grown: Math.round((held.at(-1) ?? 0) - (held[0] ?? 0)),
      slowestView: Math.round(slowestView),
      largestPage,
      unanswered,
    };
  } finally {
    for (const { stop } of readers) stop();
    proxy.close();
    await instance.kill();
    await world.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What should not be, with its figure (`reliability.md` R22). */
export function faultsOfLong(long: LongMeeting): Partial<LongMeeting> {
  return {
    ...(long.grown > long.resident * 0.05 && { grown: long.grown }),
    ...(long.slowestView > 2000 && { slowestView: long.slowestView }),
    ...(long.largestPage > 262_144 && { largestPage: long.largestPage }),
    ...(long.unanswered > 0 && { unanswered: long.unanswered }),
  };
}

async function converse(
  readers: readonly Reader[],
  { events, ms, dice }: { events: number; ms: number; dice: ReturnType<typeof openDice> },
) {
  const writers = readers.filter(({ seated }) => seated.writes !== null);
  const begun = performance.now();
  for (let said = 0; said < events; said += 1) {
    await wait(Math.max(0, begun + (said * ms) / events - performance.now()));
    dice.oneOf(writers).write(120);
  }
  await until(() => writers.every(({ waiting }) => waiting() === 0));
}

async function until(isSo: () => boolean) {
  for (let tried = 0; tried < 6000 && !isSo(); tried += 1) await wait(5);
}

/** Everything a browser reads on loading the page, as it comes; one that folds it, too, is among them. */
async function readAll({ cookie, meetingId }: Seated, port: number): Promise<readonly object[]> {
  const client = await connectedAs(`http://127.0.0.1:${port}`, cookie);
  const joined = await client.emitWithAck("meeting:join", {
    meetingId,
    afterSeq: 0,
    protocol: PROTOCOL_VERSION,
  });
  if (joined.status !== "joined") throw new Error(joined.reason);
  const pages: Pick<typeof joined, "events" | "more">[] = [joined];
  let page = pages[0];
  while (page?.more) {
    const afterSeq = page.events.at(-1)?.seq ?? 0;
    const next = await client.emitWithAck("meeting:since", { meetingId, afterSeq });
    if (next.status !== "events") throw new Error(next.reason);
    pages.push(next);
    page = next;
  }
  client.disconnect();
  return pages;
}

function sizeOf(answer: object): number {
  return Buffer.byteLength(JSON.stringify(answer));
}
