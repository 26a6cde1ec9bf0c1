import { describe, expect, test } from "vitest";
import type { ItemId } from "#domain/ids.ts";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county } from "#tests/support/people.ts";
import type { AmendItem, ImportAgenda } from "./agenda.ts";
import { plannedMinutesOf } from "./agenda-order.ts";
import type { MeetingEvent } from "./events.ts";
import type { Meeting } from "./state.ts";

const { items, unknown } = board;
const reason = "Asked for by the county.";

const numbers = (meeting: Meeting) => meeting.items.map(({ number, title }) => `${number} ${title}`.trim());
const added = (
  itemId: ItemId,
  place: { parent?: ItemId; after?: ItemId },
  heading = board.heading("Transport"),
): MeetingEvent => ({ type: "itemAdded", itemId, parent: null, after: null, ...place, heading, reason });

describe("the numbers of items", () => {
  test("follow their place until the meeting opens, letters for sub-items", () => {
    expect(numbers(after(...board.drafted))).toEqual([
      "1 Minutes",
      "2 Budget",
      "3 Housing",
      "3a New homes",
      "3b Rents",
      "4 Land sale",
    ]);
    const moved = after(...board.drafted, [
      clerk,
      { type: "itemMoved", itemId: items.housing, parent: null, after: null, reason: "" },
    ]);
    expect(numbers(moved).slice(0, 4)).toEqual(["1 Housing", "1a New homes", "1b Rents", "2 Minutes"]);
  });

  test("stay with their items once the meeting has opened; a newcomer gets the next one", () => {
    const meeting = after(
      ...board.opened,
      [clerk, { type: "itemMoved", itemId: items.land, parent: null, after: null, reason }],
      [clerk, added(unknown.item, { after: items.minutes })],
    );

    expect(numbers(meeting).slice(0, 4)).toEqual(["4 Land sale", "1 Minutes", "5 Transport", "2 Budget"]);
  });

  test("are not given twice when a sub-item has moved out from under its parent", () => {
    const meeting = after(
      ...board.opened,
      [clerk, { type: "itemMoved", itemId: items.rents, parent: null, after: null, reason }],
      [clerk, added(unknown.item, { parent: items.housing })],
      [clerk, added(board.items.homes, {}, board.heading("Homes"))],
    );

    expect(numbers(meeting)).toContain("3b Rents");
    expect(numbers(meeting)).toContain("3c Transport");
    expect(numbers(meeting)).toContain("5 Homes");
  });

  test("are left out where the officer leaves them out, above and below", () => {
    const unnumbered: readonly Happened[] = [
      ...board.made,
      [clerk, added(items.minutes, {}, board.heading("Apologies", { numbered: false }))],
      [clerk, added(items.homes, { parent: items.minutes }, board.heading("Late apologies"))],
      [clerk, added(items.budget, { after: items.minutes }, board.heading("Budget"))],
    ];

    expect(numbers(after(...unnumbered))).toEqual(["Apologies", "Late apologies", "1 Budget"]);
  });
});

describe("addItem", () => {
  const heading = board.heading("Transport");
  const addItem = {
    type: "addItem",
    itemId: unknown.item,
    parent: null,
    after: items.budget,
    heading,
  } as const;
  const papers = [{ title: "Plan", address: "https://example.org/plan.pdf", pages: "1-4" }];

  test("what an item is about stands apart from its heading, so that it can be withheld", () => {
    given(...board.drafted)
      .when(clerk, { ...addItem, description: "A plan.", papers, reason: "" })
      .thenRecorded(
        { ...addItem, type: "itemAdded", reason: "" },
        { type: "itemBriefed", itemId: unknown.item, description: "A plan.", papers },
      );
  });

  test("behind a top-level item is behind its sub-items too", () => {
    const meeting = given(...board.drafted)
      .when(chair, { ...addItem, after: items.housing, description: "", papers: [], reason: "" })
      .thenRecorded({ ...addItem, after: items.housing, type: "itemAdded", reason: "" });

    expect(numbers(meeting).slice(4)).toEqual(["3b Rents", "4 Transport", "5 Land sale"]);
  });

  test("a sub-item has no sub-items", () => {
    given(...board.drafted)
      .when(clerk, { ...addItem, parent: items.homes, after: null, description: "", papers: [], reason: "" })
      .thenRefused({ code: "itemNotFound" });
  });

  test("a lead is a partner of the board", () => {
    const led = board.heading("Transport", { lead: unknown.partner });
    given(...board.drafted)
      .when(clerk, { ...addItem, heading: led, description: "", papers: [], reason: "" })
      .thenRefused({ code: "partnerNotFound" });
  });
});

