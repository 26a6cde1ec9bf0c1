import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { storeFacts } from "#db/facts.ts";
import { FACTS_VERSION } from "#domain/facts/facts.ts";
import { factsOf } from "#domain/facts/fold-facts.ts";
import type { ItemId, MeetingId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { newMeeting } from "#tests/support/ids.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, challenge, inSession } from "#tests/support/stored-meeting.ts";
import { earlierMeetings, leftBy } from "./carried.ts";
import { conveneMeeting } from "./convene.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse(await ownDatabase(inject("databaseUrl")));
});
afterAll(() => house.close());

const meetingNow = async (id: MeetingId) => (await house.sockets.desks.at(id).copy()).meeting;

/** A meeting that asked a challenge, put off its restricted item, and is over. */
async function held(board: StoredBoard) {
  const { desks } = house.sockets;
  const meeting = await inSession(desks, board);
  const { meetingId, item, restrictedItem } = meeting;
  const asked = challenge(board, item);
  const [member = board.clerk] = board.members;
  const by = (person: StoredBoard["clerk"], command: SentCommand) =>
    carriedOut(desks, meetingId, person, command);
  await by(member, asked);
  await by(board.clerk, { type: "closeItem", itemId: item, confirmed: [] });
  await by(board.clerk, { type: "deferItem", itemId: restrictedItem, reason: "No time" });
  await by(board.clerk, { type: "closeMeeting" });
  await keepFacts(meetingId);
  return { ...meeting, entryId: asked.entryId };
}

async function keepFacts(meetingId: MeetingId): Promise<void> {
  const { meeting, seq } = await house.sockets.desks.at(meetingId).copy();
  const facts = factsOf(meeting);
  if (facts === null || meeting.boardId === null) throw new Error("it is over");
  const { boardId } = meeting;
  const { closedAt } = facts;
  await storeFacts(house.database.db, {
    meetingId,
    boardId,
    closedAt,
    throughSeq: seq,
    version: FACTS_VERSION,
    facts,
  });
}

async function next(board: StoredBoard, items: readonly ItemId[], matters = true) {
  const meetingId = newMeeting();
  const asked = {
    meetingId,
    boardId: board.boardId,
    title: "Next",
    day: "2027-01-21",
    time: "14:00",
    lengthMinutes: 120,
    place: "",
    carryOver: { matters, items: [...items] },
  };
  expect(await conveneMeeting(house, await asking(house, board.clerk), asked)).toMatchObject({ ok: true });
  return { meetingId, asked };
}

describe("a new agenda", () => {
  test("begins with matters arising and what the last meeting put off, each taken up once", async () => {
    const board = await storedBoard(house.database);
    expect(await leftBy(house, board.boardId)).toEqual({ hasMet: false, putOff: [] });
    const last = await held(board);
    const left = await leftBy(house, board.boardId);
    expect(left).toMatchObject({
      hasMet: true,
      putOff: [{ itemId: last.restrictedItem, title: "Restricted item", meetingId: last.meetingId }],
    });

    const { meetingId, asked } = await next(board, [last.restrictedItem]);
    const { items } = await meetingNow(meetingId);
    expect(items.map(({ title, carriedFrom }) => [title, carriedFrom])).toEqual([
      ["Matters arising", null],
      ["Restricted item", { meetingId: last.meetingId, itemId: last.restrictedItem }],
    ]);
    // what it is about is told anew
    expect(items[1]).toMatchObject({ description: "", openness: { kind: "restricted" }, status: "waiting" });

    // neither by the same form, nor by another agenda
    await conveneMeeting(house, await asking(house, board.clerk), asked);
    expect((await meetingNow(meetingId)).items).toHaveLength(2);
    expect((await leftBy(house, board.boardId)).putOff).toEqual([]);
    const another = await next(board, [last.restrictedItem], false);
    expect((await meetingNow(another.meetingId)).items).toEqual([]);
  });

  test("leaves out what its clerk drops, which is then offered again", async () => {
    const board = await storedBoard(house.database);
    const last = await held(board);
    const { meetingId } = await next(board, []);
    expect((await meetingNow(meetingId)).items.map(({ title }) => title)).toEqual(["Matters arising"]);
    expect((await leftBy(house, board.boardId)).putOff).toHaveLength(1);

    const taken = await next(board, [last.restrictedItem]);
    const [, item] = (await meetingNow(taken.meetingId)).items;
    if (!item) throw new Error("it was taken up");
    const removed = { type: "removeItem", itemId: item.id, reason: "" } as const;
    await carriedOut(house.sockets.desks, taken.meetingId, board.clerk, removed);
    expect((await leftBy(house, board.boardId)).putOff).toHaveLength(1);
  });
});

describe("a room", () => {
  test("knows which earlier meetings have left something, and keeps what was settled in it", async () => {
    const board = await storedBoard(house.database);
    const last = await held(board);
    const { meetingId } = await next(board, []);
    const asker = await asking(house, board.clerk);
    const earlier = async () => earlierMeetings(house, asker, await meetingNow(meetingId));
    expect((await earlier()).map((one) => one.meetingId)).toEqual([last.meetingId]);

    const [item] = (await meetingNow(meetingId)).items;
    if (!item) throw new Error("it has an item for matters arising");
    const answer = {
      type: "respondToChallenge",
      entryId: last.entryId,
      speaker: { as: "officer" },
      kind: "answered",
      text: "It comes in June.",
      promisedBy: null,
    } as const;
    await carriedOut(house.sockets.desks, last.meetingId, board.clerk, {
      ...answer,
      heardAt: { meetingId, itemId: item.id },
    });
    await keepFacts(last.meetingId);
    expect(await earlier()).toHaveLength(1);

    const later = await next(board, []);
    const meeting = { ...(await meetingNow(later.meetingId)), startsAt: Date.UTC(2027, 2, 1) };
    expect(await earlierMeetings(house, asker, meeting)).toEqual([]);
  });

  test("tells nothing of another board's, nor of what is closed to the reader", async () => {
    const board = await storedBoard(house.database);
    await held(board);
    const { meetingId } = await next(board, []);
    const meeting = await meetingNow(meetingId);
    const stranger = await asking(house, board.stranger);
    expect(await earlierMeetings(house, stranger, meeting)).toEqual([]);
  });
});
