import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { openDatabase } from "#db/client.ts";
import { databaseTime, firstBroken, wholeLog } from "#db/event-log.ts";
import { factsOfMeeting } from "#db/facts.ts";
import { meetingById } from "#db/meetings.ts";
import { replay } from "#domain/meeting/meeting.ts";
import { newCommand, newMeeting } from "#tests/support/ids.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, challenge, inSession } from "#tests/support/stored-meeting.ts";
import { type Clock, openClock } from "../clock.ts";
import { openLog } from "../log.ts";
import { noMeters } from "../meters.ts";
import { carryOut } from "./carry-out.ts";
import type { Growth } from "./desk.ts";
import { type Desks, openDesks } from "./desks.ts";
import { openFactsKeeper } from "./keep-facts.ts";

const database = openDatabase(inject("databaseUrl"));
const killer = postgres(inject("databaseUrl"), { max: 1 });
const lines = openLog("fatal");
let clock: Clock;
let board: StoredBoard;

/** Desks as a process of their own would have them, and what they published. */
function aProcess({ log, db } = database): Desks & { readonly published: Growth[] } {
  const published: Growth[] = [];
  const desks = openDesks({
    log,
    clock,
    lines,
    meters: noMeters,
    publish: (growth) => void published.push(growth),
    committed: openFactsKeeper(db, lines),
  });
  return { ...desks, published };
}

/** The database's address for connections that can be told apart from others'. */
function named(name: string): string {
  const url = new URL(inject("databaseUrl"));
  url.searchParams.set("application_name", name);
  return url.href;
}

beforeAll(async () => {
  clock = await openClock(() => databaseTime(database.log), { start: undefined, rate: 1 });
  board = await storedBoard(database, { memberCount: 12 });
});
afterAll(() => Promise.all([database.close(), killer.end()]));

