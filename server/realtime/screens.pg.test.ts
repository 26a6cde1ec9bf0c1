import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { insertScreenLink, revokeScreenLink } from "#db/screen-links.ts";
import type { ItemId, MeetingId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { ScreenLevel, ScreenView } from "#domain/meeting/screen.ts";
import { type ClientMessages, PROTOCOL_VERSION, type ServerMessages } from "#domain/wire.ts";
import { hashOfToken } from "#server/auth/access.ts";
import { endScreen, makeScreen, setScreenLevel } from "#server/screens/screen-links.ts";
import { asking } from "#tests/support/house.ts";
import { newCommand, newEntry } from "#tests/support/ids.ts";
import { asBrowser, connected, type LiveServer, startLive } from "#tests/support/live-server.ts";
import { nothingTold } from "#tests/support/nothing-told.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { CANARY, carriedOut, inSession } from "#tests/support/stored-meeting.ts";

let live: LiveServer;
let board: StoredBoard;

beforeAll(async () => {
  live = await startLive(inject("databaseUrl"), { socketsPerPerson: 100, connectionsPerTenSeconds: 1000 });
  board = await storedBoard(live.database);
});
afterAll(() => live.close());

const house = () => ({ database: live.database, clock: live.clock, sockets: live });
const chairDoes = (meetingId: MeetingId, command: SentCommand) =>
  carriedOut(live.desks, meetingId, board.chair, command);
const clerkDoes = (meetingId: MeetingId, command: SentCommand) =>
  carriedOut(live.desks, meetingId, board.clerk, command);
const logEnd = async (meetingId: MeetingId) => (await live.desks.at(meetingId).catchUp()).seq;

async function linked(meetingId: MeetingId, level: ScreenLevel = "queue") {
  const made = await makeScreen(house(), await asking(house(), board.clerk), { meetingId, level });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return { token: made.token, screenId: made.screen.id };
}

type Socketed = Socket<ServerMessages, ClientMessages>;

/** A wall, whatever becomes of it. */
function knock(
  auth: object,
  headers: Readonly<Record<string, string>> = asBrowser(""),
  path = "/screen",
): Socketed {
  const wall: Socketed = io(live.url + path, {
    auth,
    extraHeaders: { ...headers },
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
  });
  onTestFinished(() => void wall.disconnect());
  return wall;
}

/** A wall that is let in: what it shows, everything it was ever sent, and whether it was ended. */
async function wallOf(meetingId: MeetingId, token: string) {
  const socket = knock({ meetingId, token, protocol: PROTOCOL_VERSION });
  const frames: string[] = [];
  const views: ScreenView[] = [];
  let isEnded = false;
  socket.onAny((...message: unknown[]) => void frames.push(JSON.stringify(message)));
  socket.on("screen:view", ({ view }) => void views.push(view));
  socket.on("screen:ended", () => void (isEnded = true));
  await connected(socket);
  await vi.waitFor(() => expect(views.length).toBeGreaterThan(0));
  return {
    socket,
    frames: () => frames.join("\n"),
    view: () => views.at(-1),
    isEnded: () => isEnded && !socket.connected,
  };
}

const note = (itemId: ItemId, text: string): SentCommand => ({
  type: "recordNote",
  entryId: newEntry(),
  itemId,
  speaker: { as: "chair" },
  text,
});

function decision(itemId: ItemId, text: string) {
  const entryId = newEntry();
  const propose: SentCommand = {
    type: "proposeDecision",
    entryId,
    itemId,
    speaker: { as: "chair" },
    text,
    ...nothingTold,
  };
  return { propose, readBack: { type: "readBackDecision", entryId } as const };
}

describe("a wall", () => {
  test("shows the item, who speaks and the wording that is read back, as they change", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const wall = await wallOf(meetingId, (await linked(meetingId)).token);
    expect(wall.view()).toMatchObject({
      shows: "item",
      item: { number: "2", title: "Open item" },
      wording: null,
    });

    await chairDoes(meetingId, {
      type: "giveFloor",
      speaker: { as: "officer" },
      kind: "discussion",
      invited: false,
    });
    await vi.waitFor(() => expect(wall.view()).toMatchObject({ floor: { speaking: { as: "officer" } } }));
    const { propose, readBack } = decision(item, "Agree the budget");
    await chairDoes(meetingId, propose);
    await chairDoes(meetingId, readBack);
    await vi.waitFor(() => expect(wall.view()).toMatchObject({ wording: { text: "Agree the budget" } }));
    await chairDoes(meetingId, { type: "closeItem", itemId: item, confirmed: [] });
    await vi.waitFor(() => expect(wall.view()).toMatchObject({ shows: "between", next: { number: "1" } }));
    await chairDoes(meetingId, { type: "closeMeeting" });
    await vi.waitFor(() => expect(wall.view()).toMatchObject({ shows: "after" }));
  });

  test("is sent nothing when nothing that it shows is another", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const wall = await wallOf(meetingId, (await linked(meetingId)).token);
    await chairDoes(meetingId, note(item, "What was said"));
    await chairDoes(meetingId, { type: "closeItem", itemId: item, confirmed: [] });
    await vi.waitFor(() => expect(wall.view()).toMatchObject({ shows: "between" }));
    expect(wall.frames().split("\n")).toHaveLength(2);
  });

  test("is turned up and down, live, without being opened again", async () => {
    const { meetingId } = await inSession(live.desks, board);
    const { token, screenId } = await linked(meetingId, "nobody");
    const wall = await wallOf(meetingId, token);
    expect(wall.view()).toMatchObject({ floor: null });
    const clerk = await asking(house(), board.clerk);
    await setScreenLevel(house(), clerk, { meetingId, screenId, level: "queue" });
    await vi.waitFor(() => expect(wall.view()).toMatchObject({ floor: { speaking: null } }));
  });

  test("is nobody in the room: no one is told that it is there", async () => {
    const { meetingId } = await inSession(live.desks, board);
    const member = await live.connect(board.chair);
    let here: readonly unknown[] = [];
    member.on("meeting:presence", (message) => void (here = message.here));
    await member
      .timeout(5000)
      .emitWithAck("meeting:join", { meetingId, afterSeq: 0, protocol: PROTOCOL_VERSION });
    await wallOf(meetingId, (await linked(meetingId)).token);
    const other = await live.connect(board.observer);
    await other
      .timeout(5000)
      .emitWithAck("meeting:join", { meetingId, afterSeq: 0, protocol: PROTOCOL_VERSION });
    await vi.waitFor(() => expect(here).toHaveLength(2));
  });
});

