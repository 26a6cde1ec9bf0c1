import { describe, expect, test } from "vitest";
import type { MeetingFacts, MoneyFact } from "#domain/facts/facts.ts";
import type { PersonId } from "#domain/ids.ts";
import { viewOf } from "#domain/indicators/view.ts";
import { DAY, held, money, stageOf } from "#tests/support/held-facts.ts";
import { newPerson, newPot } from "#tests/support/ids.ts";
import { OPENED_AT } from "#tests/support/played-meeting.ts";
import { moneyFlow } from "./money-flow.ts";

const POUND = 100;

function flowOf(board: readonly MeetingFacts[], reader: PersonId | null = null, days = 400) {
  const asOf = OPENED_AT + days * DAY;
  return moneyFlow(
    board.map((facts, index) => ({ facts, view: viewOf(board, index, asOf) })),
    reader,
  );
}

/** "mentioned 2 £300 1 0 1": told, pounds, without an amount, withheld, standing there. */
function said({ stages }: ReturnType<typeof moneyFlow>): readonly string[] {
  return stages.map(
    ({ stage, told, pence, withoutAmount, withheld, standing }) =>
      `${stage} ${told.length} £${pence / POUND} ${withoutAmount} ${withheld} ${standing}`,
  );
}

const one = (more: Partial<MoneyFact> = {}, pence: number | null = 300 * POUND) => money(0, pence, more);

describe("what became of the money", () => {
  test("given money that went all the way, then it counts at each stage with what was told there", () => {
    const stages = [
      stageOf(0, "mentioned", 300 * POUND),
      stageOf(30, "offered", 250 * POUND),
      stageOf(60, "agreed", 200 * POUND),
      stageOf(90, "spent", 190 * POUND),
    ];
    expect(said(flowOf([held(0, { money: [one({ stages })] })]))).toEqual([
      "mentioned 1 £300 0 0 0",
      "offered 1 £250 0 0 0",
      "agreed 1 £200 0 0 0",
      "spent 1 £190 0 0 1",
    ]);
  });

  test("given no amount at a stage, then it is counted and not summed as nought, nor carried over", () => {
    const stages = [stageOf(0, "mentioned", null), stageOf(30, "agreed", null)];
    expect(said(flowOf([held(0, { money: [one({ stages }, null)] })]))).toEqual([
      "mentioned 1 £0 1 0 0",
      "offered 0 £0 0 0 0",
      "agreed 1 £0 1 0 1",
      "spent 0 £0 0 0 0",
    ]);
  });

  test("given the same partner's money in the same pot told of again, then it is one line with the most that was told", () => {
    const pot = newPot();
    const flow = flowOf([
      held(0, { money: [one({ pot }), one({}, 50 * POUND)] }),
      held(60, { money: [money(60, 400 * POUND, { pot })] }),
    ]);
    expect(flow.count).toBe(2);
    expect(said(flow)[0]).toBe("mentioned 2 £450 0 0 2");
  });

  test("given a stage that had not been told by the moment looked from, then it has not been reached", () => {
    const stages = [stageOf(0, "mentioned", 300 * POUND), stageOf(90, "agreed", 300 * POUND)];
    expect(said(flowOf([held(0, { money: [one({ stages })] })], null, 30))[2]).toBe("agreed 0 £0 0 0 0");
  });

  test("given savings, pressures and what was withdrawn, then none is in the flow, and the first two are told of", () => {
    const flow = flowOf([
      held(0, {
        money: [
          one({ moneyKind: "saving" }),
          one({ moneyKind: "pressure" }),
          one({ withdrawnAt: OPENED_AT }),
          one({ countsFrom: OPENED_AT + 900 * DAY }),
        ],
      }),
    ]);
    expect(flow).toMatchObject({ count: 0, savings: 1, pressures: 1, pending: 1 });
  });
});

describe("amounts that may not be read", () => {
  const restricted = { restricted: true, pence: null } as const;

  test("given a restricted amount, then it is counted and in no sum, whatever it was", () => {
    const shut = (pence: number) =>
      one(
        { ...restricted, stages: [{ ...stageOf(0, "mentioned", pence), pence: null, withFigure: true }] },
        null,
      );
    const flows = [1, 7_000_000].map((pence) => flowOf([held(0, { money: [one(), shut(pence)] })]));
    expect(said(flows[0] as NonNullable<(typeof flows)[0]>)[0]).toBe("mentioned 2 £300 0 1 2");
    expect(JSON.stringify(flows[0]?.stages.map(({ pence }) => pence))).toBe(
      JSON.stringify(flows[1]?.stages.map(({ pence }) => pence)),
    );
  });

  test("given a line told of openly and without the public, then its whole amount is kept back", () => {
    const pot = newPot();
    const stages = [{ ...stageOf(30, "mentioned", 1), pence: null, withFigure: true }];
    const flow = flowOf([
      held(0, { money: [one({ pot })] }),
      held(30, { money: [money(30, null, { ...restricted, pot, stages })] }),
    ]);
    expect(said(flow)[0]).toBe("mentioned 1 £0 0 1 1");
  });

  test("given a stage told without the public of money mentioned openly, then that stage has no sum", () => {
    const stages = [
      stageOf(0, "mentioned", 300 * POUND),
      { ...stageOf(30, "agreed", 1), pence: null, withFigure: true },
    ];
    expect(said(flowOf([held(0, { money: [one({ stages })] })]))).toEqual([
      "mentioned 1 £300 0 0 0",
      "offered 0 £0 0 0 0",
      "agreed 1 £0 0 1 1",
      "spent 0 £0 0 0 0",
    ]);
  });

  test("given a reader whom an interest keeps out of the item, then its amount is in no sum of theirs", () => {
    const [kept, other] = [newPerson(), newPerson()];
    const told = one();
    const board = [held(0, { money: [told], barred: [{ person: kept, items: [told.item] }] })];
    expect(said(flowOf(board, kept))[0]).toBe("mentioned 1 £0 0 1 1");
    expect(said(flowOf(board, other))[0]).toBe("mentioned 1 £300 0 0 1");
  });
});
