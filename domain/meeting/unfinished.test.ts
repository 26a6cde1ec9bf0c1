import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, type Happened } from "#tests/support/meeting-spec.ts";
import * as people from "#tests/support/people.ts";
import type { MeetingEvent } from "./events.ts";
import { type Lacking, unfinished } from "./unfinished.ts";

const { entries, items, recorded, seats } = board;
const { chair, clerk, county } = people;
const itemId = items.budget;

const lacking = (...happened: readonly Happened[]) => {
  const found = unfinished(after(...board.onBudget, ...happened), chair).entries;
  return Object.entries(found).flatMap(([name, those]) => those.map(() => name as Lacking));
};
const said = (event: MeetingEvent): Happened => [county, event];
const response = (kind: "answered" | "deferred" | "notAnswered"): Happened => [
  people.police,
  {
    type: "responseRecorded",
    itemId,
    entryId: entries.challenge,
    speaker: board.speaking(seats.police),
    kind,
    text: "",
    promisedBy: kind === "deferred" ? "2026-12-24" : null,
    heardAt: null,
  },
];
const agreed: Happened = [
  chair,
  { type: "decisionAgreed", itemId, entryId: entries.decision, method: "consensus", present: [] },
];

describe("what is unfinished", () => {
  test("is what has not been taken, a part with its whole", () => {
    expect(unfinished(after(...board.onBudget), chair).items.map(({ id }) => id)).toEqual([
      items.minutes,
      items.budget,
      items.housing,
      items.land,
    ]);
    const skipped: readonly Happened[] = [items.minutes, items.housing, items.land].map((id) => [
      chair,
      { type: "itemSkipped", itemId: id, reason: "" },
    ]);
    const parts = after(...board.onBudget, ...skipped, [
      chair,
      { type: "itemClosed", itemId: items.budget, confirmed: [] },
    ]);
    expect(unfinished(parts, chair).items.map(({ id }) => id)).toEqual([items.homes, items.rents]);
  });

  test("is a challenge without an answer; a promise by a date is one", () => {
    expect(lacking(said(recorded.challenge))).toEqual(["unanswered"]);
    expect(lacking(said(recorded.challenge), response("notAnswered"))).toEqual(["unanswered"]);
    expect(lacking(said(recorded.challenge), response("deferred"))).toEqual([]);
    expect(lacking(said(recorded.challenge), response("answered"))).toEqual([]);
  });

  test("is a decision that is not agreed, or that is nobody’s", () => {
    expect(lacking(said(recorded.decision))).toEqual(["notAgreed"]);
    expect(lacking(said(recorded.decision), agreed)).toEqual([]);
    expect(lacking(said({ ...recorded.decision, owner: null }), agreed)).toEqual(["decisionWithoutOwner"]);
    const noted = { ...recorded.decision, owner: null, substantive: false };
    expect(lacking(said(noted), agreed)).toEqual([]);
  });

  test("is money without a figure, until one is given", () => {
    expect(lacking(said(recorded.money))).toEqual([]);
    const none = said({ ...recorded.money, amount: { kind: "none" } });
    expect(lacking(none)).toEqual(["withoutFigure"]);
    const staged = { type: "moneyStageRecorded", itemId, entryId: entries.money, heardAt: null } as const;
    expect(lacking(none, [county, { ...staged, stage: "agreed", pence: 500 }])).toEqual([]);
    expect(lacking(none, [county, { ...staged, stage: "agreed", pence: null }])).toEqual(["withoutFigure"]);
  });

  test("is an action without a day; one that is no seat’s falls to the support team", () => {
    expect(lacking(said(recorded.action))).toEqual([]);
    expect(lacking(said({ ...recorded.action, owner: null }))).toEqual([]);
    expect(lacking(said({ ...recorded.action, due: null }))).toEqual(["actionWithoutDay"]);
  });

  test("is a dispute that is not settled, before anything else", () => {
    const disputed: Happened = [
      people.police,
      { type: "entryDisputed", itemId, entryId: entries.challenge, reason: "Not said." },
    ];
    expect(lacking(said(recorded.challenge), disputed)).toEqual(["disputed"]);
  });

  test("is nothing that was struck out, and nothing a reader may not read", () => {
    const struckOut: Happened = [
      clerk,
      { type: "entryStruckOut", itemId, entryId: entries.challenge, reason: "Misheard." },
    ];
    expect(lacking(said(recorded.challenge), struckOut)).toEqual([]);
    const inPrivate: readonly Happened[] = [
      [chair, { type: "publicExcluded", reason: "Paragraph 3" }],
      [county, { ...recorded.challenge, itemId: items.land }],
    ];
    const meeting = after(...board.opened, ...inPrivate);
    expect(unfinished(meeting, chair).entries.unanswered).toHaveLength(1);
    expect(unfinished(meeting, people.observer).entries.unanswered).toEqual([]);
  });

  test("is counted together", () => {
    const meeting = after(...board.onBudget, said(recorded.challenge), said({ ...recorded.decision, no: 2 }));
    expect(unfinished(meeting, chair).count).toBe(6);
  });
});