describe("a desk", () => {
  test("records a command once however often it is sent, and answers with the first number", async () => {
    const desks = aProcess();
    const { meetingId, item } = await inSession(desks, board);
    const request = {
      id: newCommand(),
      by: board.members[0] ?? board.chair,
      command: challenge(board, item),
    };

    const together = await Promise.all(Array.from({ length: 20 }, () => carryOut(desks, meetingId, request)));
    const later = await carryOut(desks, meetingId, request);
    const elsewhere = await carryOut(aProcess(), meetingId, request);

    const [first] = together;
    expect(first).toMatchObject({ status: "recorded" });
    for (const reply of [...together, later, elsewhere]) expect(reply).toEqual(first);
    const log = await wholeLog(database.log, meetingId);
    expect(log.filter(({ event }) => event.type === "challengeRecorded")).toHaveLength(1);
  });

  test("an id used again for other words is refused as such", async () => {
    const desks = aProcess();
    const { meetingId, item } = await inSession(desks, board);
    const id = newCommand();
    const by = board.members[0] ?? board.chair;
    await carryOut(desks, meetingId, { id, by, command: challenge(board, item) });
    expect(await carryOut(desks, meetingId, { id, by, command: challenge(board, item) })).toEqual({
      status: "failed",
      reason: "idReused",
    });
  });

  test("commands given together share commits, are published in order and before they are acknowledged", async () => {
    const desks = aProcess();
    const { meetingId, item } = await inSession(desks, board);
    const before = desks.published.length;

    const replies = await Promise.all(
      board.members.map(async (by, place) => {
        const reply = await carryOut(desks, meetingId, {
          id: newCommand(),
          by,
          command: challenge(board, item, place),
        });
        const seen = desks.published.flatMap(({ events }) => events.map(({ seq }) => seq));
        return reply.status === "recorded" && seen.includes(reply.seq);
      }),
    );

    expect(replies).toEqual(board.members.map(() => true));
    expect(desks.published.length - before).toBeLessThan(board.members.length);
    const numbers = desks.published.flatMap(({ events }) => events.map(({ seq }) => seq));
    expect(numbers).toEqual(numbers.map((_, place) => place + 1));
  });

  test("a refusal records nothing and does not keep what came with it from being recorded", async () => {
    const desks = aProcess();
    const { meetingId, item } = await inSession(desks, board);
    const { seq } = await desks.at(meetingId).copy();
    const [refused, recorded] = await Promise.all([
      carryOut(desks, meetingId, { id: newCommand(), by: board.observer, command: challenge(board, item) }),
      carryOut(desks, meetingId, {
        id: newCommand(),
        by: board.chair,
        command: { type: "adjournMeeting", reason: "Tea" },
      }),
    ]);
    expect(refused).toMatchObject({ status: "refused", refusal: { code: "roleMayNot" } });
    expect(recorded).toEqual({ status: "recorded", seq: seq + 1 });
  });

  test("of a meeting one may not open, and of one that is not there, the answer is the same", async () => {
    const desks = aProcess();
    const { meetingId, item } = await inSession(desks, board);
    const request = { id: newCommand(), by: board.stranger, command: challenge(board, item) };
    const answers = await Promise.all([
      carryOut(desks, meetingId, request),
      carryOut(desks, newMeeting(), request),
    ]);
    for (const answer of answers) expect(answer).toEqual({ status: "failed", reason: "notFound" });
  });

  test("time never goes backwards in a meeting, though the clock does", async () => {
    const desks = aProcess();
    const { meetingId } = await inSession(desks, board);
    const slow: Clock = { ...clock, now: () => 1000 };
    const behind = openDesks({
      log: database.log,
      clock: slow,
      lines,
      meters: noMeters,
      publish: () => {},
      committed: () => {},
    });
    await carriedOut(behind, meetingId, board.chair, { type: "adjournMeeting", reason: "Tea" });
    const at = (await wholeLog(database.log, meetingId)).map((event) => event.at);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  test("takes no commands once closed", async () => {
    const desks = aProcess();
    const { meetingId, item } = await inSession(desks, board);
    await desks.close();
    const request = { id: newCommand(), by: board.chair, command: challenge(board, item) };
    expect(await carryOut(desks, meetingId, request)).toEqual({ status: "failed", reason: "unavailable" });
  });
});

test("beyond what a process can have in hand a command is busy at once, and records nothing", async () => {
  const desks = aProcess();
  const { meetingId, item } = await inSession(desks, board);
  const by = board.members[0] ?? board.chair;
  const requests = Array.from({ length: 600 }, () => ({
    id: newCommand(),
    by,
    command: challenge(board, item),
  }));

  const replies = await Promise.all(requests.map((request) => carryOut(desks, meetingId, request)));
  const busy = requests.filter((_, place) => replies[place]?.status === "failed");
  expect(replies.filter(({ status }) => status === "recorded")).toHaveLength(400);
  expect(replies.find(({ status }) => status === "failed")).toEqual({ status: "failed", reason: "busy" });

  const log = await wholeLog(database.log, meetingId);
  const recorded = new Set(log.flatMap((sent) => ("commandId" in sent ? [sent.commandId] : [])));
  expect(busy.filter(({ id }) => recorded.has(id))).toEqual([]);
  const [again] = busy;
  if (!again) throw new Error("nothing was busy");
  expect(await carryOut(desks, meetingId, again)).toMatchObject({ status: "recorded" });
});

describe("two desks on one meeting", () => {
  test("leave one gapless log that both end up with, each having published all of it", async () => {
    const processes = [aProcess(), aProcess()];
    const [one = aProcess(), two = aProcess()] = processes;
    const { meetingId, item } = await inSession(one, board);
    const start = (await two.at(meetingId).copy()).seq;

    const replies = await Promise.all(
      board.members.flatMap((by, place) =>
        processes.map((desks) =>
          carryOut(desks, meetingId, { id: newCommand(), by, command: challenge(board, item, place) }),
        ),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => "recorded"));

    const log = await wholeLog(database.log, meetingId);
    expect(log).toHaveLength(start + replies.length);
    expect(await firstBroken(database.log, meetingId)).toBeNull();
    for (const desks of processes) {
      const copy = await desks.at(meetingId).catchUp();
      expect(copy.meeting).toEqual(replay(log)); // evolved one by one, and replayed: the same
      const published = desks.published.flatMap(({ events }) => events).filter(({ seq }) => seq > start);
      expect(published).toEqual(log.slice(start));
    }
  });

  test("a refusal does not rest on an old copy of the log", async () => {
    const one = aProcess();
    const two = aProcess();
    const { meetingId, item } = await inSession(one, board);
    await carriedOut(one, meetingId, board.chair, { type: "adjournMeeting", reason: "Tea" });
    await two.at(meetingId).copy();
    await carriedOut(one, meetingId, board.chair, { type: "resumeMeeting" });

    const reply = await carryOut(two, meetingId, {
      id: newCommand(),
      by: board.members[0] ?? board.chair,
      command: challenge(board, item),
    });
    expect(reply.status).toBe("recorded");
  });
});

describe("when the database falters", () => {
  test("connections that die lose nothing and double nothing", async () => {
    const doomed = openDatabase(named("candour-doomed"));
    const desks = aProcess(doomed);
    const { meetingId, item } = await inSession(desks, board);
    const { seq } = await desks.at(meetingId).copy();
    const numbers: number[] = [];
    let killed = 0;

    async function untilRecorded(place: number): Promise<void> {
      const by = board.members[place] ?? board.chair;
      const request = { id: newCommand(), by, command: challenge(board, item, place) };
      for (;;) {
        const reply = await carryOut(desks, meetingId, request).catch(() => null);
        if (reply?.status === "recorded") return void numbers.push(reply.seq);
        if (reply?.status === "refused") throw new Error(reply.refusal.code);
      }
    }
    while (killed < 40) {
      const evening = board.members.map((_, place) => untilRecorded(place));
      const gone = await killer`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'candour-doomed' order by random() limit 2`;
      killed += gone.length;
      await Promise.all(evening);
    }
    await doomed.close();

    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, place) => seq + 1 + place));
    const log = await wholeLog(database.log, meetingId);
    expect(log.map((event) => event.seq)).toEqual(log.map((_, place) => place + 1));
    expect(log).toHaveLength(seq + numbers.length);
    expect(await firstBroken(database.log, meetingId)).toBeNull();
  });

  test("a command is answered within five seconds, published to nobody, and recorded once when sent again", async () => {
    const desks = aProcess();
    const { meetingId, item } = await inSession(desks, board);
    const by = board.members[0] ?? board.chair;
    const request = { id: newCommand(), by, command: challenge(board, item) };
    const published = desks.published.length;
    const release = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const holding = killer.begin(async (sql) => {
      await sql`select from meetings where id = ${meetingId} for update`;
      locked.resolve();
      await release.promise;
    });
    await locked.promise;

    const asked = performance.now();
    const reply = await carryOut(desks, meetingId, request);
    const waited = performance.now() - asked;
    release.resolve();
    await holding;

    expect(reply).toEqual({ status: "failed", reason: "unavailable" });
    expect(waited).toBeLessThan(5000);
    expect(desks.published).toHaveLength(published);
    expect(await carryOut(desks, meetingId, request)).toMatchObject({ status: "recorded" });
    const log = await wholeLog(database.log, meetingId);
    expect(log.filter(({ event }) => event.type === "challengeRecorded")).toHaveLength(1);
  });
});

