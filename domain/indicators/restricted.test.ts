// A restricted amount enters no figure that anybody opens (`indicators.md §10`): whatever it was, all that is shown is
// the same, so that nobody can work it out from a total.
import { expect, test } from "vitest";
import { canonicalJson } from "#domain/facts/canonical-json.ts";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import { factsOf } from "#domain/facts/fold-facts.ts";
import type { EntryId, SeatId } from "#domain/ids.ts";
import type { MeetingEvent } from "#domain/meeting/events.ts";
import { DAY } from "#tests/support/held-facts.ts";
import { newEntry, newItem, newMeeting } from "#tests/support/ids.ts";
import {
  begun,
  business,
  type Happened,
  OPENED_AT,
  played,
  registersWith,
} from "#tests/support/played-meeting.ts";
import { moneyFlow } from "../year/money-flow.ts";
import { INDICATORS } from "./all.ts";
import { ALWAYS, pooledOver, resultsOf } from "./period.ts";
import { viewOf } from "./view.ts";

const { registers, seated } = registersWith([
  { sector: "local-authority" },
  { sector: "private" },
  { sector: "private" },
]);
const [, firm] = seated.map(({ seat }) => seat) as [SeatId, SeatId];
const partner = registers.seats[1]?.partnerId;
if (!partner) throw new Error("the seat has a partner");
const start = begun(registers, seated, newMeeting());
const shut = newItem();
const ids = Array.from({ length: 8 }, newEntry);

const added = start.find(([, event]) => event.type === "itemAdded")?.[1];
if (added?.type !== "itemAdded") throw new Error("the agenda has items");
const restricted: Happened = [
  0,
  {
    ...added,
    itemId: shut,
    heading: { ...added.heading, openness: { kind: "restricted", ground: "3", reviewOn: "2027-01-01" } },
  },
];

function point(entryId: EntryId, no: number, itemId: typeof shut, pence: number): MeetingEvent {
  return {
    type: "moneyPointRecorded",
    entryId,
    itemId,
    no,
    speaker: { as: "seat", seat: firm },
    text: "For the homes.",
    ownPartner: partner as NonNullable<typeof partner>,
    moneyKind: "aligned",
    amount: { kind: "stated", pence },
    period: "2026",
    source: "Our budget",
    pot: null,
    stage: "offered",
  };
}

/** Four sums said openly, three said without the public, one of which is agreed at another sum. */
function meetingWith(amounts: readonly number[]): MeetingFacts {
  const facts = factsOf(
    played([
      ...start,
      restricted,
      [1, { type: "itemOpened", itemId: business }],
      ...ids.slice(0, 4).map((id, i): Happened => [2, point(id, i + 1, business, 100_000)]),
      [30, { type: "itemClosed", itemId: business, confirmed: ids.slice(0, 4) }],
      [30, { type: "publicExcluded", reason: "Terms" }],
      [31, { type: "itemOpened", itemId: shut }],
      ...amounts.map((pence, i): Happened => [32, point(ids[4 + i] ?? newEntry(), i + 1, shut, pence)]),
      [
        40,
        {
          type: "moneyStageRecorded",
          itemId: shut,
          entryId: ids[4] ?? newEntry(),
          stage: "agreed",
          pence: (amounts[0] ?? 0) * 2,
          heardAt: null,
        },
      ],
      [60, { type: "itemClosed", itemId: shut, confirmed: ids.slice(4, 7) }],
      [60, { type: "meetingClosed" }],
    ]),
  );
  if (!facts) throw new Error("the meeting has closed");
  return facts;
}

test("all twenty-eight are the same whatever the restricted amounts were, and say that some were left out", () => {
  const asOf = OPENED_AT + 500 * DAY;
  const told = (
    [
      [1, 2, 3],
      [7_000_000_00, 12_345_67, 9_999_999_99],
    ] as const
  ).map((amounts) => {
    const facts = meetingWith(amounts);
    const figures = INDICATORS.map((indicator) => [
      indicator.id,
      resultsOf(indicator, [facts], asOf),
      pooledOver(indicator, [facts], ALWAYS, asOf),
    ]);
    const flow = moneyFlow([{ facts, view: viewOf([facts], 0, asOf) }], null);
    return {
      facts: canonicalJson(facts),
      figures: canonicalJson(figures),
      flow: canonicalJson(flow),
      ofStages: flow.stages.map(({ pence, withheld }) => [pence, withheld]),
    };
  });
  expect(told[0]).toEqual(told[1]);
  // four of a thousand pounds offered openly; three offered and one agreed without the public
  expect(told[0]?.ofStages).toEqual([
    [0, 0],
    [400_000, 3],
    [0, 1],
    [0, 0],
  ]);

  const facts = meetingWith([1, 2, 3]);
  expect(facts.money.filter((fact) => fact.restricted)).toHaveLength(3);
  const found = (id: string) =>
    INDICATORS.filter((indicator) => indicator.id === id).map((each) => resultsOf(each, [facts], asOf)[0]);
  expect(found("money-to-commitment")).toMatchObject([
    { kind: "value", denominator: 400_000, companions: { restricted: 3, entries: 4 } },
  ]);
  expect(found("money-candour")).toMatchObject([{ companions: { pence: 400_000, restricted: 3 } }]);
});
