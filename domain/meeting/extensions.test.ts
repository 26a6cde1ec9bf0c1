import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county } from "#tests/support/people.ts";
import { addedTo, allowedFor } from "./extensions.ts";
import { itemOf } from "./look-up.ts";

const { items, unknown } = board;
const five = { type: "extendItem", itemId: items.budget, minutes: 5, forDebate: false } as const;
const added = (minutes: number, forDebate: boolean): Happened => [
  chair,
  { type: "itemExtended", itemId: items.budget, minutes, forDebate },
];

describe("extendItem", () => {
  test("time is added, and the plan stays as it was", () => {
    const meeting = given(...board.onBudget)
      .when(chair, five)
      .thenRecorded({ type: "itemExtended", itemId: items.budget, minutes: 5, forDebate: false });

    const item = itemOf(meeting, items.budget);
    expect(item).toMatchObject({ plannedMinutes: 20, plannedAtOpening: 20 });
    expect(item && allowedFor(item)).toBe(25);
  });

  test("what was added for debate is told from what was merely overrun", () => {
    const item = itemOf(after(...board.onBudget, added(5, false), added(10, true)), items.budget);

    expect(item && addedTo(item)).toEqual({ minutes: 15, forDebate: 10 });
  });

  test("an item without a plan has as long as it is given", () => {
    expect(allowedFor({ plannedMinutes: null, extensions: [] })).toBeNull();
    const [extension] = itemOf(after(...board.onBudget, added(5, true)), items.budget)?.extensions ?? [];
    expect(extension && allowedFor({ plannedMinutes: null, extensions: [extension] })).toBe(5);
  });

  test("the clerk adds it as the chair does, and no member", () => {
    given(...board.onBudget)
      .when(clerk, { ...five, forDebate: true })
      .thenRecorded({ type: "itemExtended", itemId: items.budget, minutes: 5, forDebate: true });
    given(...board.onBudget)
      .when(county, five)
      .thenRefused({ code: "roleMayNot", needed: ["chair", "clerk"] });
  });

  test("only an item that is open runs out of time", () => {
    given(...board.onBudget)
      .when(chair, { ...five, itemId: items.housing })
      .thenRefused({ code: "itemNotOpen", itemId: items.housing });
    given(...board.onBudget)
      .when(chair, { ...five, itemId: unknown.item })
      .thenRefused({ code: "itemNotFound" });
  });

  test("it is undone within ten seconds; an earlier addition stays", () => {
    const meeting = given(...board.onBudget, added(5, true), added(5, false))
      .when(chair, { type: "undo", seq: board.onBudget.length + 2 })
      .thenRecorded({ type: "actUndone", undoes: board.onBudget.length + 2, itemId: items.budget });

    const item = itemOf(meeting, items.budget);
    expect(item && addedTo(item)).toEqual({ minutes: 5, forDebate: 5 });
  });
});