describe("what no wall is ever sent", () => {
  test("a word of a restricted item, before, during or after it, or of what is said without the public", async () => {
    const { meetingId, item, restrictedItem } = await inSession(live.desks, board);
    const wall = await wallOf(meetingId, (await linked(meetingId)).token);
    const { propose, readBack } = decision(item, `Buy ${CANARY}`);

    await chairDoes(meetingId, { type: "excludePublic", reason: `Terms for ${CANARY}` });
    await chairDoes(meetingId, propose);
    await chairDoes(meetingId, readBack);
    await vi.waitFor(() =>
      expect(wall.view()).toMatchObject({ shows: "closed", item: { title: "Open item" } }),
    );
    await chairDoes(meetingId, { type: "closeItem", itemId: item, confirmed: [] });
    await chairDoes(meetingId, { type: "openItem", itemId: restrictedItem });
    const closed = decision(restrictedItem, `Sell ${CANARY}`);
    await chairDoes(meetingId, closed.propose);
    await chairDoes(meetingId, closed.readBack);
    await chairDoes(meetingId, note(restrictedItem, CANARY));
    await vi.waitFor(() =>
      expect(wall.view()).toMatchObject({ shows: "closed", item: { title: "Restricted item" } }),
    );
    await chairDoes(meetingId, { type: "closeItem", itemId: restrictedItem, confirmed: [] });
    await chairDoes(meetingId, { type: "readmitPublic" });
    await vi.waitFor(() => expect(wall.view()).toMatchObject({ shows: "between" }));
    const late = await wallOf(meetingId, (await linked(meetingId)).token);
    expect(late.view()).toEqual(wall.view());
    for (const { frames } of [wall, late]) expect(frames()).not.toContain(CANARY);
  });

  test("an item that is restricted while it is on the wall leaves it, wording and all", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const wall = await wallOf(meetingId, (await linked(meetingId)).token);
    const { propose, readBack } = decision(item, "Agree the terms");
    await chairDoes(meetingId, propose);
    await chairDoes(meetingId, readBack);
    await vi.waitFor(() => expect(wall.view()).toMatchObject({ wording: { text: "Agree the terms" } }));
    await chairDoes(meetingId, { type: "excludePublic", reason: "Terms" });
    const { items } = (await live.desks.at(meetingId).copy()).meeting;
    const open = items.find(({ id }) => id === item);
    if (!open) throw new Error("no item");
    await clerkDoes(meetingId, {
      type: "amendItem",
      itemId: item,
      heading: {
        title: open.title,
        kind: open.kind,
        plannedFocus: null,
        plannedMinutes: 20,
        startsAt: null,
        lead: null,
        objectives: [],
        openness: { kind: "restricted", ground: "Commercial terms", reviewOn: null },
        routineMoney: false,
        numbered: true,
      },
      description: "",
      papers: [],
      reason: "The terms came up",
    });
    await vi.waitFor(() => expect(wall.view()).toMatchObject({ shows: "closed" }), { timeout: 1000 });
    await chairDoes(meetingId, { type: "closeItem", itemId: item, confirmed: [] });
    await chairDoes(meetingId, { type: "readmitPublic" });
    const late = await wallOf(meetingId, (await linked(meetingId)).token);
    for (const view of [wall.view(), late.view()])
      expect(JSON.stringify(view)).not.toMatch(/Agree|Commercial/);
    expect(late.frames()).not.toMatch(/Agree|Commercial/);
  });
});

