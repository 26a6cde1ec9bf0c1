import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { firstBroken, wholeLog } from "#db/event-log.ts";
import { changePerson } from "#db/people.ts";
import { revokeSession } from "#db/sessions.ts";
import type { MeetingId, PersonId } from "#domain/ids.ts";
import type { SentEvent } from "#domain/meeting/events.ts";
import { replay } from "#domain/meeting/meeting.ts";
import { redact } from "#domain/meeting/visibility.ts";
import {
  type ClientMessages,
  type CommandReply,
  type Joined,
  type JoinReply,
  PROTOCOL_VERSION,
} from "#domain/wire.ts";
import { newCommand, newMeeting } from "#tests/support/ids.ts";
import { inGroups } from "#tests/support/in-groups.ts";
import { type Client, connected, type LiveServer, startLive } from "#tests/support/live-server.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { CANARY, carriedOut, challenge, convened, inSession } from "#tests/support/stored-meeting.ts";

let live: LiveServer;
let board: StoredBoard;
let ana: PersonId;
let ben: PersonId;

beforeAll(async () => {
  live = await startLive(inject("databaseUrl"), { socketsPerPerson: 100, connectionsPerTenSeconds: 1000 });
  board = await storedBoard(live.database, { memberCount: 50 });
  const [first, second] = board.members;
  if (!first || !second) throw new Error("no members");
  ana = first;
  ben = second;
});
afterAll(() => live.close());

const join = (client: Client, meetingId: MeetingId, afterSeq = 0): Promise<JoinReply> =>
  client.timeout(10_000).emitWithAck("meeting:join", { meetingId, afterSeq, protocol: PROTOCOL_VERSION });

async function joined(client: Client, meetingId: MeetingId): Promise<Joined> {
  const reply = await join(client, meetingId);
  if (reply.status !== "joined") throw new Error(reply.reason);
  return reply;
}

type Sent = Parameters<ClientMessages["meeting:command"]>[0];
const send = (client: Client, request: Sent): Promise<CommandReply> =>
  client.timeout(10_000).emitWithAck("meeting:command", request);

/** What reaches a client from now on. */
function heard(client: Client): SentEvent[] {
  const events: SentEvent[] = [];
  client.on("meeting:events", (message) => void events.push(...message.events));
  return events;
}

describe("two people in a room", () => {
  test("see each other's events before the sender is answered; one who joins late reads them from the log", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const [one, two] = await Promise.all([live.connect(ana), live.connect(ben)]);
    const start = await joined(one, meetingId);
    await joined(two, meetingId);
    const [atOne, atTwo] = [heard(one), heard(two)];

    const command = challenge(board, item);
    const reply = await send(one, { meetingId, commandId: newCommand(), command });
    const ownSeen = atOne.map(({ seq }) => seq);

    expect(reply).toEqual({ status: "recorded", seq: start.seq + 1 });
    expect(ownSeen).toEqual([start.seq + 1]);
    await vi.waitFor(() => expect(atTwo).toEqual(atOne));
    expect(atTwo[0]).toMatchObject({ by: ana, event: { type: "challengeRecorded", text: command.text } });

    const late = await joined(await live.connect(board.observer), meetingId);
    expect(late.events.at(-1)).toEqual(atTwo[0]);
    expect(late.people[ana]).toMatchObject({ name: "Member 0" });
    expect(late.people[board.stranger]).toBeUndefined();
    expect(late.you).toBe(board.observer);
  });

  test("a command whose answer was lost is sent again and answered with the same number", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const request = { meetingId, commandId: newCommand(), command: challenge(board, item) };
    const before = await live.connect(ana);
    const first = await send(before, request);
    before.disconnect();
    expect(first.status).toBe("recorded");
    expect(await send(await live.connect(ana), request)).toEqual(first);
  });

  test("are told who else is here", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const [one, two] = await Promise.all([live.connect(ana), live.connect(ben)]);
    let here: readonly { person: PersonId; typing: string | null }[] = [];
    two.on("meeting:presence", (message) => void (here = message.here));
    await Promise.all([joined(one, meetingId), joined(two, meetingId)]);
    await vi.waitFor(() => expect(here.map(({ person }) => person)).toEqual([ana, ben].toSorted()));

    one.emit("meeting:typing", { meetingId, itemId: item });
    await vi.waitFor(() => expect(here.find(({ person }) => person === ana)?.typing).toBe(item));
    one.disconnect();
    await vi.waitFor(() => expect(here.map(({ person }) => person)).toEqual([ben]));
  });
});

