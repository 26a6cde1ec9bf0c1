// What whoever has an interest in an item gets of it from a live server, and what others get of them.
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import type { MeetingId, PersonId } from "#domain/ids.ts";
import { PROTOCOL_VERSION, type Presence } from "#domain/wire.ts";
import { type Client, type LiveServer, startLive } from "#tests/support/live-server.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, challenge, inSession } from "#tests/support/stored-meeting.ts";

const WORDS = "the plover at Northgate";

let live: LiveServer;
let board: StoredBoard;
let ana: PersonId;
let ben: PersonId;

beforeAll(async () => {
  live = await startLive(inject("databaseUrl"));
  board = await storedBoard(live.database);
  const [first, second] = board.members;
  if (!first || !second) throw new Error("no members");
  ana = first;
  ben = second;
});
afterAll(() => live.close());

async function joined(person: PersonId, meetingId: MeetingId) {
  const client = await live.connect(person);
  const frames: string[] = [];
  let here: Presence = [];
  client.onAny((...frame) => frames.push(JSON.stringify(frame)));
  client.on("meeting:presence", (told) => void (here = told.here));
  const page = await join(client, meetingId);
  return {
    client,
    frames,
    page,
    typing: (of: PersonId) => here.find(({ person: who }) => who === of)?.typing,
  };
}

const join = (client: Client, meetingId: MeetingId) =>
  client.timeout(10_000).emitWithAck("meeting:join", { meetingId, afterSeq: 0, protocol: PROTOCOL_VERSION });
const declaration = (itemId: Awaited<ReturnType<typeof inSession>>["item"]) =>
  ({ type: "declareInterest", itemId, kind: "prejudicial", nature: "My firm is the tenant." }) as const;

test("on every device of theirs the copy is to be read anew, and nothing of the item comes after", async () => {
  const { meetingId, item } = await inSession(live.desks, board);
  await carriedOut(live.desks, meetingId, ana, challenge(board, item, 0, WORDS));
  const [one, other, anas] = [
    await joined(ben, meetingId),
    await joined(ben, meetingId),
    await joined(ana, meetingId),
  ];
  expect(JSON.stringify(one.page)).toContain(WORDS);
  for (const { frames } of [one, other, anas]) frames.length = 0;

  await carriedOut(live.desks, meetingId, ben, declaration(item));
  await carriedOut(live.desks, meetingId, ana, challenge(board, item, 0, WORDS));

  await vi.waitFor(() => expect(anas.frames.join()).toContain(WORDS));
  for (const { frames, client } of [one, other]) {
    await vi.waitFor(() => expect(frames.join()).toContain("meeting:rejoin"));
    expect(frames.join() + JSON.stringify(await join(client, meetingId))).not.toContain(WORDS);
  }
  expect(anas.frames.join()).not.toContain("meeting:rejoin");
  expect(anas.frames.join()).toContain("My firm is the tenant.");
});

test("who writes on the item is not told to them, nor that they write", async () => {
  const { meetingId, item } = await inSession(live.desks, board);
  const [anas, bens] = [await joined(ana, meetingId), await joined(ben, meetingId)];
  anas.client.emit("meeting:typing", { meetingId, itemId: item });
  await vi.waitFor(() => expect(bens.typing(ana)).toBe(item));

  await carriedOut(live.desks, meetingId, ben, declaration(item));
  await join(bens.client, meetingId);
  bens.client.emit("meeting:typing", { meetingId, itemId: item });
  anas.client.emit("meeting:typing", { meetingId, itemId: null });
  anas.client.emit("meeting:typing", { meetingId, itemId: item });
  await vi.waitFor(() => {
    expect(anas.typing(ana)).toBe(item);
    expect(bens.typing(ana)).toBeNull();
  });
  expect(anas.typing(ben)).toBeNull();
});

test("while the public is excluded nobody of the public is told who writes, on an open item either", async () => {
  const { meetingId, item } = await inSession(live.desks, board);
  const [anas, bens] = [await joined(ana, meetingId), await joined(ben, meetingId)];
  const observers = await joined(board.observer, meetingId);
  anas.client.emit("meeting:typing", { meetingId, itemId: item });
  await vi.waitFor(() => expect(observers.typing(ana)).toBe(item));

  await carriedOut(live.desks, meetingId, board.chair, { type: "excludePublic", reason: "Paragraph 3" });
  anas.client.emit("meeting:typing", { meetingId, itemId: null });
  anas.client.emit("meeting:typing", { meetingId, itemId: item });
  await vi.waitFor(() => expect(observers.typing(ana)).toBeNull());
  expect(bens.typing(ana)).toBe(item);
});

test("a private note goes to chair and clerk, and changes hands with the chair", async () => {
  const { meetingId, item } = await inSession(live.desks, board);
  const [anas, chairs] = [await joined(ana, meetingId), await joined(board.chair, meetingId)];
  await carriedOut(live.desks, meetingId, board.clerk, {
    type: "writePrivateNote",
    itemId: item,
    text: WORDS,
  });
  await vi.waitFor(() => expect(chairs.frames.join()).toContain(WORDS));

  await carriedOut(live.desks, meetingId, board.chair, { type: "takeChair", presiding: ana });
  await vi.waitFor(() => expect(anas.frames.join()).toContain("meeting:rejoin"));
  expect(anas.frames.join()).not.toContain(WORDS);
  await vi.waitFor(() => expect(chairs.frames.join()).toContain("meeting:rejoin"));
  expect(JSON.stringify(await join(anas.client, meetingId))).toContain(WORDS);
  expect(JSON.stringify(await join(chairs.client, meetingId))).not.toContain(WORDS);
});
