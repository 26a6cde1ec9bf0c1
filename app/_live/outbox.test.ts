import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { MeetingId, PersonId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { SentEvent } from "#domain/meeting/events.ts";
import type { CommandReply, CommandRequest } from "#domain/wire.ts";
import { openDevice } from "#tests/support/device.ts";
import { newCommand, newEntry, newItem, newMeeting, newPerson, newSeat } from "#tests/support/ids.ts";
import {
  begunOnDevice,
  deviceStore,
  forgetOnDevice,
  type OutboxStore,
  unsentOnDevice,
} from "./device-store.ts";
import type { Link, LinkMessage } from "./link.ts";
import { type Outbox, type OutboxNeeds, openOutbox, type Tabs } from "./outbox.ts";
import { deviceTimers } from "./timers.ts";

type Answer = (request: CommandRequest) => CommandReply | undefined | Promise<CommandReply>;

const opened: Outbox[] = [];
afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.stop();
});

/** A note as the log has it, the ninth of its events. */
function recordedNote(by: PersonId, { commandId, command }: ReturnType<typeof note>): SentEvent {
  if (command.type !== "recordNote") throw new Error("a note was asked for");
  const { type: _, ...fields } = command;
  return { seq: 9, at: 0, by, commandId, nth: 1, v: 1, event: { type: "noteRecorded", no: 1, ...fields } };
}

const noTabs: Tabs = { tell: () => undefined, hear: () => () => undefined };