test("one whose network lets no WebSocket through does everything by long polling", async () => {
  const { meetingId, item } = await inSession(live.desks, board);
  const client = await live.connect(ana, ["polling"]);
  await joined(client, meetingId);
  const events = heard(client);
  const reply = await send(client, { meetingId, commandId: newCommand(), command: challenge(board, item) });
  expect(client.io.engine.transport.name).toBe("polling");
  expect(reply).toMatchObject({ status: "recorded", seq: events[0]?.seq });
});

test("fifty people's commands at once leave a gapless log, and everybody ends with it", async () => {
  const { meetingId, item } = await inSession(live.desks, board);
  const clients = await Promise.all(board.members.map((member) => live.connect(member)));
  const [start] = await Promise.all(clients.map((client) => joined(client, meetingId)));
  const received = clients.map(heard);

  const replies = await Promise.all(
    clients.map((client, place) =>
      send(client, { meetingId, commandId: newCommand(), command: challenge(board, item, place) }),
    ),
  );

  const log = await wholeLog(live.database.log, meetingId);
  const first = start?.seq ?? 0;
  expect(
    replies
      .map((reply) => reply.status === "recorded" && reply.seq)
      .toSorted((a, b) => Number(a) - Number(b)),
  ).toEqual(clients.map((_, place) => first + 1 + place));
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, place) => place + 1));
  expect(await firstBroken(live.database.log, meetingId)).toBeNull();
  await vi.waitFor(() => {
    for (const events of received) expect(events).toEqual(log.slice(first));
  });
  expect((await live.desks.at(meetingId).copy()).meeting).toEqual(replay(log));
});

describe("a reader who may not", () => {
  test("enter gets the answer of a meeting that is not there, and nothing afterwards", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const stranger = await live.connect(board.stranger);
    const events = heard(stranger);
    const refused = { status: "failed", reason: "notFound" };
    const command = challenge(board, item);

    expect(await join(stranger, meetingId)).toEqual(refused);
    expect(await join(stranger, newMeeting())).toEqual(refused);
    expect(await stranger.timeout(5000).emitWithAck("meeting:since", { meetingId, afterSeq: 0 })).toEqual(
      refused,
    );
    expect(await send(stranger, { meetingId, commandId: newCommand(), command })).toEqual(refused);
    await carriedOut(live.desks, meetingId, ana, command);
    // a round trip later, anything that had been sent would be here
    await join(stranger, meetingId);
    expect(events).toEqual([]);
  });

  test("enter a draft yet is told nothing of it, and reads it once it is published", async () => {
    const { meetingId } = await convened(live.desks, board);
    const member = await live.connect(ana);
    expect(await join(member, meetingId)).toEqual({ status: "failed", reason: "notFound" });
    await carriedOut(live.desks, meetingId, board.clerk, { type: "publishAgenda" });
    expect((await joined(member, meetingId)).events.at(-1)).toMatchObject({
      event: { type: "agendaPublished" },
    });
  });

  test("read a restricted item gets its events withheld, with their numbers, by every way", async () => {
    const { meetingId, item, restrictedItem } = await inSession(live.desks, board);
    const [observer, member] = await Promise.all([live.connect(board.observer), live.connect(ana)]);
    await joined(member, meetingId);
    const atStart = await joined(observer, meetingId);
    const [seen, read] = [heard(observer), heard(member)];
    const { desks } = live;

    await carriedOut(desks, meetingId, board.chair, { type: "closeItem", itemId: item, confirmed: [] });
    await carriedOut(desks, meetingId, board.chair, { type: "excludePublic", reason: "Commercial terms" });
    await carriedOut(desks, meetingId, board.chair, { type: "openItem", itemId: restrictedItem });
    const seq = await carriedOut(desks, meetingId, ana, challenge(board, restrictedItem, 0, CANARY));

    await vi.waitFor(() => expect(seen.at(-1)?.seq).toBe(seq));
    expect(read.at(-1)).toMatchObject({ event: { type: "challengeRecorded", text: CANARY } });
    expect(seen.map((event) => event.seq)).toEqual(read.map((event) => event.seq));
    expect(seen.at(-1)).toEqual({ seq, at: expect.any(Number), event: { type: "withheld" } });
    const again = await joined(observer, meetingId);
    const since = await observer.timeout(5000).emitWithAck("meeting:since", { meetingId, afterSeq: 0 });
    expect(JSON.stringify([atStart, seen, again, since])).not.toContain(CANARY);
    expect(JSON.stringify(await joined(member, meetingId))).toContain(CANARY);
  });

  test("see so any more is told to begin anew, and gets nothing in between", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const client = await live.connect(ben);
    await joined(client, meetingId);
    const events = heard(client);
    const told: string[] = [];
    client.on("meeting:rejoin", ({ reason }) => void told.push(reason));

    const registers = {
      ...board.registers,
      roles: board.registers.roles.filter(({ personId }) => personId !== ben),
    };
    await carriedOut(live.desks, meetingId, board.clerk, { type: "recordRegisters", registers });
    await carriedOut(live.desks, meetingId, ana, challenge(board, item));

    await vi.waitFor(() => expect(told).toEqual(["audienceChanged"]));
    expect(await join(client, meetingId)).toEqual({ status: "failed", reason: "notFound" });
    expect(events).toEqual([]);
  });
});

