import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { Candour, MeetingFacts, MoneyFact } from "../facts/facts.ts";
import { some, YEAR_FROM } from "./cases.ts";
import { entryEvidence, isCounted, isPending, isWithdrawn } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  complete,
  type Fill,
  indicator,
  type Measured,
  notApplicable,
  type Scope,
  summed,
  tooLittle,
} from "./indicator.ts";
import type { View } from "./view.ts";

const Counts = z.object({
  stated: z.number().min(0),
  bounded: z.number().min(0),
  unstated: z.number().min(0),
  pressures: some,
  /** Pence stated in open items alone. */
  pence: some,
  restricted: some,
});
type Counts = z.infer<typeof Counts>;

const MEETING_FROM = 3;

/** Mean candour of partners' money points, in percent: stated 1, bounded ½, unstated 0 (`indicators.md §7`, no. 9). */
export const moneyCandour = indicator<Counts>(
  {
    id: "money-candour",
    no: 9,
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

const nothing: Counts = { stated: 0, bounded: 0, unstated: 0, pressures: 0, pence: 0, restricted: 0 };

const FILL: Record<Candour, Fill> = { stated: "full", bounded: "half", unstated: "open" };

function count(facts: MeetingFacts, { asOf }: View): Counted<Counts> {
  const counted = moneyCounted(facts, asOf);
  const having = (candour: Candour) => counted.filter((fact) => fact.candour === candour).length;
  return {
    kind: "counted",
    counts: {
      stated: having("stated"),
      bounded: having("bounded"),
      unstated: having("unstated"),
      pressures: counted.filter(({ moneyKind }) => moneyKind === "pressure").length,
      pence: sum(counted.filter(({ candour }) => candour === "stated").map(({ pence }) => pence ?? 0)),
      restricted: counted.filter(({ restricted }) => restricted).length,
    },
    provisional: facts.money.some((fact) => isPending(fact, asOf)),
    evidence: counted.map((fact) => entryEvidence(fact, FILL[fact.candour])),
  };
}

/** What partners said of money that counts by the moment looked from, and has not been withdrawn. */
export function moneyCounted({ money }: MeetingFacts, asOf: number): readonly MoneyFact[] {
  return money.filter((fact) => fact.seat !== null && isCounted(fact, asOf) && !isWithdrawn(fact, asOf));
}

function measure({ stated, bounded, unstated, ...companions }: Counts, scope: Scope): Measured {
  const entries = stated + bounded + unstated;
  if (entries === 0) return notApplicable("noMoneyPoints");
  const missing = tooLittle("moneyPoints", entries, scope === "period" ? YEAR_FROM : MEETING_FROM);
  if (missing) return missing;

  const score = stated + bounded / 2;
  // a mean of three levels, not a proportion: Wilson's interval does not apply
  return complete(score, entries, { score, entries, stated, bounded, unstated, ...companions });
}