function openLine(answer: Answer = () => undefined) {
  const listeners = new Set<(message: LinkMessage) => void>();
  const line = { answer, isUp: true, asked: [] as CommandRequest[] };
  const link: Link = {
    isConnected: () => line.isUp,
    join: async () => undefined,
    since: async () => undefined,
    command: async (request) => {
      line.asked.push(request);
      return line.answer(request);
    },
    leave: () => undefined,
    answer: async () => undefined,
    answered: async () => undefined,
    lines: async () => undefined,
    typing: () => undefined,
    wake: () => undefined,
    close: () => undefined,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { line, link };
}

type Line = ReturnType<typeof openLine>;

function open(
  person: PersonId,
  { link }: Line,
  store: OutboxStore,
  change: Partial<OutboxNeeds> = {},
): Outbox {
  // the same waits, a hundred times as fast
  const timers = {
    ...deviceTimers,
    after: (ms: number, run: () => void) => deviceTimers.after(ms / 100, run),
  };
  const exclusively = (run: () => Promise<void>) => run();
  const outbox = openOutbox({ person, link, timers, store, exclusively, tabs: noTabs, ...change });
  opened.push(outbox);
  return outbox;
}

function note(
  meetingId: MeetingId,
  text = "words",
): { meetingId: MeetingId; commandId: ReturnType<typeof newCommand>; command: SentCommand } {
  const speaker = { as: "seat", seat: newSeat() } as const;
  const command = { type: "recordNote", entryId: newEntry(), itemId: newItem(), speaker, text } as const;
  return { meetingId, commandId: newCommand(), command };
}

const recorded: CommandReply = { status: "recorded", seq: 7 };
const refused: CommandReply = { status: "refused", refusal: { code: "itemNotFound" } };

async function storeOf(person: PersonId) {
  return (await deviceStore(person)).outbox;
}

describe("the outbox", () => {
  test("forgets what is recorded", async () => {
    const person = newPerson();
    const line = openLine(() => recorded);
    const outbox = open(person, line, await storeOf(person));
    outbox.identified(person);

    expect(await outbox.put(note(newMeeting()))).toEqual(recorded);
    expect(outbox.current()).toEqual([]);
    expect(await unsentOnDevice(person)).toBe(0);
  });

  test("keeps what is refused until the person has seen why", async () => {
    const person = newPerson();
    const outbox = open(
      person,
      openLine(() => refused),
      await storeOf(person),
    );
    outbox.identified(person);
    const asked = note(newMeeting());

    expect(await outbox.put(asked)).toEqual(refused);
    expect(outbox.current()[0]?.ended).toEqual(refused);
    expect(await unsentOnDevice(person)).toBe(1);
    await outbox.dismiss(asked.commandId);
    expect(await unsentOnDevice(person)).toBe(0);
  });

  test("tries again under the same id after no answer, and after a failure that may pass", async () => {
    const person = newPerson();
    const answers = [undefined, { status: "failed", reason: "busy" } as const, recorded];
    const line = openLine(() => answers.shift());
    const outbox = open(person, line, await storeOf(person));
    outbox.identified(person);

    expect(await outbox.put(note(newMeeting()))).toEqual(recorded);
    const ids = line.line.asked.map(({ commandId }) => commandId);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  test("sends the entries of a meeting in the order in which they were made", async () => {
    const person = newPerson();
    const line = openLine(() => recorded);
    line.line.isUp = false;
    const outbox = open(person, line, await storeOf(person));
    const meetingId = newMeeting();
    const all = ["one", "two", "three"].map((text) => outbox.put(note(meetingId, text)));
    await vi.waitFor(async () => expect(await unsentOnDevice(person)).toBe(3));

    line.line.isUp = true;
    outbox.identified(person);
    await Promise.all(all);
    expect(line.line.asked.map(({ command }) => "text" in command && command.text)).toEqual([
      "one",
      "two",
      "three",
    ]);
  });

  test("sends nothing before it is written down", async () => {
    const person = newPerson();
    const store = await storeOf(person);
    const written = Promise.withResolvers<void>();
    const slow: OutboxStore = { ...store, put: (entry) => written.promise.then(() => store.put(entry)) };
    const line = openLine(() => recorded);
    const outbox = open(person, line, slow);
    const asked = note(newMeeting());
    const outcome = outbox.put(asked);
    outbox.identified(person);
    // goes at once, past what is still being written down
    const other = outbox.put(note(newMeeting()), { restricted: true });

    expect(await other).toEqual(recorded);
    expect(line.line.asked.map(({ commandId }) => commandId)).not.toContain(asked.commandId);
    written.resolve();
    expect(await outcome).toEqual(recorded);
  });

  test("survives a reload", async () => {
    const person = newPerson();
    const line = openLine();
    line.line.isUp = false;
    const asked = note(newMeeting());
    void open(person, line, await storeOf(person)).put(asked);
    await vi.waitFor(async () => expect(await unsentOnDevice(person)).toBe(1));

    const later = openLine(() => recorded);
    const again = open(person, later, await storeOf(person));
    again.identified(person);
    await vi.waitFor(() => expect(later.line.asked).toMatchObject([asked]));
  });

  test("sends nothing over a line that the server knows as another person's", async () => {
    const person = newPerson();
    const line = openLine(() => recorded);
    const outbox = open(person, line, await storeOf(person));
    void outbox.put(note(newMeeting()));
    await vi.waitFor(async () => expect(await unsentOnDevice(person)).toBe(1));

    outbox.identified(newPerson());
    expect(line.line.asked).toEqual([]);
    outbox.identified(person);
    await vi.waitFor(() => expect(line.line.asked).toHaveLength(1));
  });

  test("nothing kept for one person can be read for another", async () => {
    const person = newPerson();
    const store = await storeOf(person);
    await store.put({ ...note(newMeeting()), tried: false, ended: null });

    expect(await (await storeOf(newPerson())).all()).toEqual([]);
    expect(await store.all()).toHaveLength(1);
  });

  test("what is kept is not readable on the device", async () => {
    const person = newPerson();
    await (await storeOf(person)).put({ ...note(newMeeting(), "plainly said"), tried: false, ended: null });

    const rows = await new Promise<unknown[]>((resolve) => {
      indexedDB.open("candour").onsuccess = (event) => {
        const { result } = event.target as IDBOpenDBRequest;
        const reading = result.transaction("outbox").objectStore("outbox").getAll();
        reading.onsuccess = () => resolve(reading.result);
      };
    });
    const bytes = JSON.stringify(rows, (_, value) =>
      value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(bytes).not.toContain("plainly said");
  });

  test("signing out forgets entries, drafts and key", async () => {
    const person = newPerson();
    const { outbox, drafts } = await deviceStore(person);
    await outbox.put({ ...note(newMeeting()), tried: false, ended: null });
    expect(await begunOnDevice(person)).toBe(false);
    await drafts.save("capture", { text: "half a thought" });
    expect(await begunOnDevice(person)).toBe(true);
    expect(await begunOnDevice(newPerson())).toBe(false);
    await forgetOnDevice(person);

    const after = await deviceStore(person);
    expect(await after.outbox.all()).toEqual([]);
    expect(await after.drafts.load("capture")).toBeUndefined();
    expect(await begunOnDevice(person)).toBe(false);
    expect(await unsentOnDevice(person)).toBe(0);
  });

  test("a tab with nothing of its own to send goes on with what another kept before it died", async () => {
    const person = newPerson();
    const device = openDevice();
    const [hold, other] = [{ isAlive: true }, { isAlive: true }];
    const needs = (mine: typeof hold) => ({
      tabs: device.join(),
      exclusively: (run: () => Promise<void>) => device.exclusively(mine, run),
    });
    const idle = openLine(() => recorded);
    open(person, idle, device.store, needs(other)).identified(person);
    const line = openLine(() => recorded);
    const dying = open(person, line, device.store, needs(hold));
    dying.identified(person);
    await dying.put(note(newMeeting()));
    // whoever queued up for that one has had their turn
    await device.exclusively({ isAlive: true }, async () => undefined);
    line.line.answer = () => new Promise(() => undefined);
    line.line.asked = [];
    idle.line.asked = [];
    const asked = note(newMeeting());
    void dying.put(asked);
    await vi.waitFor(() => expect(line.line.asked).not.toEqual([]));
    dying.stop();
    hold.isAlive = false;
    device.release(hold);

    await vi.waitFor(() => expect(device.unsent()).toEqual([]));
    expect(idle.line.asked.map(({ commandId }) => commandId)).toEqual([asked.commandId]);
  });

  test("words on a restricted item are never written to the device", async () => {
    const person = newPerson();
    const line = openLine();
    line.line.isUp = false;
    const outbox = open(person, line, await storeOf(person));
    void outbox.put(note(newMeeting()), { restricted: true });

    expect(outbox.current()[0]?.kept).toBe("memory");
    expect(await unsentOnDevice(person)).toBe(0);
  });

  test("what the device has no room for stays in sight, marked as not stored", async () => {
    const person = newPerson();
    const line = openLine();
    line.line.isUp = false;
    const full = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
    const outbox = open(person, line, { ...(await storeOf(person)), put: full });
    void outbox.put(note(newMeeting()));

    await vi.waitFor(() => expect(outbox.current()[0]?.kept).toBe("notStored"));
  });

  test("what the device will not change any more is sent all the same, and not taken back", async () => {
    const person = newPerson();
    const line = openLine();
    const full = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
    const outbox = open(person, line, { ...(await storeOf(person)), change: full });
    line.line.isUp = false;
    const asked = note(newMeeting());
    const outcome = outbox.put(asked);
    await vi.waitFor(() => expect(outbox.current()[0]?.kept).toBe("stored"));
    line.line.isUp = true;
    outbox.identified(person);

    await vi.waitFor(() => expect(line.line.asked).not.toEqual([]));
    expect(await outbox.takeBack(asked.commandId)).toBe(false);
    line.line.answer = () => recorded;
    expect(await outcome).toEqual(recorded);
  });

  test("an act for the moment lapses when no answer comes, and is not sent again", async () => {
    const person = newPerson();
    const line = openLine();
    const outbox = open(person, line, await storeOf(person));
    outbox.identified(person);
    const act = { ...note(newMeeting()), command: { type: "endTurn" } as const };

    expect(await outbox.put(act, { momentary: true })).toEqual({ status: "lapsed" });
    expect(outbox.current()).toEqual([]);
  });

  test("only what has certainly not been sent can be taken back", async () => {
    const person = newPerson();
    const line = openLine();
    const outbox = open(person, line, await storeOf(person));
    outbox.identified(person);
    const sent = note(newMeeting());
    void outbox.put(sent);
    await vi.waitFor(() => expect(line.line.asked).not.toEqual([]));
    line.line.isUp = false;
    const unsent = note(newMeeting());
    void outbox.put(unsent);

    expect(await outbox.takeBack(sent.commandId)).toBe(false);
    expect(await outbox.takeBack(unsent.commandId)).toBe(true);
    expect(outbox.current().map(({ commandId }) => commandId)).toEqual([sent.commandId]);
  });

  test("its event from the log settles what got no answer", async () => {
    const person = newPerson();
    const outbox = open(person, openLine(), await storeOf(person));
    outbox.identified(person);
    const asked = note(newMeeting());
    const outcome = outbox.put(asked);
    outbox.seen([recordedNote(person, asked)]);

    expect(await outcome).toEqual({ status: "recorded", seq: 9 });
  });

  test("a refusal that an earlier visit kept gives way to the log, though the log is here first", async () => {
    const person = newPerson();
    const store = await storeOf(person);
    const asked = note(newMeeting());
    const refused = { status: "refused", refusal: { code: "notYours" } };
    await store.put({ ...asked, tried: true, ended: refused });
    const read = Promise.withResolvers<void>();
    const slow: OutboxStore = { ...store, all: () => read.promise.then(store.all) };

    const outbox = open(person, openLine(), slow);
    outbox.seen([recordedNote(person, asked)]);
    read.resolve();
    await vi.waitFor(async () => expect(await unsentOnDevice(person)).toBe(0));
    expect(outbox.current()).toEqual([]);
  });
});
