import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { auditOf } from "#db/audit.ts";
import { screenLinkOf } from "#db/screen-links.ts";
import type { MeetingId } from "#domain/ids.ts";
import { allowedScreen, hashOfToken } from "#server/auth/access.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { newMeeting } from "#tests/support/ids.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { AT, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, convened, inSession } from "#tests/support/stored-meeting.ts";
import { endScreen, listScreens, makeScreen, setScreenLevel } from "./screen-links.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse(await ownDatabase(inject("databaseUrl")));
});
afterAll(() => house.close());

const refused = (code: string) => ({ ok: false, problems: [{ field: null, code }] });
const HOUR = 3_600_000;

async function evening() {
  const board = await storedBoard(house.database);
  const { meetingId } = await inSession(house.sockets.desks, board);
  return { board, meetingId, clerk: await asking(house, board.clerk) };
}

async function made(meetingId: MeetingId, by: Awaited<ReturnType<typeof asking>>) {
  const answer = await makeScreen(house, by, { meetingId, level: "next" });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer;
}

const opens = (meetingId: MeetingId, token: string, now = house.clock.now()) =>
  allowedScreen(house.database.db, { meetingId, token }, now);

describe("a link", () => {
  test("opens the screen of its own meeting, and only its hash is kept; who made it is in the audit trail", async () => {
    const { board, meetingId, clerk } = await evening();
    const { token, screen } = await made(meetingId, clerk);

    expect(await opens(meetingId, token)).toMatchObject({ id: screen.id, meetingId, level: "next" });
    expect(await opens(newMeeting(), token)).toBeNull();
    expect(await opens(meetingId, `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`)).toBeNull();
    expect(await screenLinkOf(house.database.db, token, house.clock.now())).toBeUndefined();
    expect(await screenLinkOf(house.database.db, hashOfToken(token), house.clock.now())).toBeDefined();
    const [row] = await auditOf(house.database.db, { about: meetingId, most: 1 });
    expect(row).toMatchObject({ by: board.clerk, what: "screenLinkMade", detail: { screenId: screen.id } });
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test("lasts for twelve hours after the meeting was to end, or after it was made if that is later", async () => {
    const { meetingId, clerk } = await evening();
    const { token, screen } = await made(meetingId, clerk);
    expect(screen.expiresAt).toBe(Math.max(screen.madeAt, AT + 2 * HOUR) + 12 * HOUR);
    expect(await opens(meetingId, token, screen.expiresAt - 1)).not.toBeNull();
    expect(await opens(meetingId, token, screen.expiresAt)).toBeNull();
  });

  test("is listed, set to another level and switched off for good, each in the audit trail", async () => {
    const { meetingId, clerk } = await evening();
    const { token, screen } = await made(meetingId, clerk);
    const { token: other } = await made(meetingId, clerk);
    const one = { meetingId, screenId: screen.id };

    expect(await setScreenLevel(house, clerk, { ...one, level: "queue" })).toEqual({ ok: true });
    expect(await listScreens(house, clerk, { meetingId })).toMatchObject({
      ok: true,
      screens: [{ level: "next" }, { id: screen.id, level: "queue", madeBy: "Clerk", showing: 0 }],
    });
    expect(await endScreen(house, clerk, one)).toEqual({ ok: true });
    expect(await opens(meetingId, token)).toBeNull();
    expect(await opens(meetingId, other)).not.toBeNull();
    expect(await endScreen(house, clerk, one)).toEqual(refused("notFound"));
    expect(await setScreenLevel(house, clerk, { ...one, level: "nobody" })).toEqual(refused("notFound"));
    const whats = (await auditOf(house.database.db, { about: meetingId, most: 9 })).map(({ what }) => what);
    expect(whats).toEqual(["screenLinkRevoked", "screenLevelSet", "screenLinkMade", "screenLinkMade"]);
  });
});

describe("who may", () => {
  test("the clerk and the chair may; a member and an observer may not, and to others there is no meeting", async () => {
    const { board, meetingId, clerk } = await evening();
    const { screen } = await made(meetingId, clerk);
    const asked = { meetingId, level: "queue" } as const;
    const [member = board.chair] = board.members;
    const answers = async (person: typeof member) => {
      const asker = await asking(house, person);
      return Promise.all([
        makeScreen(house, asker, asked),
        listScreens(house, asker, { meetingId }),
        setScreenLevel(house, asker, { ...asked, screenId: screen.id }),
        endScreen(house, asker, { meetingId, screenId: screen.id }),
      ]);
    };
    for (const person of [member, board.observer])
      expect(new Set((await answers(person)).map((answer) => JSON.stringify(answer)))).toEqual(
        new Set([JSON.stringify(refused("roleMayNot"))]),
      );
    for (const answer of await answers(board.stranger)) expect(answer).toEqual(refused("notFound"));
    expect(await makeScreen(house, await asking(house, board.chair), asked)).toMatchObject({ ok: true });
  });

  test("a screen of one meeting is not ended or set by way of another", async () => {
    const [mine, theirs] = [await evening(), await evening()];
    const { screen, token } = await made(theirs.meetingId, theirs.clerk);
    const across = { meetingId: mine.meetingId, screenId: screen.id };
    expect(await endScreen(house, mine.clerk, across)).toEqual(refused("notFound"));
    expect(await setScreenLevel(house, mine.clerk, { ...across, level: "queue" })).toEqual(
      refused("notFound"),
    );
    expect(await opens(theirs.meetingId, token)).toMatchObject({ level: "next" });
  });

  test("neither a draft nor a meeting that is over gets another, and none gets more than twelve", async () => {
    const board = await storedBoard(house.database);
    const clerk = await asking(house, board.clerk);
    const draft = await convened(house.sockets.desks, board);
    expect(await makeScreen(house, clerk, { meetingId: draft.meetingId, level: "next" })).toEqual(
      refused("screensNotNow"),
    );
    const { meetingId, item } = await inSession(house.sockets.desks, board);
    for (let count = 0; count < 12; count += 1) await made(meetingId, clerk);
    expect(await makeScreen(house, clerk, { meetingId, level: "next" })).toEqual(refused("tooManyScreens"));
    await carriedOut(house.sockets.desks, meetingId, board.chair, {
      type: "closeItem",
      itemId: item,
      confirmed: [],
    });
    await carriedOut(house.sockets.desks, meetingId, board.chair, { type: "closeMeeting" });
    expect(await makeScreen(house, clerk, { meetingId, level: "next" })).toEqual(refused("screensNotNow"));
  });
});
