// A vote that is cast while it is being closed, over two connections to one database: it counts if and only if its
// number in the log came first.
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { databaseTime, wholeLog } from "#db/event-log.ts";
import type { ItemId, MeetingId } from "#domain/ids.ts";
import { isRecorded } from "#domain/meeting/meeting.ts";
import type { CommandReply } from "#domain/wire.ts";
import { openDice } from "#tests/support/dice.ts";
import { newCommand, newVote } from "#tests/support/ids.ts";
import { SEED } from "#tests/support/seed.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, inSession } from "#tests/support/stored-meeting.ts";
import { type Clock, openClock } from "../clock.ts";
import { openLog } from "../log.ts";
import { noMeters } from "../meters.ts";
import { carryOut } from "./carry-out.ts";
import { type Desks, openDesks } from "./desks.ts";

const MEETINGS = 10;
const RACES_EACH = 50;
const VOTERS = 4;
const MOST_AHEAD_MS = 4;

const databases = [openDatabase(inject("databaseUrl")), openDatabase(inject("databaseUrl"))] as const;
const lines = openLog("fatal");
const dice = openDice(SEED);
let clock: Clock;
let board: StoredBoard;

beforeAll(async () => {
  clock = await openClock(() => databaseTime(databases[0].log), { start: undefined, rate: 1 });
  board = await storedBoard(databases[0], { memberCount: VOTERS });
});
afterAll(() => Promise.all(databases.map((database) => database.close())));

function aProcess(place: 0 | 1): Desks {
  const { log } = databases[place];
  return openDesks({ log, clock, lines, meters: noMeters, publish: () => {}, committed: () => {} });
}

type Place = { readonly meetingId: MeetingId; readonly item: ItemId };
type Processes = { readonly casts: Desks; readonly closes: Desks };

/** A vote on an open item: who cast in time, who did not, and what it came to. */
async function race({ casts, closes }: Processes, { meetingId, item }: Place) {
  const voteId = newVote();
  await carriedOut(closes, meetingId, board.chair, {
    type: "openVote",
    voteId,
    itemId: item,
    kind: "vote",
    text: "Forty homes",
    about: null,
    secret: false,
    linkedTo: null,
  });
  // the other process has heard of it, so that neither has a start
  await casts.at(meetingId).catchUp();
  const after = () => wait(dice.between(0, MOST_AHEAD_MS));
  const cast = async (place: number): Promise<CommandReply> => {
    const [by, seat] = [board.members[place], board.seats[place]];
    if (!by || !seat) throw new Error("no such member");
    await after();
    const command = { type: "castVote", voteId, seat, choice: "for", reason: "" } as const;
    return carryOut(casts, meetingId, { id: newCommand(), by, command });
  };
  const close = async () => {
    await after();
    return carriedOut(closes, meetingId, board.chair, { type: "closeVote", voteId });
  };
  const [closedAs, ...replies] = await Promise.all([
    close(),
    ...Array.from({ length: VOTERS }, (_, place) => cast(place)),
  ]);
  await carriedOut(casts, meetingId, board.chair, { type: "revealVotes", voteId });
  return { voteId, closedAs, replies };
}

test(`${MEETINGS * RACES_EACH} votes cast while they are closed count if and only if they came first (seed ${SEED})`, async () => {
  let inTime = 0;
  let late = 0;
  const evening = async () => {
    const processes = { casts: aProcess(0), closes: aProcess(1) };
    const meeting = await inSession(processes.closes, board);
    for (const seat of board.seats) {
      const present = {
        type: "markAttendance",
        seat,
        outcome: "principal",
        mode: "inPerson",
        from: null,
      } as const;
      await carriedOut(processes.closes, meeting.meetingId, board.clerk, present);
    }
    const races: Awaited<ReturnType<typeof race>>[] = [];
    for (let nth = 0; nth < RACES_EACH; nth += 1) races.push(await race(processes, meeting));

    const log = (await wholeLog(databases[0].log, meeting.meetingId)).filter(isRecorded);
    for (const { voteId, closedAs, replies } of races) {
      const before = replies.filter((reply) => reply.status === "recorded" && reply.seq < closedAs);
      const refused = replies.filter((reply) => reply.status !== "recorded");
      expect(before.length + refused.length).toBe(replies.length);
      expect(refused).toEqual(refused.map(() => ({ status: "refused", refusal: { code: "voteNotOpen" } })));
      const stored = log.filter(({ event }) => event.type === "voteCast" && event.voteId === voteId);
      const [revealed] = log.flatMap(({ event }) =>
        event.type === "votesRevealed" ? event.votes.filter((vote) => vote.voteId === voteId) : [],
      );
      expect(stored).toHaveLength(before.length);
      expect(revealed?.counts.find(({ choice }) => choice === "for")).toEqual({
        choice: "for",
        count: before.length,
      });
      inTime += before.length;
      late += replies.length - before.length;
    }
  };
  await Promise.all(Array.from({ length: MEETINGS }, evening));

  // races that are always won by the same side are none
  expect(inTime).toBeGreaterThan(MEETINGS * RACES_EACH * VOTERS * 0.05);
  expect(late).toBeGreaterThan(MEETINGS * RACES_EACH * VOTERS * 0.05);
}, 60_000);