describe("importAgenda", () => {
  const briefing = { description: "", papers: [] };
  const line = (itemId: ItemId, parent: ItemId | null, title: string) => ({
    ...briefing,
    itemId,
    parent,
    heading: board.heading(title),
  });
  const importing = (...lines: ImportAgenda["items"]): ImportAgenda => ({
    type: "importAgenda",
    items: lines,
  });

  test("takes a whole agenda in its order, below what is there", () => {
    const one = line(items.budget, null, "Budget");
    const two = line(items.housing, null, "Housing");
    const sub = line(items.homes, items.budget, "Homes");
    const { minutes } = items;
    const meeting = given(...board.made, [clerk, added(minutes, {}, board.heading("Minutes"))])
      .when(clerk, importing(one, sub, two))
      .thenRecorded(
        { ...added(items.budget, { after: minutes }, one.heading), reason: "" } as MeetingEvent,
        { ...added(items.homes, { parent: items.budget }, sub.heading), reason: "" } as MeetingEvent,
        { ...added(items.housing, { after: items.budget }, two.heading), reason: "" } as MeetingEvent,
      );

    expect(numbers(meeting)).toEqual(["1 Minutes", "2 Budget", "2a Homes", "3 Housing"]);
  });

  test("is all or nothing", () => {
    given(...board.made)
      .when(clerk, importing(line(items.budget, null, "Budget"), line(items.budget, null, "Budget again")))
      .thenRefused({ code: "alreadyRecorded" });
    given(...board.made)
      .when(clerk, importing(line(items.homes, items.budget, "Homes"), line(items.budget, null, "Budget")))
      .thenRefused({ code: "itemNotFound" });
  });
});

describe("amendItem", () => {
  const heading = board.heading("Budget", { kind: "decision" });
  const amending: AmendItem = {
    type: "amendItem",
    itemId: items.budget,
    heading,
    description: "",
    papers: [],
    reason: "",
  };

  test("records what changed and no more", () => {
    given(...board.drafted)
      .when(clerk, { ...amending, description: "Three years." })
      .thenRecorded({ type: "itemBriefed", itemId: items.budget, description: "Three years.", papers: [] });
    given(...board.drafted)
      .when(clerk, amending)
      .thenRefused({ code: "nothingChanges" });
  });

  test("an item under way is restricted only once the public has been excluded", () => {
    const closing: AmendItem = { ...amending, heading: { ...heading, openness: board.restricted }, reason };
    given(...board.onBudget)
      .when(clerk, closing)
      .thenRefused({ code: "publicNotExcluded" });
    given(...board.onBudget, [chair, { type: "publicExcluded", reason: "Paragraph 3" }])
      .when(clerk, closing)
      .thenRecorded({ type: "itemAmended", itemId: items.budget, heading: closing.heading, reason });
  });

  test("nobody else amends the agenda", () => {
    given(...board.drafted)
      .when(county, amending)
      .thenRefused({ code: "roleMayNot", needed: ["chair", "clerk"] });
  });
});

describe("moveItem and removeItem", () => {
  test("an item that has begun keeps its place, even when it was deferred afterwards", () => {
    given(
      ...board.onBudget,
      [chair, { type: "itemClosed", itemId: items.budget, confirmed: [] }],
      [chair, { type: "itemDeferred", itemId: items.budget, reason }],
    )
      .when(clerk, { type: "moveItem", itemId: items.budget, parent: null, after: null, reason })
      .thenRefused({ code: "itemBegun", itemId: items.budget });
  });

  test("moving an item to where it is changes nothing", () => {
    given(...board.drafted)
      .when(clerk, { type: "moveItem", itemId: items.homes, parent: items.housing, after: null, reason: "" })
      .thenRefused({ code: "nothingChanges" });
  });

  test("removing an item removes its sub-items", () => {
    const meeting = given(...board.drafted)
      .when(clerk, { type: "removeItem", itemId: items.housing, reason: "" })
      .thenRecorded({ type: "itemRemoved", itemId: items.housing, reason: "" });

    expect(numbers(meeting)).toEqual(["1 Minutes", "2 Budget", "3 Land sale"]);
  });
});

test("sub-items count within the plan of their parent, or are the plan when it has none", () => {
  const amended = (itemId: ItemId, plannedMinutes: number | null): Happened => [
    clerk,
    { type: "itemAmended", itemId, heading: board.heading("Item", { plannedMinutes }), reason: "" },
  ];

  expect(plannedMinutesOf(after(...board.drafted))).toBe(80);
  expect(plannedMinutesOf(after(...board.drafted, amended(items.housing, null)))).toBe(100);
});

test("the plan is kept as it stood at the opening; what comes later has none", () => {
  const longer = board.heading("Budget", { plannedMinutes: 45 });
  const meeting = after(
    ...board.opened,
    [clerk, { type: "itemAmended", itemId: items.budget, heading: longer, reason }],
    [clerk, added(unknown.item, {})],
  );
  const plan = Object.fromEntries(meeting.items.map((item) => [item.id, item.plannedAtOpening]));

  expect([plan[items.budget], plan[unknown.item]]).toEqual([20, null]);
});