describe("a link that opens nothing", () => {
  const reasonFor = async (socket: Socketed) =>
    connected(socket).then(
      () => "let in",
      (error: Error) => error.message,
    );

  test("is refused in one way whatever is wrong with it, and a person's sign-in is no link", async () => {
    const [mine, other] = [await inSession(live.desks, board), await inSession(live.desks, board)];
    const { token } = await linked(other.meetingId);
    const { token: ended, screenId } = await linked(mine.meetingId);
    const clerk = await asking(house(), board.clerk);
    await endScreen(house(), clerk, { meetingId: mine.meetingId, screenId });
    const past = "p".repeat(43);
    const now = live.clock.now();
    await insertScreenLink(
      live.database.db,
      {
        id: randomUUID(),
        tokenHash: hashOfToken(past),
        meetingId: mine.meetingId,
        level: "queue",
        expiresAt: now,
      },
      { by: board.clerk, at: now - 1000, what: "screenLinkMade" },
    );
    const { cookie } = await live.signIn(board.chair);
    const key = { meetingId: mine.meetingId, protocol: PROTOCOL_VERSION };
    const tries: readonly object[] = [
      {},
      key,
      { ...key, token },
      { ...key, token: ended },
      { ...key, token: past },
      { ...key, token: "x".repeat(43) },
      { ...key, token: hashOfToken(token) },
      { ...key, token: [token] },
      { ...key, token, personId: board.chair },
      { meetingId: other.meetingId, token, protocol: String(PROTOCOL_VERSION) },
    ];
    for (const auth of tries) {
      expect(await reasonFor(knock(auth)), JSON.stringify(auth)).toBe("notFound");
      expect(await reasonFor(knock(auth, asBrowser(cookie))), JSON.stringify(auth)).toBe("notFound");
    }
    const good = { meetingId: other.meetingId, token };
    expect(await reasonFor(knock({ ...good, protocol: PROTOCOL_VERSION - 1 }))).toBe("reloadNeeded");
    expect(
      await reasonFor(
        knock({ ...good, protocol: PROTOCOL_VERSION }, { origin: "https://elsewhere.example" }),
      ),
    ).not.toBe("let in");
    expect(await reasonFor(knock({ ...good, protocol: PROTOCOL_VERSION }))).toBe("let in");
  });

  test("switched off, whatever shows by it is cut at once; and by another process within two seconds", async () => {
    const { meetingId } = await inSession(live.desks, board);
    const [here, elsewhere, stays] = [
      await linked(meetingId),
      await linked(meetingId),
      await linked(meetingId),
    ];
    const walls = {
      here: await wallOf(meetingId, here.token),
      elsewhere: await wallOf(meetingId, elsewhere.token),
      stays: await wallOf(meetingId, stays.token),
    };
    await endScreen(house(), await asking(house(), board.clerk), { meetingId, screenId: here.screenId });
    await vi.waitFor(() => expect(walls.here.isEnded()).toBe(true), { timeout: 500 });
    expect(walls.elsewhere.isEnded()).toBe(false);
    await revokeScreenLink(
      live.database.db,
      { id: elsewhere.screenId, meetingId },
      { by: board.clerk, at: live.clock.now(), what: "screenLinkRevoked" },
    );
    await vi.waitFor(() => expect(walls.elsewhere.isEnded()).toBe(true), { timeout: 2000 });
    expect(walls.stays.isEnded()).toBe(false);
  });
});

describe("the key of a wall", () => {
  test("opens neither the room nor the log: by the people's door it is nobody's", async () => {
    const { meetingId } = await inSession(live.desks, board);
    const { token } = await linked(meetingId);
    const auth = { meetingId, token, protocol: PROTOCOL_VERSION };
    await expect(connected(knock(auth, asBrowser(""), "/"))).rejects.toThrow("notSignedIn");
    await expect(connected(knock(auth, asBrowser(`candour.session=${token}`), "/"))).rejects.toThrow(
      "notSignedIn",
    );
  });

  test("lets nothing be said: whoever tries is cut, and nothing is recorded", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const { token } = await linked(meetingId);
    const before = await logEnd(meetingId);
    const join = { meetingId, afterSeq: 0, protocol: PROTOCOL_VERSION };
    const command = { meetingId, commandId: newCommand(), command: note(item, "From the wall") };
    for (const say of [
      (wall: Socketed) => wall.emit("meeting:join", join, () => undefined),
      (wall: Socketed) => wall.emit("meeting:since", { meetingId, afterSeq: 0 }, () => undefined),
      (wall: Socketed) => wall.emit("meeting:command", command, () => undefined),
    ]) {
      const { socket, frames } = await wallOf(meetingId, token);
      say(socket);
      await vi.waitFor(() => expect(socket.connected).toBe(false));
      expect(frames()).not.toMatch(/joined|events|recorded/);
    }
    expect(await logEnd(meetingId)).toBe(before);
  });
});
