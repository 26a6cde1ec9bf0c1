import { afterEach, describe, expect, test, vi } from "vitest";
import { BoxId } from "#domain/ids.ts";
import type { Answer, AnsweredReply, AnswerReply } from "#domain/wire.ts";
import { newMeeting } from "#tests/support/ids.ts";
import type { DraftStore } from "./device-store.ts";
import { observable } from "./observable.ts";
import { openPulseAnswer, type PulseDraft, slipOf, untouched } from "./pulse-answer.ts";
import { deviceTimers } from "./timers.ts";

const box = BoxId.parse("00000000-0000-4000-8000-000000000a01");
const slot = `pulse ${box}`;
const draft: PulseDraft = { choices: ["5", "4", "none", "", "1", "3"], line: " Shorter papers. " };
const slip = { kind: "pulse", taps: [5, 4, null, null, 1, 3], line: "Shorter papers." };
const taken: AnswerReply = { status: "answered", before: false };

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function device(kept: Record<string, unknown> = {}) {
  const drafts: DraftStore = {
    save: async (name, words) => void (kept[name] = structuredClone(words)),
    load: async (name) => kept[name],
    clear: async (name) => void delete kept[name],
  };
  return { kept, drafts };
}

function open({ kept, drafts } = device(), isUp = true) {
  const line = observable(isUp);
  const server = {
    sent: [] as Answer[],
    answer: (): AnswerReply | undefined => taken,
    answered: (): AnsweredReply | undefined => ({ status: "receipt", answered: false }),
  };
  const link = {
    answer: async (request: Answer) => {
      server.sent.push(request);
      return server.answer();
    },
    answered: async () => server.answered(),
  };
  const timers = {
    ...deviceTimers,
    after: (ms: number, run: () => void) => deviceTimers.after(ms / 100, run),
  };
  const answer = openPulseAnswer({ meetingId: newMeeting(), box, link, line, drafts, timers });
  const stop = answer.start();
  stops.push(stop);
  const until = (state: string) => vi.waitFor(() => expect(answer.current().state).toBe(state));
  return { answer, line, server, kept, until, stop };
}

describe("an answer to the pulse", () => {
  test("is kept as it is given, sent once, and gone from the device and the page", async () => {
    const { answer, server, kept, until } = open();
    await until("writing");
    answer.change(draft);
    await vi.waitFor(() => expect(kept[slot]).toEqual({ ...draft, isSent: false }));
    answer.send();
    await until("answered");
    expect(server.sent).toMatchObject([{ box, slip }]);
    expect(kept).toEqual({});
    expect(answer.current().draft).toEqual(untouched);
  });

  test("begun before the page was closed is there when it is opened again, unsent", async () => {
    const { answer, until, server } = open(device({ [slot]: { ...draft, isSent: false } }));
    await until("writing");
    expect(answer.current().draft).toEqual(draft);
    expect(server.sent).toEqual([]);
  });

  test("waits on the device for the line, over a closed page too, and then goes", async () => {
    const first = open(device(), false);
    first.answer.change(draft);
    first.answer.send();
    await first.until("waiting");
    await vi.waitFor(() => expect(first.kept[slot]).toEqual({ ...draft, isSent: true }));
    expect(first.server.sent).toEqual([]);
    first.stop();

    const again = open(device(first.kept), false);
    await again.until("waiting");
    again.line.set(true);
    await again.until("answered");
    expect(again.server.sent).toMatchObject([{ slip }]);
    expect(again.kept).toEqual({});
  });

  test("that got no answer is sent again, and is one’s own when it turns out to be there already", async () => {
    const { answer, server, until } = open();
    await until("writing");
    server.answer = () => undefined;
    answer.change(draft);
    answer.send();
    await vi.waitFor(() => expect(server.sent.length).toBeGreaterThan(1));
    server.answer = () => ({ status: "answered", before: true });
    await until("answered");
    expect(new Set(server.sent.map((each) => JSON.stringify(each.slip))).size).toBe(1);
  });

  test("given elsewhere before is said to stand; the page need not be filled in for it", async () => {
    const { answer, line, server, until } = open(device(), false);
    server.answered = () => ({ status: "receipt", answered: true });
    expect(answer.current().state).toBe("reading");
    line.set(true);
    await until("before");
    expect(server.sent).toEqual([]);
  });

  test("from another page that was quicker is told apart from one’s own", async () => {
    const { answer, server, until } = open();
    await until("writing");
    server.answer = () => ({ status: "answered", before: true });
    answer.change(draft);
    answer.send();
    await until("before");
    expect(server.sent).toHaveLength(1);
  });
});

describe("the pulse closes", () => {
  test("on an answer that was never sent: it was not counted, and does not stay here", async () => {
    const { answer, kept, until } = open(device(), false);
    answer.change(draft);
    answer.send();
    await until("waiting");
    // the device has been read
    await vi.waitFor(() => expect(kept[slot]).toBeDefined());
    answer.closed();
    expect(answer.current()).toMatchObject({ state: "tooLate", draft: untouched });
    await vi.waitFor(() => expect(kept).toEqual({}));
  });

  test("on one that was on its way: nobody can tell", async () => {
    const { answer, server, until } = open();
    await until("writing");
    server.answer = () => undefined;
    answer.change(draft);
    answer.send();
    await vi.waitFor(() => expect(server.sent.length).toBeGreaterThan(0));
    answer.closed();
    await until("unknown");
  });

  test("before it arrived: the server says so", async () => {
    const { answer, server, kept, until } = open();
    await until("writing");
    server.answer = () => ({ status: "closed" });
    answer.change(draft);
    answer.send();
    await until("tooLate");
    expect(kept).toEqual({});
  });

  test("on one that was answered: it stays so", async () => {
    const { answer, until } = open();
    await until("writing");
    answer.change(draft);
    answer.send();
    await until("answered");
    answer.closed();
    expect(answer.current().state).toBe("answered");
  });
});

test("a page opened after the close says nothing, unless something of one’s own was left on the device", async () => {
  const fresh = open();
  fresh.answer.closed();
  await fresh.until("none");
  const unsent = open(device({ [slot]: { ...draft, isSent: false } }), false);
  unsent.answer.closed();
  await unsent.until("tooLate");
  const sent = open(device({ [slot]: { ...draft, isSent: true } }), false);
  sent.answer.closed();
  await sent.until("unknown");
  await vi.waitFor(() => expect([unsent.kept, sent.kept]).toEqual([{}, {}]));
});

test("who is not asked is told", async () => {
  const { answer, server, until } = open();
  await until("writing");
  server.answer = () => ({ status: "notAsked" });
  answer.change(draft);
  answer.send();
  await until("notAsked");
  expect(answer.current().draft).toEqual(untouched);
});

test("a device that keeps nothing says so, and sends all the same", async () => {
  const refusing = device();
  const { answer, until } = open({
    ...refusing,
    drafts: { ...refusing.drafts, save: () => Promise.reject(new Error("full")) },
  });
  await until("writing");
  answer.change(draft);
  await vi.waitFor(() => expect(answer.current().notKept).toBe(true));
  answer.send();
  await until("answered");
});

test("what was left alone is no view", () => {
  expect(slipOf(untouched)).toEqual({ kind: "pulse", taps: [null, null, null, null, null, null], line: "" });
});
