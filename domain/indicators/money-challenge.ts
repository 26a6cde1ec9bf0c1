import * as z from "zod";
import type { MeetingFacts, MoneyFact } from "../facts/facts.ts";
import { shareOfCases, some } from "./cases.ts";
import { challengesCounted, entryEvidence, isCounted, isPending, isWithdrawn } from "./counting.ts";
import { atEveryLayer, type Counted, indicator, type Measured, type Scope, summed } from "./indicator.ts";
import type { View } from "./view.ts";

const Counts = z.object({
  moneyItems: z.number().min(0),
  withMoneyChallenge: z.number().min(0),
  withPressureDisclosedOnly: some,
  /** Marked beforehand as routine money reports, which nobody is expected to challenge: not among the items. */
  routine: some,
});
type Counts = z.infer<typeof Counts>;

/**
 * Business items on which money came up, in percent those where it was challenged or a partner disclosed a pressure of
 * its own (`indicators.md §7`, no. 10).
 */
export const moneyChallenge = indicator<Counts>(
  {
    id: "money-challenge",
    no: 10,
    version: 1,
    element: "style",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "run",
    ofCases: true,
    countsNeeded: null,
    seed: "There must be honest and challenging discussions about money.",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all) },
);

const nothing: Counts = { moneyItems: 0, withMoneyChallenge: 0, withPressureDisclosedOnly: 0, routine: 0 };

function count(facts: MeetingFacts, view: View): Counted<Counts> {
  const { asOf } = view;
  const points = facts.money.filter((fact) => isCounted(fact, asOf) && !isWithdrawn(fact, asOf));
  const withMoney = facts.items.filter(
    ({ business, item }) => business && points.some((point) => point.item === item),
  );
  const items = withMoney.filter(({ routineMoney }) => !routineMoney).map(({ item }) => item);
  const challenges = challengesCounted(facts, view).filter(
    ({ topic, item }) => topic === "money" && items.includes(item),
  );
  const pressures = points.filter((point) => items.includes(point.item) && isOwnPressure(facts, point));

  const challenged = items.filter((item) => challenges.some((each) => each.item === item));
  const disclosed = items.filter((item) => pressures.some((each) => each.item === item));
  return {
    kind: "counted",
    counts: {
      moneyItems: items.length,
      withMoneyChallenge: challenged.length,
      withPressureDisclosedOnly: disclosed.filter((item) => !challenged.includes(item)).length,
      routine: withMoney.length - items.length,
    },
    provisional: [...facts.money, ...facts.challenges].some((fact) => isPending(fact, asOf)),
    evidence: [
      ...challenges.map((fact) => entryEvidence(fact, "full")),
      ...points
        .filter(({ item }) => items.includes(item))
        .map((fact) => entryEvidence(fact, pressures.includes(fact) ? "full" : "open")),
    ],
  };
}

/** A shortfall told of by the partner whose it is. */
function isOwnPressure({ seats }: MeetingFacts, { moneyKind, seat, ownPartner }: MoneyFact): boolean {
  return moneyKind === "pressure" && seats.some((each) => each.seat === seat && each.partner === ownPartner);
}

function measure(counts: Counts, scope: Scope): Measured {
  const { moneyItems, withMoneyChallenge, withPressureDisclosedOnly, routine } = counts;
  return shareOfCases({
    scope,
    numerator: withMoneyChallenge + withPressureDisclosedOnly,
    denominator: moneyItems,
    none: "noMoneyPoints",
    of: "moneyItems",
    companions: { withMoneyChallenge, withPressureDisclosedOnly, routine },
  });
}
