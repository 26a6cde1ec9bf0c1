// What a browser may send, before any rule of the meeting is asked.
import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { SentCommand } from "./commands.ts";

const { challenge, heading, items, meetingId, note } = board;
const addItem = {
  type: "addItem",
  itemId: items.budget,
  parent: null,
  after: null,
  heading: heading("Budget"),
  description: "",
  papers: [],
  reason: "",
};
const isAccepted = (command: unknown) => SentCommand.safeParse(command).success;

test("words are trimmed and brought to one form", () => {
  expect(SentCommand.parse({ ...note, text: "  Cafe\u0301 \n" })).toEqual({ ...note, text: "Café" });
});

test("words may run over several lines, in any language", () => {
  expect(isAccepted({ ...note, text: "Iechyd a gofal\n• 住房 ✓\tשלום" })).toBe(true);
});

describe("words are refused", () => {
  test.each([
    ["with a NUL", "a\u0000b"],
    ["with another control sign", "a\u001bb"],
    ["that turn the direction of what follows", "a\u202eb"],
    ["that isolate a direction", "a\u2066b"],
    ["with half a surrogate pair", "a\ud83d"],
    ["of spaces alone", " \n\t "],
    ["that cannot be seen", "\u200b\u200d"],
    ["that are too long", "a".repeat(1201)],
    ["that are enormous", "a".repeat(5_000_000)],
  ])("%s", (_what, text) => {
    expect(isAccepted({ ...note, text })).toBe(false);
  });
});

describe("an id has one spelling", () => {
  const id = "0000000a-0000-4000-8000-00000000000b";
  test.each([id.toUpperCase(), `{${id}}`, id.replaceAll("-", ""), `${id} `, ""])("not %j", (entryId) => {
    expect(isAccepted({ ...note, entryId })).toBe(false);
    expect(isAccepted({ ...note, speaker: { as: "seat", seat: entryId } })).toBe(false);
  });
});

describe("a command says nothing that it need not", () => {
  const respond = {
    type: "respondToChallenge",
    entryId: challenge.entryId,
    speaker: { as: "officer" },
    kind: "answered",
    text: "",
    promisedBy: null,
    heardAt: { meetingId, itemId: items.budget },
  };
  const first = { objectiveId: board.objective, reason: "" };
  const surplus = { ...first, title: "Low carbon" };

  test.each([
    ["who gave it", { ...note, by: board.seats.city }],
    ["when", { ...note, at: 1 }],
    ["its number", { ...note, no: 1 }],
    ["of the speaker", { ...note, speaker: { as: "chair", role: "chair" } }],
    ["of the heading", { ...addItem, heading: { ...addItem.heading, number: "1" } }],
    ["of an objective", { ...addItem, heading: heading("Budget", { objectives: [surplus] }) }],
    ["of where it was heard", { ...respond, heardAt: { ...respond.heardAt, boardId: board.boardId } }],
  ])("%s", (_what, command) => {
    expect(isAccepted(command)).toBe(false);
  });

  test("and the same without it is taken", () => {
    for (const command of [note, respond, addItem]) expect(isAccepted(command)).toBe(true);
    expect(isAccepted({ ...addItem, heading: heading("Budget", { objectives: [first] }) })).toBe(true);
  });
});

test("where something was heard is an id, not words", () => {
  const advance = { type: "advanceMoney", entryId: challenge.entryId, stage: "agreed", pence: null };
  expect(isAccepted({ ...advance, heardAt: { meetingId: "x".repeat(10_000), itemId: "y" } })).toBe(false);
});

describe("a paper's address", () => {
  const withPaper = (address: string) => ({ ...addItem, papers: [{ title: "Plan", address, pages: "" }] });

  test.each(["", "https://example.org/plan.pdf", "http://example.org"])("may be %j", (address) => {
    expect(isAccepted(withPaper(address))).toBe(true);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "//example.org",
    "vbscript:x",
    "file:///etc/passwd",
    "plan",
  ])("is not %j", (address) => {
    expect(isAccepted(withPaper(address))).toBe(false);
  });
});

test("money is whole pence, of a size a number holds exactly", () => {
  const stated = (pence: number) => ({ ...board.money, amount: { kind: "stated", pence } });
  const refused = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e15].map((pence) =>
    isAccepted(stated(pence)),
  );

  expect(refused).toEqual([false, false, false, false, false]);
  expect(isAccepted(stated(0))).toBe(true);
});

test("the commands of the server's own are not a browser's to send", () => {
  expect(isAccepted({ type: "recordRegisters", registers: board.registers })).toBe(false);
});
