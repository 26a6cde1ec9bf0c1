// The pulse over real sockets: through the same gate as commands, and with nothing told to anybody before the close.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { BoxId, type PersonId } from "#domain/ids.ts";
import type { SentEvent } from "#domain/meeting/events.ts";
import type { PulseSlip } from "#domain/meeting/pulse.ts";
import { type Answer, PROTOCOL_VERSION } from "#domain/wire.ts";
import { type Client, type LiveServer, startLive } from "#tests/support/live-server.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, inSession } from "#tests/support/stored-meeting.ts";

let live: LiveServer;
let board: StoredBoard;
beforeAll(async () => {
  live = await startLive(inject("databaseUrl"), { commandsAtOnce: 12 });
  board = await storedBoard(live.database, { memberCount: 6 });
});
afterAll(() => live.close());

const CANARY = "a canary in the line";
const taps: PulseSlip["taps"] = [5, 4, 3, null, 4, 3];

async function withPulse() {
  const { desks } = live;
  const { meetingId } = await inSession(desks, board);
  for (const seat of board.seats) {
    const mark = {
      type: "markAttendance",
      seat,
      outcome: "principal",
      mode: "inPerson",
      from: null,
    } as const;
    await carriedOut(desks, meetingId, board.clerk, mark);
  }
  const box = BoxId.parse(randomUUID());
  await carriedOut(desks, meetingId, board.clerk, { type: "openPulse", box });
  return { meetingId, box };
}
type Open = Awaited<ReturnType<typeof withPulse>>;

const slip = (line = ""): Answer["slip"] => ({ kind: "pulse", taps, line });
const answer = (client: Client, open: Open, line?: string) =>
  client.emitWithAck("meeting:answer", { ...open, slip: slip(line) });

/** A browser in the room, with all that comes to it by itself. */
async function inRoom(person: PersonId, { meetingId }: Open) {
  const client = await live.connect(person);
  const told: unknown[] = [];
  client.onAny((...message) => told.push(message));
  await client.emitWithAck("meeting:join", { meetingId, afterSeq: 0, protocol: PROTOCOL_VERSION });
  return { client, told };
}

describe("answers to the pulse", () => {
  test("tell nobody anything until it closes, and then everybody the counts and nobody the words", async () => {
    const open = await withPulse();
    const [first = board.chair, ...others] = board.members;
    const watching = await inRoom(first, open);
    const chair = await inRoom(board.chair, open);
    await vi.waitFor(() => expect(JSON.stringify(watching.told)).toContain("meeting:presence"));
    const answering = await Promise.all(others.map((person) => inRoom(person, open)));
    // that they have come is told; from here on there is nothing to tell
    await vi.waitFor(() => expect(JSON.stringify(watching.told.at(-1))).toContain(others.at(-1)));
    const before = watching.told.length;
    for (const { client } of answering)
      expect(await answer(client, open, CANARY)).toEqual({ status: "answered", before: false });
    expect(watching.told.slice(before)).toEqual([]);
    expect(await watching.client.emitWithAck("meeting:answered", open)).toEqual({
      status: "receipt",
      answered: false,
    });
    expect(await chair.client.emitWithAck("meeting:lines", open)).toEqual({
      status: "failed",
      reason: "notFound",
    });

    await carriedOut(live.desks, open.meetingId, board.chair, { type: "closePulse" });
    await vi.waitFor(() => expect(JSON.stringify(watching.told)).toContain("pulseCounted"));
    const events = watching.told.flatMap(
      (message) => (message as [string, { events?: SentEvent[] }])[1].events ?? [],
    );
    expect(events.at(-1)?.event).toMatchObject({ type: "pulseCounted", answered: 5, officers: null });
    expect(await chair.client.emitWithAck("meeting:lines", open)).toEqual({
      status: "lines",
      lines: Array.from({ length: 5 }, () => CANARY),
    });
    for (const { client, told } of [watching, ...answering]) {
      expect(await client.emitWithAck("meeting:lines", open)).toEqual({
        status: "failed",
        reason: "notFound",
      });
      expect(JSON.stringify(told)).not.toContain("canary");
    }
  });

  test("pass the gate that commands pass: shape, session, rate, and whose meeting it is", async () => {
    const open = await withPulse();
    const client = await live.connect(board.members[0] ?? board.chair);
    const malformed = { status: "failed", reason: "malformed" };
    for (const bad of [
      { ...open, slip: { ...slip(), taps: [1, 2] } },
      { ...open, slip: { ...slip(), who: "me" } },
      { ...open, slip: { ...slip(), line: "x".repeat(201) } },
      { ...open, slip: { ...slip(), kind: "ballot" } },
      { ...open, box: "1", slip: slip() },
    ])
      expect(await client.emitWithAck("meeting:answer", bad as never)).toEqual(malformed);

    const stranger = await live.connect(board.stranger);
    expect(await answer(stranger, open)).toEqual({ status: "failed", reason: "notFound" });
    expect(await stranger.emitWithAck("meeting:answered", open)).toEqual({
      status: "failed",
      reason: "notFound",
    });
    const observer = await live.connect(board.observer);
    expect(await answer(observer, open)).toEqual({ status: "notAsked" });

    const eager = await live.connect(board.members[1] ?? board.chair);
    const replies = await Promise.all(Array.from({ length: 40 }, () => answer(eager, open)));
    expect(
      replies.filter(({ status }) => status === "failed").map((reply) => "reason" in reply && reply.reason),
    ).toContain("tooFast");
    expect(replies.filter((reply) => reply.status === "answered" && !reply.before)).toHaveLength(1);

    const { sid, cookie } = await live.signIn(board.members[2] ?? board.chair);
    const leaving = live.knock({ cookie, origin: "http://localhost:3000" });
    await vi.waitFor(() => expect(leaving.connected).toBe(true));
    live.cutSession(sid);
    await vi.waitFor(() => expect(leaving.connected).toBe(false));
  });
});
