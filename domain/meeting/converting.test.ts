// An entry of the wrong kind becomes one of the right kind: with its number and its words, and a history that says so.
import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { adviser, chair, clerk, county, police } from "#tests/support/people.ts";
import { type ConvertEntry, convertedAt } from "./converting.ts";
import { wordingsOf } from "./entries.ts";
import type { ConvertedTo } from "./events.ts";
import { entryOf } from "./look-up.ts";
import type { Meeting } from "./state.ts";

const { entries, items, partners, recorded, seats } = board;
const itemId = items.budget;
const reason = "It was a question.";

const onRecord: readonly Happened[] = [
  ...board.onBudget,
  [county, recorded.decision],
  [county, { ...recorded.challenge, no: 2 }],
  [county, { ...recorded.money, no: 3 }],
  [county, { ...recorded.action, no: 4 }],
  [county, { ...recorded.note, no: 5 }],
  [county, { ...recorded.evidence, no: 6 }],
];

const toChallenge = { kind: "challenge", target: partners.police, topic: "money" } as const;
const toAction = {
  kind: "action",
  owner: seats.police,
  due: "2027-02-01",
  size: "large",
  decision: null,
} as const;
const every: readonly ConvertedTo[] = [
  toChallenge,
  toAction,
  { kind: "note" },
  {
    kind: "decision",
    substantive: true,
    objectives: [],
    contributing: [],
    owner: null,
    due: null,
    reasons: "",
    options: "",
    moneyEffect: "",
    reportBack: null,
  },
  {
    kind: "money",
    ownPartner: partners.county,
    moneyKind: "saving",
    amount: { kind: "stated", pence: 500 },
    period: "",
    source: "",
    pot: null,
    stage: "mentioned",
  },
  {
    kind: "evidence",
    provider: null,
    circulated: false,
    commonDefinition: false,
    told: "",
    obstacle: "formats",
  },
];
const convert = (entryId: ConvertEntry["entryId"], to: ConvertedTo): ConvertEntry => ({
  type: "convertEntry",
  entryId,
  to,
  reason,
});
const found = (meeting: Meeting, id: ConvertEntry["entryId"]) => {
  const entry = entryOf(meeting, id);
  if (!entry) throw new Error("no such entry");
  return entry;
};

describe("an entry of every kind", () => {
  const pairs = Object.entries(entries).flatMap(([kind, id]) =>
    every.map((to) => [kind, to.kind, id, to] as const),
  );

  test.each(pairs)("%s, told to be %s", (_from, _to, id, to) => {
    const before = found(after(...onRecord), id);
    if (before.kind === to.kind) {
      given(...onRecord)
        .when(clerk, convert(id, to))
        .thenRefused({ code: "nothingChanges" });
      return;
    }
    const meeting = given(...onRecord)
      .when(clerk, convert(id, to))
      .thenRecorded({ type: "entryConverted", itemId, entryId: id, to, reason });

    const now = found(meeting, id);
    const { no, text, speaker, seq, at, by } = before;
    expect(now).toMatchObject({ ...to, no, text, speaker, seq, at, by });
    expect(wordingsOf(now)[0]?.entry).toMatchObject({ ...before, history: expect.anything() });
    expect(now.history).toMatchObject([{ kind: before.kind, by: clerk, reason }]);
  });

  test("begins anew as what it is", () => {
    const meeting = after(...onRecord, [
      clerk,
      { type: "entryConverted", itemId, entryId: entries.note, to: toAction, reason },
    ]);

    expect(found(meeting, entries.note)).toMatchObject({
      status: "toDo",
      updates: [],
      originalDue: "2027-02-01",
      confirmed: null,
    });
    expect(convertedAt(found(meeting, entries.note))).toBe(meeting.recent.at(-1)?.at);
    expect(convertedAt(found(meeting, entries.challenge))).toBeNull();
  });
});

describe("who and what", () => {
  test("one's own, or anybody's by the clerk", () => {
    given(...onRecord)
      .when(county, convert(entries.note, toChallenge))
      .thenRecorded({ type: "entryConverted", itemId, entryId: entries.note, to: toChallenge, reason });
    given(...onRecord)
      .when(police, convert(entries.note, toChallenge))
      .thenRefused({ code: "notYours" });
  });

  test("an adviser proposes no decision this way either", () => {
    const [, , , decision] = every;
    if (!decision) throw new Error("no decision");
    given(...board.onBudget, [adviser, { ...recorded.note, speaker: { as: "guest" } }])
      .when(adviser, convert(entries.note, decision))
      .thenRefused({ code: "roleMayNot", needed: ["chair", "viceChair", "clerk", "member"] });
  });

  test("not an agreed decision, nor what no longer stands", () => {
    const agreed: Happened = [
      chair,
      { type: "decisionAgreed", itemId, entryId: entries.decision, method: "consensus", present: [] },
    ];
    given(...onRecord, agreed)
      .when(clerk, convert(entries.decision, { kind: "note" }))
      .thenRefused({ code: "alreadyAgreed", entryId: entries.decision });
    given(...onRecord, [clerk, { type: "entryStruckOut", itemId, entryId: entries.note, reason }])
      .when(clerk, convert(entries.note, toChallenge))
      .thenRefused({ code: "entryNotStanding" });
  });

  test("what the new kind names has to be there", () => {
    given(...onRecord)
      .when(clerk, convert(entries.note, { ...toChallenge, target: board.unknown.partner }))
      .thenRefused({ code: "partnerNotFound" });
    given(...onRecord)
      .when(clerk, convert(entries.note, { ...toAction, owner: board.unknown.seat }))
      .thenRefused({ code: "seatNotFound" });
    given(...onRecord)
      .when(clerk, convert(entries.note, { ...toAction, decision: entries.challenge }))
      .thenRefused({ code: "entryNotFound" });
  });

  test("undone, it is what it was, answers and all", () => {
    const happened: readonly Happened[] = [
      ...onRecord,
      [clerk, { type: "entryConverted", itemId, entryId: entries.challenge, to: { kind: "note" }, reason }],
    ];
    const meeting = given(...happened)
      .when(clerk, { type: "undo", seq: happened.length })
      .thenRecorded({ type: "actUndone", undoes: happened.length, itemId });

    expect(found(meeting, entries.challenge)).toEqual(found(after(...onRecord), entries.challenge));
  });
});
