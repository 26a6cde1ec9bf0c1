import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { dayOf } from "#domain/calendar.ts";
import type { EntryId, ItemId, MeetingId, PersonId } from "#domain/ids.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { newEntry } from "#tests/support/ids.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, inSession } from "#tests/support/stored-meeting.ts";
import { allowedBoard } from "../auth/access.ts";
import { dueView } from "../registers/due-view.ts";
import { findMatters, type MattersAsked } from "./find-matters.ts";

const DAY = 86_400_000;

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse(await ownDatabase(inject("databaseUrl")));
});
afterAll(() => house.close());

const everything: MattersAsked = {
  kind: "action",
  board: null,
  owner: null,
  standing: null,
  words: "",
  year: null,
};

async function found(person: PersonId, asked: Partial<MattersAsked> = {}) {
  const { found: list } = await findMatters(house, await asking(house, person), { ...everything, ...asked });
  return list.map(({ matter }) => matter.text);
}

const dayIn = (days: number) => dayOf(house.clock.now() + days * DAY);

type Acting = {
  readonly meetingId: MeetingId;
  readonly itemId: ItemId;
  readonly text: string;
  readonly due?: string | null;
  readonly owner?: StoredBoard["seats"][number] | null;
};

async function action(board: StoredBoard, { meetingId, itemId, text, due = null, owner = null }: Acting) {
  const entryId: EntryId = newEntry();
  await carriedOut(house.sockets.desks, meetingId, board.clerk, {
    type: "recordAction",
    entryId,
    itemId,
    speaker: { as: "officer" },
    text,
    owner,
    due,
    size: "small",
    decision: null,
  });
  return entryId;
}

async function held(board: StoredBoard) {
  const { desks } = house.sockets;
  const { meetingId, item, restrictedItem } = await inSession(desks, board);
  return { meetingId, item, restrictedItem };
}

describe("the register of actions and decisions", () => {
  test("finds by words, owner and how it stands on the day", async () => {
    const board = await storedBoard(house.database);
    const { meetingId, item: itemId } = await held(board);
    const [seat] = board.seats;
    const of = { meetingId, itemId };
    await action(board, { ...of, text: "Late café list", due: dayIn(-3), owner: seat ?? null });
    await action(board, { ...of, text: "Soon", due: dayIn(9) });
    await action(board, { ...of, text: "Later", due: dayIn(40) });
    const ended = await action(board, { ...of, text: "Done", due: dayIn(-30) });
    await carriedOut(house.sockets.desks, meetingId, board.clerk, {
      type: "progressAction",
      entryId: ended,
      status: "done",
      result: "Sent to all partners",
      due: null,
      heardAt: null,
    });

    const { observer } = board;
    expect(await found(observer)).toEqual(["Late café list", "Soon", "Later", "Done"]);
    expect(await found(observer, { standing: "open" })).toEqual(["Late café list", "Soon", "Later"]);
    expect(await found(observer, { standing: "overdue" })).toEqual(["Late café list"]);
    expect(await found(observer, { standing: "soon" })).toEqual(["Soon"]);
    expect(await found(observer, { standing: "settled" })).toEqual(["Done"]);
    expect(await found(observer, { owner: "officers" })).toEqual(["Soon", "Later", "Done"]);
    expect(await found(observer, { words: "cafe LIST" })).toEqual(["Late café list"]);
    // by what came of it, too
    expect(await found(observer, { words: "all partners" })).toEqual(["Done"]);
    expect(await found(observer, { year: 1999 })).toEqual([]);
    expect(await found(observer, { kind: "decision" })).toEqual([]);
  });

  test("shows nobody what the record withholds from them: not as a line, not in a count, not by a word", async () => {
    const board = await storedBoard(house.database);
    const { meetingId, item, restrictedItem } = await held(board);
    const { desks } = house.sockets;
    await action(board, { meetingId, itemId: item, text: "Open", due: dayIn(-1) });
    await carriedOut(desks, meetingId, board.chair, { type: "closeItem", itemId: item, confirmed: [] });
    await carriedOut(desks, meetingId, board.chair, { type: "excludePublic", reason: "Commercial terms" });
    await carriedOut(desks, meetingId, board.chair, { type: "openItem", itemId: restrictedItem });
    await action(board, {
      meetingId,
      itemId: restrictedItem,
      text: "Sell Northgate for £3m",
      due: dayIn(-1),
      owner: board.seats[0] ?? null,
    });

    expect(await found(board.clerk)).toHaveLength(2);
    expect(await found(board.clerk, { words: "northgate" })).toHaveLength(1);
    for (const person of [board.observer, board.stranger]) {
      const asker = await asking(house, person);
      const all = await findMatters(house, asker, everything);
      expect(JSON.stringify(all)).not.toMatch(/Northgate/);
      expect(all.owners).toEqual([]);
      expect(all.counts.overdue).toBe(person === board.observer ? 1 : 0);
      expect(await found(person, { words: "northgate" })).toEqual([]);
    }
  });

  test("is of one's own boards alone, whatever the address asks for", async () => {
    const board = await storedBoard(house.database);
    const other = await storedBoard(house.database);
    const { meetingId, item: itemId } = await held(other);
    await action(other, { meetingId, itemId, text: "Theirs" });
    expect(await found(board.clerk, { board: other.boardId })).toEqual([]);
    expect(await found(other.clerk, { board: other.boardId })).toEqual(["Theirs"]);
  });
});

test("what is due is told to those who run the board, and to nobody else", async () => {
  const board = await storedBoard(house.database);
  const { meetingId, item: itemId } = await held(board);
  await action(board, { meetingId, itemId, text: "Late", due: dayIn(-3) });
  await action(board, { meetingId, itemId, text: "Far off", due: dayIn(60) });
  const as = async (personId: PersonId) => {
    const allowed = await allowedBoard(house.database.db, { personId }, board.boardId);
    return allowed && dueView(house, await asking(house, personId), allowed);
  };
  for (const person of [board.clerk, board.chair]) {
    const view = await as(person);
    expect(view?.actions.map(({ matter }) => matter.text)).toEqual(["Late"]);
    expect(view?.later).toBe(1);
  }
  for (const person of [board.observer, ...board.members]) expect(await as(person)).toBeNull();
});
