import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { meetingById } from "#db/meetings.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { newMeeting } from "#tests/support/ids.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { conveneMeeting } from "./convene.ts";

let house: TestHouse;
let board: StoredBoard;
beforeAll(async () => {
  house = await openHouse(inject("databaseUrl"));
  board = await storedBoard(house.database);
});
afterAll(() => house.close());

const wished = (to: object = {}) => ({
  meetingId: newMeeting(),
  boardId: board.boardId,
  title: "Summer meeting",
  day: "2026-07-16",
  time: "13:30",
  lengthMinutes: 150,
  place: "Town Hall",
  ...to,
});

describe("making a meeting", () => {
  test("its clerk’s time is the clock’s in England, in summer and in winter", async () => {
    const clerk = await asking(house, board.clerk);
    const summer = wished();
    const winter = wished({ day: "2026-12-17" });
    expect(await conveneMeeting(house, clerk, summer)).toEqual({ ok: true, meetingId: summer.meetingId });
    expect(await conveneMeeting(house, clerk, winter)).toMatchObject({ ok: true });
    const at = async (id: typeof summer.meetingId) => (await meetingById(house.database.db, id))?.startsAt;
    expect(await at(summer.meetingId)).toBe(Date.UTC(2026, 6, 16, 12, 30));
    expect(await at(winter.meetingId)).toBe(Date.UTC(2026, 11, 17, 13, 30));
  });

  test("it begins as a draft held under the registers as they are", async () => {
    const asked = wished();
    await conveneMeeting(house, await asking(house, board.clerk), asked);
    const { meeting } = await house.sockets.desks.at(asked.meetingId).copy();
    expect(meeting).toMatchObject({ phase: "draft", place: "Town Hall", registers: board.registers });
    expect(await meetingById(house.database.db, asked.meetingId)).toMatchObject({
      place: "Town Hall",
      items: 0,
    });
  });

  test("the same form sent again makes no second one", async () => {
    const clerk = await asking(house, board.clerk);
    const asked = wished();
    await conveneMeeting(house, clerk, asked);
    expect(await conveneMeeting(house, clerk, asked)).toEqual({ ok: true, meetingId: asked.meetingId });
    expect((await meetingById(house.database.db, asked.meetingId))?.lastSeq).toBe(2);
  });

  test("an id that belongs to another board’s meeting says nothing of it", async () => {
    const other = await storedBoard(house.database);
    const taken = wished({ boardId: other.boardId });
    await conveneMeeting(house, await asking(house, other.clerk), taken);
    const answer = await conveneMeeting(house, await asking(house, board.clerk), {
      ...taken,
      boardId: board.boardId,
    });
    expect(answer).toEqual({ ok: false, problems: [{ field: null, code: "notFound" }] });
  });

  test("is for the board’s own clerk", async () => {
    const refused = async (personId: StoredBoard["clerk"]) => {
      const answer = await conveneMeeting(house, await asking(house, personId), wished());
      return answer.ok ? "made" : answer.problems[0]?.code;
    };
    expect(await refused(board.chair)).toBe("roleMayNot");
    expect(await refused(board.observer)).toBe("roleMayNot");
    expect(await refused(board.stranger)).toBe("notFound");
  });
});
