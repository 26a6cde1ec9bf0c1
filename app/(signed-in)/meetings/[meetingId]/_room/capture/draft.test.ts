import { describe, expect, test } from "vitest";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { type Entry } from "#domain/meeting/entry.ts";
import { entryOf } from "#domain/meeting/look-up.ts";
import * as board from "#tests/support/board.ts";
import { after, type Happened } from "#tests/support/meeting-spec.ts";
import { adviser, chair, charityDeputy, clerk, county, observer, otherClerk } from "#tests/support/people.ts";
import {
  amendmentOf,
  type Draft,
  type DraftKind,
  draftOfCommand,
  draftOfEntry,
  likelySpeaker,
  newDraft,
  recordingOf,
} from "./draft.ts";

const { entries, items, partners, pot, seats } = board;
const meeting = after(...board.onBudget);
const kinds: readonly DraftKind[] = ["decision", "challenge", "money", "action", "evidence", "note"];
const blank = newDraft(meeting, county, "member", "note");

/** One line of each kind with everything on it that can be said. */
const full = {
  decision: {
    ...board.decision,
    substantive: false,
    reasons: "It is cheap.",
    options: "Fewer homes",
    moneyEffect: "None",
    reportBack: { body: "Cabinet", on: "2027-03-01" },
  },
  challenge: board.challenge,
  money: { ...board.money, amount: { kind: "range", fromPence: 7_000_000, toPence: 9_000_050 } },
  action: { ...board.action, size: "large" },
  evidence: { ...board.evidence, provider: null, commonDefinition: true },
  note: board.note,
} as const satisfies Record<DraftKind, SentCommand>;

function draftOf(kind: DraftKind): Draft {
  const draft = draftOfCommand(full[kind], blank);
  if (!draft) throw new Error("an entry");
  return draft;
}

describe("what has not been sent becomes a draft, and the same command again", () => {
  test.each(kinds)("%s", (kind) => {
    const command = full[kind];
    expect(draftOf(kind).kind).toBe(kind);
    expect(recordingOf(draftOf(kind), command.entryId, command.itemId)).toEqual({ ok: true, command });
  });
  test("what is no entry is no draft", () => {
    expect(draftOfCommand({ type: "closeMeeting" }, blank)).toBeNull();
  });
});

/** The line as it stands on the record. */
function recorded(kind: DraftKind): Entry {
  const { money, decision, action } = board.recorded;
  const events = {
    decision: { ...decision, ...full.decision, type: "decisionProposed", substantive: false },
    challenge: board.recorded.challenge,
    money: { ...money, ...full.money, type: "moneyPointRecorded" },
    action: { ...action, ...full.action, type: "actionRecorded" },
    evidence: { ...board.recorded.evidence, ...full.evidence, type: "evidenceRecorded" },
    note: board.recorded.note,
  } as const;
  const entry = entryOf(after(...board.onBudget, [county, events[kind]]), entries[kind]);
  if (!entry) throw new Error("recorded");
  return entry;
}

describe("what is on the record becomes a draft, and an amendment that keeps all it does not change", () => {
  const reason = "Said in full";
  function kept(command: (typeof full)[DraftKind]) {
    const { type: _, itemId: __, speaker: ___, ...fields } = command;
    return fields;
  }
  test.each([
    ["decision", "amendDecision"],
    ["challenge", "amendChallenge"],
    ["money", "amendMoneyPoint"],
    ["action", "amendAction"],
    ["evidence", "amendEvidence"],
    ["note", "amendNote"],
  ] as const)("%s", (kind, type) => {
    const entry = recorded(kind);
    const draft = draftOfEntry(entry, blank);
    const written = amendmentOf(entry, { ...draft, text: " Other words. " }, reason);
    // how far money has come is told apart from its words
    const { stage: _, ...fields } = { stage: null, ...kept(full[kind]) };
    expect(written).toEqual({ ok: true, command: { ...fields, type, text: "Other words.", reason } });
  });
  test("an action stays tied to its decision", () => {
    const tied: Happened = [county, { ...board.recorded.action, decision: entries.decision }];
    const entry = entryOf(after(...board.onBudget, tied), entries.action);
    if (!entry) throw new Error("recorded");
    const written = amendmentOf(entry, draftOfEntry(entry, blank), reason);
    expect(written).toMatchObject({ ok: true, command: { decision: entries.decision } });
  });
  test.each(kinds)("%s without words is not amended", (kind) => {
    const entry = recorded(kind);
    const emptied = { ...draftOfEntry(entry, blank), text: " \n" };
    expect(amendmentOf(entry, emptied, reason)).toEqual({ ok: false, missing: "text" });
  });
  test("an amount that cannot be read is missing", () => {
    const entry = recorded("money");
    const written = amendmentOf(entry, { ...draftOfEntry(entry, blank), amount: "a lot" }, reason);
    expect(written).toEqual({ ok: false, missing: "amount" });
  });
});

