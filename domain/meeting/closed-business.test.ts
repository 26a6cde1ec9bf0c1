import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import * as people from "#tests/support/people.ts";
import { admittedTo } from "./closed-business.ts";
import { mayHearItem, mayReadItem } from "./rights.ts";

const { items, unknown } = board;
const { chair, clerk, county, observer, scrutineer, stranger } = people;

const ground = "Paragraph 3";
const reason = "Resolved on the motion of the county.";
const restrict = { type: "restrictItem", itemId: items.budget, ground, reviewOn: null, reason } as const;
const budget = (openness: ReturnType<typeof board.heading>["openness"]) =>
  board.heading("Budget", { kind: "decision", openness });
const restricted = {
  type: "itemAmended",
  itemId: items.budget,
  heading: budget({ kind: "restricted", ground, reviewOn: null }),
  reason,
} as const;

describe("restrictItem", () => {
  test("before the meeting a ground is enough", () => {
    given(...board.published)
      .when(clerk, { ...restrict, reason: "" })
      .thenRecorded({ ...restricted, reason: "" });
  });

  test("once the meeting has opened it says by which resolution", () => {
    given(...board.opened)
      .when(chair, { ...restrict, reason: "" })
      .thenRefused({ code: "reasonNeeded" });
    given(...board.opened)
      .when(clerk, restrict)
      .thenRecorded(restricted);
  });

  test("of the item under way the public is excluded by the same act, which is the chair's", () => {
    given(...board.onBudget)
      .when(chair, restrict)
      .thenRecorded({ type: "publicExcluded", reason: ground }, restricted);
    given(...board.onBudget)
      .when(clerk, restrict)
      .thenRefused({ code: "publicNotExcluded" });
    given(...board.onBudget, [chair, { type: "publicExcluded", reason: ground }])
      .when(clerk, restrict)
      .thenRecorded(restricted);
  });

  test("an item one of whose parts is under way counts as under way", () => {
    given(
      ...board.opened,
      [chair, { type: "itemOpened", itemId: items.housing }],
      [chair, { type: "itemOpened", itemId: items.homes }],
    )
      .when(clerk, { ...restrict, itemId: items.housing })
      .thenRefused({ code: "publicNotExcluded" });
  });

  test("on the same ground twice it changes nothing", () => {
    given(...board.opened)
      .when(clerk, { ...restrict, itemId: items.land })
      .thenRefused({ code: "nothingChanges" });
  });

  test("an item that is not there is not restricted", () => {
    given(...board.opened)
      .when(clerk, { ...restrict, itemId: unknown.item })
      .thenRefused({ code: "itemNotFound" });
  });
});

describe("liftRestriction", () => {
  const lift = { type: "liftRestriction", itemId: items.land, reason: "The sale is done." } as const;

  test("opens the item to everybody, with a reason", () => {
    given(...board.opened)
      .when(clerk, lift)
      .thenRecorded({
        type: "itemAmended",
        itemId: items.land,
        heading: board.heading("Land sale"),
        reason: lift.reason,
      });
  });

  test("what is open is not opened again", () => {
    given(...board.opened)
      .when(clerk, { ...lift, itemId: items.budget })
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("what is not there is not opened", () => {
    given(...board.opened)
      .when(clerk, { ...lift, itemId: unknown.item })
      .thenRefused({ code: "itemNotFound" });
  });
});

describe("clearing somebody for one item", () => {
  const clear = { type: "clearReader", itemId: items.land, person: observer } as const;
  const cleared: Happened = [clerk, { type: "readerCleared", itemId: items.land, person: observer }];

  test("lets an observer read it, and nobody else", () => {
    const meeting = given(...board.opened)
      .when(clerk, clear)
      .thenRecorded(cleared[1]);

    expect([observer, scrutineer].map((person) => mayReadItem(meeting, items.land, person))).toEqual([
      true,
      false,
    ]);
    expect(admittedTo(meeting, items.land)).toEqual([observer]);
  });

  test("is needless for whoever is cleared already", () => {
    given(...board.opened, cleared)
      .when(clerk, clear)
      .thenRefused({ code: "alreadyRecorded" });
    given(...board.opened)
      .when(clerk, { ...clear, person: county })
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("is for people of the board, and of items that are there", () => {
    given(...board.opened)
      .when(clerk, { ...clear, person: stranger })
      .thenRefused({ code: "personNotFound" });
    given(...board.opened)
      .when(clerk, { ...clear, itemId: unknown.item })
      .thenRefused({ code: "itemNotFound" });
  });

  test("goes for the parts of the item too", () => {
    const heading = board.heading("Housing", { openness: board.restricted });
    const meeting = after(
      ...board.opened,
      [clerk, { type: "itemAmended", itemId: items.housing, heading, reason }],
      [clerk, { type: "readerCleared", itemId: items.housing, person: observer }],
    );

    expect(mayReadItem(meeting, items.homes, observer)).toBe(true);
  });

  test("is ended again", () => {
    const ended = given(...board.opened, cleared)
      .when(chair, { ...clear, type: "endClearance" })
      .thenRecorded({ type: "clearanceEnded", itemId: items.land, person: observer });

    expect(mayReadItem(ended, items.land, observer)).toBe(false);
    given(...board.opened)
      .when(chair, { ...clear, type: "endClearance" })
      .thenRefused({ code: "personNotCleared" });
  });

  test("lets them follow the item while the public is excluded, and no other", () => {
    const meeting = after(...board.opened, cleared, [chair, { type: "publicExcluded", reason }]);
    const heard = [items.land, items.budget].map((item) => mayHearItem(meeting, item, observer));

    expect(heard).toEqual([true, false]);
    expect(mayReadItem(meeting, items.budget, observer)).toBe(true);
    expect(mayHearItem(meeting, items.budget, county)).toBe(true);
  });

  test("is beaten by an interest", () => {
    const meeting = after(...board.opened, cleared, [clerk, board.interested(items.land, observer)]);

    expect(mayReadItem(meeting, items.land, observer)).toBe(false);
  });
});
