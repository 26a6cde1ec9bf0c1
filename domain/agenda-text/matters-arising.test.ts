import { expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, type Happened } from "#tests/support/meeting-spec.ts";
import { clerk } from "#tests/support/people.ts";
import { mattersItem } from "./matters-arising.ts";

const { items } = board;
const titled = (...titles: readonly string[]) =>
  after(
    ...board.made,
    ...titles.map((title, index): Happened => {
      const itemId = Object.values(items)[index] ?? items.budget;
      const added = { type: "itemAdded", itemId, parent: null, after: null, reason: "" } as const;
      return [clerk, { ...added, heading: board.heading(title) }];
    }),
  ).items;

test.each([
  "Matters arising",
  "MINUTES (pages 1 to 4) AND MATTERS ARISING",
  "Matter  arising",
  "Materion yn codi",
])("%s", (title) => {
  expect(mattersItem(titled("Apologies", title, "Budget"))?.title).toBe(title);
});

test("what only sounds like it is not it", () => {
  expect(mattersItem(titled("Arising needs", "What matters to us", "Budget"))).toBeUndefined();
});