test("closing a meeting leaves its summary and its facts, and what is added later is folded in", async () => {
  const desks = aProcess();
  const { meetingId, item } = await inSession(desks, board);
  const command = challenge(board, item);
  await carriedOut(desks, meetingId, board.members[0] ?? board.chair, command);
  await carriedOut(desks, meetingId, board.chair, { type: "closeItem", itemId: item, confirmed: [] });
  const closing = await carriedOut(desks, meetingId, board.chair, { type: "closeMeeting" });
  const { seq, meeting } = await desks.at(meetingId).copy();

  expect(closing).toBeLessThanOrEqual(seq);
  expect(await meetingById(database.db, meetingId)).toMatchObject({
    phase: "closed",
    closedAt: meeting.closedAt,
  });
  await vi.waitFor(async () => {
    expect(await factsOfMeeting(database.db, meetingId)).toMatchObject({
      throughSeq: seq,
      boardId: board.boardId,
    });
  });

  const answered = await carriedOut(desks, meetingId, board.clerk, {
    type: "respondToChallenge",
    entryId: command.entryId,
    speaker: { as: "officer" },
    kind: "answered",
    text: "It is underwritten.",
    promisedBy: null,
    heardAt: null,
  });
  await vi.waitFor(async () => {
    expect(await factsOfMeeting(database.db, meetingId)).toMatchObject({ throughSeq: answered });
  });
});
