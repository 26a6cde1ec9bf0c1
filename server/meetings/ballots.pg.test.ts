// Secret votes on a real database: no answer enters the log, each seat has one, and what it came to is what was cast
// before the close.
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { databaseTime, wholeLog } from "#db/event-log.ts";
import { sealedIn } from "#db/sealed-answers.ts";
import { BoxId, type PersonId, type SeatId, type VoteId } from "#domain/ids.ts";
import { isRecorded } from "#domain/meeting/meeting.ts";
import type { Choice } from "#domain/meeting/vote.ts";
import type { AnswerReply } from "#domain/wire.ts";
import { openDice } from "#tests/support/dice.ts";
import { newCommand, newVote } from "#tests/support/ids.ts";
import { SEED } from "#tests/support/seed.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, inSession, type StoredMeeting } from "#tests/support/stored-meeting.ts";
import { type Clock, openClock } from "../clock.ts";
import { openLog } from "../log.ts";
import { noMeters } from "../meters.ts";
import { openSealer } from "../sealed/sealer.ts";
import { castBallot, haveCastBallot } from "./cast-ballot.ts";
import { type CountNeeds, carryOutVote } from "./count-ballots.ts";
import { openDesks } from "./desks.ts";

const VOTERS = 4;
const RACES = 60;

const databases = [openDatabase(inject("databaseUrl")), openDatabase(inject("databaseUrl"))] as const;
const sealer = openSealer("only for tests, only for tests, only");
const dice = openDice(SEED);
let clock: Clock;
let board: StoredBoard;
let meeting: StoredMeeting;
let one: CountNeeds;
let two: CountNeeds;

function aProcess(place: 0 | 1): CountNeeds {
  const database = databases[place];
  const { log } = database;
  const lines = openLog("fatal");
  const desks = openDesks({
    log,
    clock,
    lines,
    meters: noMeters,
    publish: () => {},
    committed: () => {},
  });
  return { database, desks, sealer, clock };
}

beforeAll(async () => {
  clock = await openClock(() => databaseTime(databases[0].log), { start: undefined, rate: 1 });
  board = await storedBoard(databases[0], { memberCount: VOTERS });
  one = aProcess(0);
  two = aProcess(1);
  meeting = await inSession(one.desks, board);
  for (const seat of board.seats) {
    await carriedOut(one.desks, meeting.meetingId, board.clerk, {
      type: "markAttendance",
      seat,
      outcome: "principal",
      mode: "inPerson",
      from: null,
    });
  }
});
afterAll(() => Promise.all(databases.map((database) => database.close())));

const member = (place: number): readonly [PersonId, SeatId] => {
  const [by, seat] = [board.members[place], board.seats[place]];
  if (!by || !seat) throw new Error("no such member");
  return [by, seat];
};

async function opened(secret = true): Promise<VoteId> {
  const voteId = newVote();
  await carriedOut(one.desks, meeting.meetingId, board.chair, {
    type: "openVote",
    voteId,
    itemId: meeting.item,
    kind: "vote",
    text: "Northgate",
    about: null,
    secret,
    linkedTo: null,
  });
  return voteId;
}

const cast = (
  voteId: VoteId,
  place: number,
  choice: Choice,
  { needs = one, seatOf = place } = {},
): Promise<AnswerReply> => {
  const [by] = member(place);
  const [, seat] = member(seatOf);
  return castBallot({ ...needs, log: needs.database.log }, by, {
    meetingId: meeting.meetingId,
    box: BoxId.parse(voteId),
    slip: { kind: "ballot", seat, choice },
  });
};
const ask = (type: "closeVote" | "revealVotes", voteId: VoteId, by = board.chair, needs = one) =>
  carryOutVote(needs, meeting.meetingId, { id: newCommand(), by, command: { type, voteId } });

async function inLog(voteId: VoteId) {
  const log = (await wholeLog(databases[0].log, meeting.meetingId)).filter(isRecorded);
  return log.filter(({ event }) => JSON.stringify(event).includes(voteId));
}