describe("what still has to be chosen or written", () => {
  const missing = (kind: DraftKind, change: Partial<Draft>) => {
    const written = recordingOf({ ...draftOf(kind), ...change }, entries[kind], items.budget);
    return written.ok ? null : written.missing;
  };
  test.each(kinds)("%s: words, and for whom", (kind) => {
    expect(missing(kind, { text: "  " })).toBe("text");
    expect(missing(kind, { speaker: null })).toBe("speaker");
  });
  test("money: whose, what kind, and how much or that no figure was given", () => {
    expect(missing("money", { ownPartner: null })).toBe("ownPartner");
    expect(missing("money", { moneyKind: null })).toBe("moneyKind");
    expect(missing("money", { amount: "" })).toBe("amount");
    expect(missing("money", { amount: "plenty" })).toBe("amount");
    expect(missing("money", { amount: "no figure" })).toBeNull();
  });
  test("an action: who does it, the support team counting as somebody", () => {
    expect(missing("action", { owner: undefined })).toBe("owner");
    expect(missing("action", { owner: null })).toBeNull();
  });
  test("a decision: both to whom and when it is reported back, or neither", () => {
    expect(missing("decision", { reportOn: null })).toBe("reportBack");
    expect(missing("decision", { reportBody: " " })).toBe("reportBack");
    expect(missing("decision", { reportBody: "", reportOn: null })).toBeNull();
  });
  test("what another kind lacks stands in nobody's way", () => {
    expect(missing("note", { reportOn: "2027-03-01", owner: undefined, amount: "plenty" })).toBeNull();
  });
});

test("words go on the record without the space round them", () => {
  const draft = { ...draftOf("note"), text: "  Noted. \n" };
  expect(recordingOf(draft, entries.note, items.budget)).toMatchObject({ command: { text: "Noted." } });
});

test("changing kind keeps the words and whatever else was chosen", () => {
  const turned: Draft = { ...draftOf("money"), kind: "challenge" };
  expect(recordingOf(turned, entries.challenge, items.budget)).toMatchObject({
    command: { type: "recordChallenge", text: full.money.text, speaker: full.money.speaker },
  });
  expect(recordingOf({ ...turned, kind: "money" }, entries.money, items.budget)).toMatchObject({
    command: { type: "recordMoneyPoint", pot, ownPartner: partners.county },
  });
});

describe("who is most likely heard", () => {
  const floor: Happened = [
    chair,
    {
      type: "floorGiven",
      itemId: items.budget,
      speaker: board.speaking(seats.firm),
      kind: "discussion",
      invited: false,
    },
  ];
  test("for the clerk whoever has the floor, else the chair", () => {
    expect(likelySpeaker(after(...board.onBudget, floor), clerk, "clerk")).toEqual(
      board.speaking(seats.firm),
    );
    expect(likelySpeaker(meeting, otherClerk, "clerk")).toEqual({ as: "chair" });
  });
  test("for the chair the chair, for others the seat they may speak for", () => {
    expect(likelySpeaker(after(...board.onBudget, floor), chair, "chair")).toEqual({ as: "chair" });
    expect(likelySpeaker(meeting, county, "member")).toEqual(board.speaking(seats.county));
    expect(likelySpeaker(meeting, charityDeputy, "member")).toEqual(board.speaking(seats.charity));
  });
  test("an adviser without a seat is a guest, and an observer nobody", () => {
    expect(likelySpeaker(meeting, adviser, "adviser")).toEqual(board.speaking(seats.expert));
    expect(likelySpeaker(meeting, observer, "adviser")).toEqual({ as: "guest" });
    expect(likelySpeaker(meeting, observer, "observer")).toBeNull();
  });
  test("money begins as that of one's own partner", () => {
    expect(newDraft(meeting, county, "member", "money").ownPartner).toBe(partners.county);
    expect(newDraft(meeting, chair, "chair", "money").ownPartner).toBeNull();
  });
});
