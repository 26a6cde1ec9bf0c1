import { expect, test } from "vitest";
import { itemOf } from "#domain/meeting/look-up.ts";
import * as board from "#tests/support/board.ts";
import { newEntry } from "#tests/support/ids.ts";
import { after, type Happened } from "#tests/support/meeting-spec.ts";
import { clerk, county } from "#tests/support/people.ts";
import { moneySoFar } from "./money-so-far.ts";

const itemId = board.items.budget;
const { money } = board.recorded;

function soFar(...happened: readonly Happened[]): string | null {
  const item = itemOf(after(...board.onBudget, ...happened), itemId);
  return item ? moneySoFar(item) : null;
}
const said = (
  no: number,
  amount: typeof money.amount,
  stage: typeof money.stage,
  pot: typeof money.pot = null,
): Happened => [county, { ...money, entryId: newEntry(), no, amount, stage, pot }];
const pounds = (sum: number) => ({ kind: "stated", pence: sum * 100 }) as const;

test("nothing is said of money where none was talked of", () => {
  expect(soFar()).toBeNull();
});

test("sums are kept apart by how far the money has come, the furthest first", () => {
  const range = { kind: "range", fromPence: 7_000_000, toPence: 9_000_000 } as const;
  expect(
    soFar(
      said(1, pounds(20_000), "mentioned"),
      said(2, pounds(5000), "offered"),
      said(3, range, "mentioned"),
      said(4, pounds(1000), "offered"),
      said(5, { kind: "none" }, "mentioned"),
    ),
  ).toBe("£6,000 offered, £90,000 to £110,000 mentioned, 1 without a figure");
});

test("the same pot said again is the same money: once, at the furthest it has come", () => {
  expect(
    soFar(
      said(1, pounds(20_000), "mentioned", board.pot),
      said(2, pounds(20_000), "offered", board.pot),
      said(3, pounds(18_000), "offered", board.pot),
      said(4, { kind: "none" }, "agreed", board.pot),
      said(5, pounds(1000), "offered"),
    ),
  ).toBe("£21,000 offered");
  expect(soFar(said(1, { kind: "none" }, "mentioned", board.pot))).toBe("1 without a figure");
});

test("what became of it counts in place of what was first said, and what is struck out not at all", () => {
  const agreed = { type: "moneyStageRecorded", itemId, entryId: money.entryId, stage: "agreed" } as const;
  expect(soFar([county, money], [clerk, { ...agreed, pence: 300_000, heardAt: null }])).toBe("£3,000 agreed");
  expect(
    soFar([county, money], [clerk, { type: "entryStruckOut", itemId, entryId: money.entryId, reason: "x" }]),
  ).toBeNull();
});
