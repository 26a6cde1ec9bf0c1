// Votes that close by themselves, on a real database: once, not before their time, and by the database's clock whatever
// the processes believe.
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { databaseTime, wholeLog } from "#db/event-log.ts";
import { BoxId, type VoteId } from "#domain/ids.ts";
import type { MeetingEvent } from "#domain/meeting/events.ts";
import { isRecorded } from "#domain/meeting/meeting.ts";
import { newCommand, newVote } from "#tests/support/ids.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, inSession, type StoredMeeting } from "#tests/support/stored-meeting.ts";
import { type Clock, openClock } from "../clock.ts";
import { openLog } from "../log.ts";
import { noMeters } from "../meters.ts";
import { openSealer } from "../sealed/sealer.ts";
import { carryOut } from "./carry-out.ts";
import { castBallot } from "./cast-ballot.ts";
import { type Desks, openDesks } from "./desks.ts";
import { openDeadlineKeeper } from "./keep-deadlines.ts";

const SECONDS = 5;
const databases = [openDatabase(inject("databaseUrl")), openDatabase(inject("databaseUrl"))] as const;
const lines = openLog("fatal");
const sealer = openSealer("only for tests, only for tests, only");
let board: StoredBoard;
let meeting: StoredMeeting;
let right: Process;

type Process = { readonly clock: Clock; readonly desks: Desks; readonly log: (typeof databases)[0]["log"] };

/** A process whose count of time falls back by `lag` once its clock has been set: one that was stopped, or is slow. */
async function aProcess(place: 0 | 1 = 0, lag = 0): Promise<Process> {
  const { log } = databases[place];
  let late = 0;
  const ticks = () => performance.now() - late;
  const clock = await openClock(() => databaseTime(log), { start: undefined, rate: 1 }, ticks);
  late = lag;
  const desks = openDesks({ log, clock, lines, meters: noMeters, publish: () => {}, committed: () => {} });
  return { clock, desks, log };
}

function keeping({ clock, desks, log }: Process): void {
  const keeper = openDeadlineKeeper({ log, clock, lines, desks: () => desks });
  onTestFinished(keeper.close);
}

beforeAll(async () => {
  board = await storedBoard(databases[0]);
  right = await aProcess();
  meeting = await inSession(right.desks, board);
  for (const seat of board.seats) {
    await carriedOut(right.desks, meeting.meetingId, board.clerk, {
      type: "markAttendance",
      seat,
      outcome: "principal",
      mode: "inPerson",
      from: null,
    });
  }
});
afterAll(() => Promise.all(databases.map((database) => database.close())));

async function opened({ secret = false, seconds = SECONDS } = {}): Promise<VoteId> {
  const voteId = newVote();
  await carriedOut(right.desks, meeting.meetingId, board.chair, {
    type: "openVote",
    voteId,
    itemId: meeting.item,
    kind: "vote",
    text: "Forty homes",
    about: null,
    secret,
    linkedTo: null,
    seconds,
  });
  return voteId;
}

type Of<T extends MeetingEvent["type"]> = Extract<MeetingEvent, { type: T }>;

async function inLog(voteId: VoteId) {
  const log = (await wholeLog(databases[0].log, meeting.meetingId)).filter(isRecorded);
  return log.filter(({ event }) => "voteId" in event && event.voteId === voteId);
}

async function closing(
  voteId: VoteId,
): Promise<{ readonly late: number; readonly closed: Of<"voteClosed"> }> {
  await expect
    .poll(async () => (await inLog(voteId)).some(({ event }) => event.type === "voteClosed"), {
      timeout: 12_000,
      interval: 50,
    })
    .toBe(true);
  let [closesAt, at] = [0, 0];
  let closed: Of<"voteClosed"> | undefined;
  for (const { event, at: when } of await inLog(voteId)) {
    if (event.type === "voteOpened" || event.type === "voteExtended") closesAt = event.closesAt ?? 0;
    if (event.type === "voteClosed") [at, closed] = [when, event];
  }
  if (!closed) throw new Error("not closed");
  return { late: at - closesAt, closed };
}

const member = (place: number) => {
  const [by, seat] = [board.members[place], board.seats[place]];
  if (!by || !seat) throw new Error("no such member");
  return { by, seat };
};
const cast = ({ desks }: Process, voteId: VoteId, place = 0) => {
  const { by, seat } = member(place);
  const command = { type: "castVote", voteId, seat, choice: "for", reason: "" } as const;
  return carryOut(desks, meeting.meetingId, { id: newCommand(), by, command });
};

describe("a vote with a deadline", () => {
  test("closes by itself, once, though two processes see to it", async () => {
    keeping(await aProcess(0));
    keeping(await aProcess(1));
    const voteId = await opened();
    expect(await cast(right, voteId)).toMatchObject({ status: "recorded" });
    const { late, closed } = await closing(voteId);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(2000);
    expect(closed).toMatchObject({ onTime: true, present: board.seats });
    await wait(1500);
    const types = (await inLog(voteId)).map(({ event }) => event.type);
    expect(types).toEqual(["voteOpened", "voteCast", "voteClosed"]);
  });

  test("given more time, closes then and not at the first deadline", async () => {
    keeping(await aProcess(1));
    const voteId = await opened();
    await wait(4300); // when it has been planned already
    await carriedOut(right.desks, meeting.meetingId, board.chair, { type: "extendVote", voteId, seconds: 5 });
    const { late } = await closing(voteId);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(2000);
  });

  test("takes no answer after it from a process that believes it is earlier, recorded or secret", async () => {
    const slow = await aProcess(1, 60_000);
    const [recorded, secret] = [await opened(), await opened({ secret: true })];
    await slow.desks.at(meeting.meetingId).catchUp();
    await wait(SECONDS * 1000 + 200);
    // nobody has closed it: it is the time alone that stands in the way
    const { by, seat } = member(1);
    const slip = { kind: "ballot", seat, choice: "for" } as const;
    const asked = { meetingId: meeting.meetingId, box: BoxId.parse(secret), slip };
    expect(await castBallot({ ...slow, sealer }, by, asked)).toEqual({ status: "closed" });
    expect(slow.clock.now()).toBeLessThan(right.clock.now() - 50_000);
    expect(await cast(slow, recorded)).toEqual({ status: "refused", refusal: { code: "voteNotOpen" } });
    // it has been told the time with the answer
    expect(Math.abs(slow.clock.now() - right.clock.now())).toBeLessThan(1000);
    expect((await inLog(recorded)).map(({ event }) => event.type)).not.toContain("voteCast");
  });

  test("is not closed before it by a process that believes it is later", async () => {
    const fast = await aProcess(1, -60_000);
    const voteId = await opened({ seconds: 30 });
    const command = { type: "closeVoteOnTime", voteId } as const;
    const request = { id: newCommand(), by: board.chair, command };
    expect(await fast.desks.ask(meeting.meetingId, { ...request })).not.toMatchObject({
      status: "recorded",
    });
    expect((await inLog(voteId)).map(({ event }) => event.type)).toEqual(["voteOpened"]);
    await carriedOut(right.desks, meeting.meetingId, board.chair, { type: "closeVote", voteId });
  });
});

test("a process that begins after a deadline has passed keeps it at once", async () => {
  const voteId = await opened();
  await wait(SECONDS * 1000 + 500);
  const begun = performance.now();
  keeping(await aProcess(1));
  await closing(voteId);
  expect(performance.now() - begun).toBeLessThan(2000);
}, 20_000);