describe("a secret vote", () => {
  test("is cast once for a seat, and nothing of it enters the log before the reveal brings its totals", async () => {
    const voteId = await opened();
    const replies = [
      await cast(voteId, 0, "for"),
      await cast(voteId, 1, "against"),
      await cast(voteId, 0, "against"),
    ];
    expect(replies).toEqual([
      { status: "answered", before: false },
      { status: "answered", before: false },
      { status: "answered", before: true },
    ]);
    const [by] = member(0);
    const asked = { meetingId: meeting.meetingId, box: BoxId.parse(voteId) };
    const log = databases[0].log;
    expect(await haveCastBallot({ log, desks: one.desks }, by, asked)).toEqual({
      status: "receipt",
      answered: true,
    });
    expect(await haveCastBallot({ log, desks: one.desks }, member(2)[0], asked)).toEqual({
      status: "receipt",
      answered: false,
    });
    expect((await inLog(voteId)).map(({ event }) => event.type)).toEqual(["voteOpened"]);

    await ask("closeVote", voteId);
    expect(await ask("revealVotes", voteId)).toMatchObject({ status: "recorded" });
    const events = (await inLog(voteId)).map(({ event }) => event);
    expect(events.map(({ type }) => type)).toEqual([
      "voteOpened",
      "voteClosed",
      "ballotsCounted",
      "votesRevealed",
    ]);
    expect(events.at(-1)).toMatchObject({
      votes: [
        {
          voteId,
          counts: [
            { choice: "for", count: 1 },
            { choice: "against", count: 1 },
            { choice: "abstain", count: 0 },
          ],
          ballots: [],
        },
      ],
    });
    expect(await sealedIn(log, BoxId.parse(voteId))).toMatchObject({ sealed: [] });
  });

  test("has the gate of a recorded one: one’s own seat, a choice that is offered, and it is open", async () => {
    const voteId = await opened();
    expect(await cast(voteId, 0, "for", { seatOf: 1 })).toEqual({
      status: "refused",
      refusal: { code: "notYours" },
    });
    expect(await cast(voteId, 0, "block")).toEqual({
      status: "refused",
      refusal: { code: "choiceNotOffered" },
    });
    expect(await cast(await opened(false), 0, "for")).toEqual({
      status: "refused",
      refusal: { code: "voteNotFound" },
    });
    const [, seat] = member(0);
    const slip = { kind: "ballot", seat, choice: "for" } as const;
    const asked = { meetingId: meeting.meetingId, box: BoxId.parse(voteId), slip };
    const needs = { ...one, log: databases[0].log };
    expect(await castBallot(needs, board.stranger, asked)).toEqual({ status: "failed", reason: "notFound" });
    expect(await castBallot(needs, board.clerk, asked)).toMatchObject({ refusal: { code: "notYours" } });
    await ask("closeVote", voteId);
    expect(await cast(voteId, 0, "for")).toEqual({ status: "refused", refusal: { code: "voteNotOpen" } });

    const other = await opened();
    const [person] = member(3);
    const declared = { itemId: meeting.item, kind: "prejudicial" } as const;
    await carriedOut(one.desks, meeting.meetingId, person, {
      type: "declareInterest",
      ...declared,
      nature: "Mine.",
    });
    expect(await cast(other, 3, "for")).toMatchObject({ refusal: { code: "interestDeclared" } });
    await carriedOut(one.desks, meeting.meetingId, board.clerk, {
      type: "withdrawInterest",
      ...declared,
      person,
      reason: "In error.",
    });
    expect(await cast(other, 3, "for")).toMatchObject({ status: "answered" });
  });

  test("is counted for the chair alone, and by two that reveal it at once only once", async () => {
    const voteId = await opened();
    await cast(voteId, 0, "for");
    await ask("closeVote", voteId);
    expect(await ask("revealVotes", voteId, board.clerk)).toMatchObject({ refusal: { code: "roleMayNot" } });
    expect((await inLog(voteId)).map(({ event }) => event.type)).toEqual(["voteOpened", "voteClosed"]);
    await Promise.allSettled([ask("revealVotes", voteId), ask("revealVotes", voteId, board.chair, two)]);
    await ask("revealVotes", voteId);
    const types = (await inLog(voteId)).map(({ event }) => event.type);
    expect(types).toEqual(["voteOpened", "voteClosed", "ballotsCounted", "votesRevealed"]);
  });

  test("closed by one process is closed at another that has not heard of it", async () => {
    const voteId = await opened();
    await two.desks.at(meeting.meetingId).catchUp();
    await ask("closeVote", voteId);
    expect(await cast(voteId, 0, "for", { needs: two })).toEqual({
      status: "refused",
      refusal: { code: "voteNotOpen" },
    });
  });

  test("that is cancelled is emptied unread", async () => {
    const voteId = await opened();
    await cast(voteId, 0, "for");
    const command = { type: "cancelVote", voteId, reason: "" } as const;
    await carryOutVote(one, meeting.meetingId, { id: newCommand(), by: board.chair, command });
    expect(await sealedIn(databases[0].log, BoxId.parse(voteId))).toMatchObject({
      state: "void",
      sealed: [],
    });
  });

  test(`${RACES} of them, cast over another connection while they are closed, count what was taken (seed ${SEED})`, async () => {
    let taken = 0;
    for (let nth = 0; nth < RACES; nth += 1) {
      const voteId = await opened();
      await two.desks.at(meeting.meetingId).catchUp();
      const after = () => wait(dice.between(0, 6));
      const [replies] = await Promise.all([
        Promise.all(
          board.members.map(async (_, place) => {
            await after();
            return cast(voteId, place, "for", { needs: two });
          }),
        ),
        after().then(() => ask("closeVote", voteId)),
      ]);
      await ask("revealVotes", voteId);
      const answered = replies.filter(({ status }) => status === "answered").length;
      const last = (await inLog(voteId)).at(-1)?.event;
      const counts = last?.type === "votesRevealed" ? last.votes[0]?.counts : [];
      expect(counts?.find(({ choice }) => choice === "for")?.count).toBe(answered);
      taken += answered;
    }
    expect(taken).toBeGreaterThan(RACES * VOTERS * 0.05);
    expect(taken).toBeLessThan(RACES * VOTERS * 0.95);
  }, 60_000);
});
