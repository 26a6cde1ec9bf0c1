// R22: a meeting that goes on for a long time stays light. Thirty people write all the while; three times, the last
// at the end, everybody's page is loaded anew at the same moment.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PROTOCOL_VERSION } from "#domain/wire.ts";
import { openDice } from "../support/dice.ts";
import { connectedAs } from "../support/live-server.ts";
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
  /** Resident memory of the server in megabytes: at a third of the time, and at the end. */
  readonly megabytesEarly: number;
  readonly megabytesLate: number;
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
    const megabytes: number[] = [];
    let slowestView = 0;
    let largestPage = 0;
    let unanswered = 0;
    for (let part = 0; part < PARTS; part += 1) {
      await converse(readers, { events: events / PARTS, ms: (minutes * 60_000) / PARTS, dice });
      megabytes.push(await instance.memory());
      unanswered += readers.reduce((sum, { waiting }) => sum + waiting(), 0);
      const ends = Math.max(...readers.map(({ seq }) => seq()));
      for (const { stop } of readers) stop();
      const loaded = performance.now();
      const pages = world.seated.map((seated) => readAll(seated, instance.port));
      readers = enter(world.seated.slice(0, 1));
      await until(() => (readers[0]?.seq() ?? 0) >= ends);
      largestPage = Math.max(...(await Promise.all(pages)));
      slowestView = Math.max(slowestView, performance.now() - loaded);
      readers = [...readers, ...enter(world.seated.slice(1))];
    }
    return {
      seed,
      minutes,
      events: readers[0]?.seq() ?? 0,
      megabytesEarly: Math.round(megabytes[0] ?? 0),
      megabytesLate: Math.round(megabytes.at(-1) ?? 0),
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
    ...(long.megabytesLate > long.megabytesEarly * 1.05 && { megabytesLate: long.megabytesLate }),
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

/** Everything a browser reads on loading the page; one that folds it, too, is among them. Bytes of the largest page. */
async function readAll({ cookie, meetingId }: Seated, port: number): Promise<number> {
  const client = await connectedAs(`http://127.0.0.1:${port}`, cookie);
  const joined = await client.emitWithAck("meeting:join", {
    meetingId,
    afterSeq: 0,
    protocol: PROTOCOL_VERSION,
  });
  if (joined.status !== "joined") throw new Error(joined.reason);
  let page: Pick<typeof joined, "events" | "more"> = joined;
  let largest = sizeOf(joined);
  while (page.more) {
    const afterSeq = page.events.at(-1)?.seq ?? 0;
    const next = await client.emitWithAck("meeting:since", { meetingId, afterSeq });
    if (next.status !== "events") throw new Error(next.reason);
    largest = Math.max(largest, sizeOf(next));
    page = next;
  }
  client.disconnect();
  return largest;
}

function sizeOf(answer: object): number {
  return Buffer.byteLength(JSON.stringify(answer));
}