describe("a connection", () => {
  /** Why it was refused; null when it was let in. */
  const refusal = (headers: Record<string, string>, transports?: readonly string[]): Promise<string | null> =>
    connected(live.knock(headers, transports)).then(
      () => null,
      (error: Error) => error.message,
    );

  test("is refused without a session, with a made-up one, and from another origin", async () => {
    const { cookie } = await live.signIn(ana);
    const origin = "http://localhost:3000";
    expect(await refusal({ origin })).toBe("notSignedIn");
    expect(await refusal({ origin, cookie: `${cookie}x` })).toBe("notSignedIn");
    for (const transport of ["websocket", "polling"]) {
      expect(await refusal({ cookie, origin: "https://elsewhere.example" }, [transport])).not.toBeNull();
      expect(await refusal({ cookie, origin: "null" }, [transport])).not.toBeNull();
      expect(await refusal({ cookie }, [transport])).not.toBeNull();
    }
  });

  test("ends with its session, and its person's other sessions go on", async () => {
    const { meetingId } = await inSession(live.desks, board);
    const { cookie, sid } = await live.signIn(ana);
    const origin = "http://localhost:3000";
    const other = await live.connect(ana);
    const ended = live.knock({ cookie, origin });
    await connected(ended);
    let told = false;
    ended.on("signedOut", () => void (told = true));
    await joined(ended, meetingId);

    await revokeSession(live.database.db, sid, { by: ana, at: live.clock.now(), what: "signedOut" });
    live.cutSession(sid);

    await vi.waitFor(() => expect(ended.connected).toBe(false));
    expect(told).toBe(true);
    expect(await refusal({ cookie, origin })).toBe("notSignedIn");
    expect((await join(other, meetingId)).status).toBe("joined");
  });

  test("of somebody disabled elsewhere ends soon, though they ask nothing, and takes no more commands", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const [, , somebody = ben] = board.members;
    const [listening, asking] = await Promise.all([live.connect(somebody), live.connect(somebody)]);
    await joined(listening, meetingId);
    let told = false;
    listening.on("signedOut", () => void (told = true));
    const change = { by: null, at: live.clock.now(), what: "disabled" };
    await changePerson(live.database.db, somebody, { disabledAt: change.at }, change);

    await vi.waitFor(() => expect([listening.connected, asking.connected]).toEqual([false, false]), {
      timeout: 2500,
    });
    expect(told).toBe(true);
    const { cookie } = await live.signIn(somebody);
    expect(await refusal({ cookie, origin: "http://localhost:3000" })).toBe("notSignedIn");
    const command = challenge(board, item, 2);
    const request = { meetingId, commandId: newCommand(), command };
    await expect(asking.timeout(500).emitWithAck("meeting:command", request)).rejects.toThrow(
      /disconnected|timed out/,
    );
  });

  test("a command of a session ended elsewhere is refused within a second, and ends the connection", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const { cookie, sid } = await live.signIn(ana);
    const client = live.knock({ cookie, origin: "http://localhost:3000" });
    await connected(client);
    await revokeSession(live.database.db, sid, { by: ana, at: live.clock.now(), what: "signedOut" });

    const command = challenge(board, item);
    const cut = new Promise((resolve) => client.once("disconnect", () => resolve("cut")));
    const answer = await Promise.race([send(client, { meetingId, commandId: newCommand(), command }), cut]);

    // whichever notices first: the command's own check, or the look round every second
    expect([{ status: "failed", reason: "notSignedIn" }, "cut"]).toContainEqual(answer);
    await vi.waitFor(() => expect(client.connected).toBe(false));
  });
});

