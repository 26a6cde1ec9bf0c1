import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { MeetingId, PersonId } from "#domain/ids.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { newEntry, newMeeting } from "#tests/support/ids.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { CANARY, carriedOut, challenge, convened, inSession } from "#tests/support/stored-meeting.ts";
import { keepFacts } from "./keep-facts.ts";
import { listMeetings } from "./list-meetings.ts";
import { inTheirWords, MEETINGS_READ } from "./matter-words.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse(inject("databaseUrl"));
});
afterAll(() => house.close());

const WORDS = "Who bears the cost if the grant is late?";
const all = { board: null, year: null };
const listFor = async (personId: PersonId) => listMeetings(house, await asking(house, personId), all);

/** A meeting that was held, with one open challenge on an open item and one on an item closed to the public. */
async function held(board: StoredBoard) {
  const { desks } = house.sockets;
  const { meetingId, item, restrictedItem } = await inSession(desks, board);
  const [member = board.chair, other = board.chair] = board.members;
  await carriedOut(desks, meetingId, member, challenge(board, item, 0, WORDS));
  await carriedOut(desks, meetingId, board.clerk, { type: "closeItem", itemId: item, confirmed: [] });
  await carriedOut(desks, meetingId, board.chair, { type: "excludePublic", reason: "Commercial terms" });
  await carriedOut(desks, meetingId, board.chair, { type: "openItem", itemId: restrictedItem });
  await carriedOut(desks, meetingId, other, challenge(board, restrictedItem, 1, CANARY));
  await carriedOut(desks, meetingId, board.clerk, {
    type: "closeItem",
    itemId: restrictedItem,
    confirmed: [],
  });
  await carriedOut(desks, meetingId, board.clerk, { type: "closeMeeting" });
  await keepFacts(house.database.db, meetingId, await desks.at(meetingId).copy());
  return meetingId;
}

describe("what a person finds of their boards", () => {
  test("a draft is listed for chair and clerk alone, and to others on being published", async () => {
    const board = await storedBoard(house.database);
    const { meetingId } = await convened(house.sockets.desks, board);
    const found = async (personId: PersonId) => {
      const { coming, today } = await listFor(personId);
      return [...coming, ...today].map(({ id, items }) => [id, items]);
    };
    expect(await found(board.clerk)).toEqual([[meetingId, 2]]);
    expect(await found(board.chair)).toEqual([[meetingId, 2]]);
    expect(await found(board.observer)).toEqual([]);
    await carriedOut(house.sockets.desks, meetingId, board.clerk, { type: "publishAgenda" });
    expect(await found(board.observer)).toEqual([[meetingId, 2]]);
    expect(await found(board.stranger)).toEqual([]);
  });

  test("what is in session, with its item and the partner to join for", async () => {
    const board = await storedBoard(house.database);
    const { meetingId } = await inSession(house.sockets.desks, board);
    const [member = board.chair] = board.members;
    const { underWay } = await listFor(member);
    expect(underWay).toMatchObject([
      { id: meetingId, nth: 2, item: { title: "Open item" }, seats: { all: 2 } },
    ]);
    expect(underWay[0]?.seatOf).toBe(
      board.registers.partners.find(({ id }) => id === board.registers.seats[0]?.partnerId)?.name,
    );
    expect((await listFor(board.clerk)).underWay[0]?.seatOf).toBeNull();
  });

  test("what was held is counted, and what is open waits; a restricted entry only before who may read it", async () => {
    const board = await storedBoard(house.database);
    const meetingId = await held(board);
    const clerk = await listFor(board.clerk);
    expect(clerk.held?.meetings).toMatchObject([{ id: meetingId, counts: { challenges: { open: 2 } } }]);
    expect(new Set(clerk.waiting.map(({ restricted }) => restricted))).toEqual(new Set([false, true]));
    expect(clerk.years).toEqual([{ year: clerk.held?.year, held: 1 }]);

    expect(new Set(clerk.waiting.map(({ text }) => text))).toEqual(new Set([WORDS, CANARY]));

    const observer = await listFor(board.observer);
    expect(observer.held?.meetings).toMatchObject([{ id: meetingId, counts: { challenges: { open: 1 } } }]);
    expect(observer.waiting.map(({ restricted, text }) => ({ restricted, text }))).toEqual([
      { restricted: false, text: WORDS },
    ]);
    expect(JSON.stringify(observer)).not.toContain(CANARY);
  });

  test("nothing of an item is counted or told to whoever has an interest in it", async () => {
    const board = await storedBoard(house.database);
    const { desks } = house.sockets;
    const { meetingId, item } = await inSession(desks, board);
    const [member = board.chair, other = board.chair] = board.members;
    await carriedOut(desks, meetingId, other, challenge(board, item, 1, CANARY));
    await carriedOut(desks, meetingId, member, {
      type: "declareInterest",
      itemId: item,
      kind: "prejudicial",
      nature: "My firm is the tenant.",
    });
    await carriedOut(desks, meetingId, board.clerk, { type: "closeItem", itemId: item, confirmed: [] });
    await carriedOut(desks, meetingId, board.clerk, { type: "closeMeeting" });
    await keepFacts(house.database.db, meetingId, await desks.at(meetingId).copy());

    const [theirs, others] = await Promise.all([listFor(member), listFor(other)]);
    expect(others.waiting.map(({ text }) => text)).toEqual([CANARY]);
    expect(theirs.waiting).toEqual([]);
    expect(theirs.held?.meetings).toMatchObject([{ id: meetingId, counts: { challenges: { open: 0 } } }]);
    expect(JSON.stringify(theirs)).not.toContain(CANARY);
  });

  test("what waits is told in the words it has now, of as many meetings as the page waits for", async () => {
    const board = await storedBoard(house.database);
    const ids: MeetingId[] = [];
    for (let nth = 0; nth <= MEETINGS_READ; nth += 1) ids.push(await held(board));
    const found = (await listFor(board.observer)).waiting;
    expect(found.map(({ meetingId }) => meetingId)).toEqual(ids);
    expect(found.map(({ text }) => text)).toEqual([...ids.slice(1).map(() => WORDS), null]);

    const [entryId = newEntry()] = found.map(({ entry }) => entry);
    await carriedOut(house.sockets.desks, ids[0] ?? newMeeting(), board.clerk, {
      type: "amendChallenge",
      entryId,
      text: "And whose money?",
      target: "partnership",
      topic: "money",
      reason: "As said",
    });
    expect((await listFor(board.observer)).waiting[0]?.text).toBe("And whose money?");
  });

  test("before somebody who may not open the record the words stay shut, whatever the facts say", async () => {
    const board = await storedBoard(house.database);
    const meetingId = await held(board);
    const { waiting } = await listFor(board.clerk);
    for (const personId of [board.observer, board.stranger]) {
      const worded = await inTheirWords(house, await asking(house, personId), waiting);
      expect(
        worded.filter(({ text }) => text !== null).map(({ restricted }) => restricted),
        meetingId,
      ).toEqual(personId === board.observer ? [false] : []);
    }
  });

  test("of other boards there is a glimpse, and nothing that waits", async () => {
    const board = await storedBoard(house.database);
    await held(board);
    const { waiting, held: heldHere, others } = await listFor(board.stranger);
    expect([waiting, heldHere]).toEqual([[], null]);
    expect(others.find(({ boardId }) => boardId === board.boardId)).toMatchObject({
      next: null,
      minutes: [],
    });
  });
});