describe("a message", () => {
  test("that is malformed records nothing and breaks nothing", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const client = await live.connect(ana);
    const { seq } = await joined(client, meetingId);
    const command = challenge(board, item);
    const commandId = newCommand();
    const deep = JSON.parse(`${"[".repeat(1000)}${"]".repeat(1000)}`);
    const malformed: unknown[] = [
      undefined,
      null,
      7,
      {},
      deep,
      { meetingId, commandId, command, by: ben },
      { meetingId, commandId, command: { ...command, at: 1 } },
      { meetingId: meetingId.toUpperCase(), commandId, command },
      { meetingId, commandId, command: { type: "recordRegisters", registers: board.registers } },
      { meetingId, commandId, command: { ...command, text: "\u0000" } },
      { meetingId, commandId, command: { ...command, text: deep } },
    ];
    for (const payload of malformed) {
      // what no typed client would send
      expect(await client.timeout(5000).emitWithAck("meeting:command", payload as Sent)).toEqual({
        status: "failed",
        reason: "malformed",
      });
    }
    for (const afterSeq of [-1, 1e18, 0.5, Number.NaN, "1;drop"]) {
      const since = { meetingId, afterSeq: afterSeq as number };
      expect(await client.timeout(5000).emitWithAck("meeting:since", since)).toMatchObject({
        reason: "malformed",
      });
    }
    expect((await live.desks.at(meetingId).copy()).seq).toBe(seq);
  });

  test("without anybody to answer is ignored; one of another protocol asks for a reload", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const client = await live.connect(ana);
    const { seq } = await joined(client, meetingId);
    const request = { meetingId, commandId: newCommand(), command: challenge(board, item) };
    client.send("meeting:command", request);
    const other = { meetingId, afterSeq: 0, protocol: PROTOCOL_VERSION + 1 };
    const again = await live.connect(ana);
    again.emit("meeting:command", request, "not a function" as unknown as () => void);
    expect(await again.timeout(5000).emitWithAck("meeting:join", other)).toMatchObject({
      reason: "reloadNeeded",
    });
    expect((await live.desks.at(meetingId).copy()).seq).toBe(seq);
  });

  test("of a kind nobody knows, or too large, ends the connection and nothing else", async () => {
    const bystander = await live.connect(ben);
    for (const name of ["meeting:delete", "x".repeat(10_000)]) {
      const client = await live.connect(ana);
      client.emit(name as "meeting:join", { meetingId: newMeeting(), afterSeq: 0, protocol: 1 }, () => {});
      await vi.waitFor(() => expect(client.connected).toBe(false));
    }
    const client = await live.connect(ana);
    client.emit("meeting:typing", { meetingId: newMeeting(), itemId: "x".repeat(70_000) });
    await vi.waitFor(() => expect(client.connected).toBe(false));
    expect(bystander.connected).toBe(true);
  });

  test("that comes too fast is told so, and may be sent again", async () => {
    const { meetingId, item } = await inSession(live.desks, board);
    const [, , , hasty = ben] = board.members;
    const client = await live.connect(hasty);
    const request = { meetingId, commandId: newCommand(), command: challenge(board, item, 3) };
    const replies = await Promise.all(Array.from({ length: 60 }, () => send(client, request)));
    const recorded = replies.filter(({ status }) => status === "recorded");
    expect(new Set(recorded.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies.filter(({ status }) => status === "failed")).toContainEqual({
      status: "failed",
      reason: "tooFast",
    });
  });
});

test("somebody with too many pages open is told so, and let in again once one is closed", async () => {
  const own = await startLive(inject("databaseUrl"), { socketsPerPerson: 2 });
  onTestFinished(() => own.close());
  const [first] = await Promise.all([own.connect(ana), own.connect(ana)]);
  await expect(own.connect(ana)).rejects.toThrow("tooManyPages");
  expect((await own.connect(ben)).connected).toBe(true);
  first.disconnect();
  await vi.waitFor(async () => expect((await own.connect(ana)).connected).toBe(true));
});

test("a long log comes in pages", async () => {
  const { meetingId, item } = await inSession(live.desks, board);
  const places = Array.from({ length: 600 }, (_, n) => n % board.members.length);
  await inGroups(places, (place) =>
    carriedOut(live.desks, meetingId, board.members[place] ?? ana, challenge(board, item, place)),
  );
  const client = await live.connect(ana);
  const first = await joined(client, meetingId);
  expect(first).toMatchObject({ more: true, seq: first.events.length < first.seq ? first.seq : 0 });
  const events = [...first.events];
  for (let more = first.more; more; ) {
    const afterSeq = events.at(-1)?.seq ?? 0;
    const page = await client.timeout(5000).emitWithAck("meeting:since", { meetingId, afterSeq });
    if (page.status === "failed") throw new Error(page.reason);
    events.push(...page.events);
    more = page.more;
  }
  const log = await wholeLog(live.database.log, meetingId);
  expect(events).toEqual(redact(replay(log), ana, log));
});
