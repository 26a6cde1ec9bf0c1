import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { MeetingFacts, MoneyFact } from "../facts/facts.ts";
import { entryEvidence, isCommittable, isPending } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  complete,
  indicator,
  type Measured,
  notApplicable,
  type Scope,
  tooLittle,
} from "./indicator.ts";
import type { View } from "./view.ts";

const pence = z.number().min(0);
const Entry = z.object({
  /** First mentioned or offered, and agreed or spent since. */
  mentioned: pence,
  agreed: pence,
  offered: pence.default(0),
  spent: pence.default(0),
});
type Entry = z.infer<typeof Entry>;
const Counts = z.object({
  entriesPence: z.array(Entry),
  /** Restricted ones, whose amounts enter nothing. */
  restricted: z.number().min(0).default(0),
});
type Counts = z.infer<typeof Counts>;

const MEETING_FROM = 3;
const PERIOD_FROM = 8;

/**
 * Of the pence first mentioned or offered at a meeting, those agreed by the close of the second meeting after it, in
 * percent; no more of an entry than was first mentioned (`indicators.md §7`, no. 23). Savings, pressures and restricted
 * amounts are left out.
 */
export const moneyToCommitment = indicator<Counts>(
  {
    id: "money-to-commitment",
    no: 23,
    version: 1,
    element: "steering",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "run",
    ofCases: false,
    countsNeeded: null,
    seed: "Influencing and steering partners' mainstream funding is a challenge and LSPs should develop mechanisms for doing this, starting with knowledge on available resources.",
  },
  {
    Counts,
    count,
    measure,
    pool: (all) => ({
      entriesPence: all.flatMap(({ entriesPence }) => entriesPence),
      restricted: sum(all.map(({ restricted }) => restricted)),
    }),
  },
);

function count(facts: MeetingFacts, view: View): Counted<Counts> {
  const entries = followed(facts, view);
  const restricted = facts.money.filter(
    (fact) => fact.restricted && isCommittable(fact, view.asOf) && isNew(fact),
  );
  return {
    kind: "counted",
    counts: { entriesPence: entries.map(({ entry }) => entry), restricted: restricted.length },
    provisional: view.following === null || facts.money.some((fact) => isPending(fact, view.asOf)),
    evidence: entries.map(({ fact, entry }) =>
      entryEvidence(
        fact,
        entry.agreed >= entry.mentioned ? "full" : entry.agreed > 0 || entry.offered > 0 ? "half" : "open",
      ),
    ),
  };
}

/** Each sum first told of at a meeting, and how far it has come. */
export function moneyFollowed(facts: MeetingFacts, view: View): readonly Entry[] {
  return followed(facts, view).map(({ entry }) => entry);
}

function followed(facts: MeetingFacts, { asOf, earlier, next, following }: View) {
  const until = Math.min(asOf, following?.closedAt ?? asOf);
  // only what is said of the same pots can be the same money: ten years of a board hold much else
  const pots = new Set(facts.money.map(({ pot }) => pot));
  const all = [...earlier, facts, ...(next ? [next] : []), ...(following ? [following] : [])].flatMap(
    (heldIn) =>
      heldIn.money.filter(
        (fact) =>
          (heldIn === facts || (fact.pot !== null && pots.has(fact.pot))) && isCommittable(fact, asOf),
      ),
  );
  return (
    facts.money
      .filter((fact) => isCommittable(fact, asOf) && isNew(fact) && !fact.restricted)
      .filter(({ pence: amount }) => amount !== null && amount > 0)
      // what is told of again belongs to where it was first told of
      .filter((fact) => !all.some((other) => isEarlier(other, fact) && isSameMoney(other, fact)))
      .map((fact) => ({
        fact,
        entry: entryOf(
          fact,
          all.filter((other) => other === fact || (isEarlier(fact, other) && isSameMoney(fact, other))),
          until,
        ),
      }))
  );
}

/** Mentioned or offered first; what was agreed before it was ever mentioned was no matter of this meeting. */
function isNew({ stages }: MoneyFact): boolean {
  const first = stages[0]?.stage ?? "mentioned";
  return first === "mentioned" || first === "offered";
}

/** One pot holds money of several partners: the same money is the same partner's in the same pot. */
export function isSameMoney(one: MoneyFact, other: MoneyFact): boolean {
  return one.pot !== null && one.pot === other.pot && one.ownPartner === other.ownPartner;
}

function isEarlier(one: MoneyFact, other: MoneyFact): boolean {
  return one.at < other.at || (one.at === other.at && one.seq < other.seq);
}

function entryOf({ pence: amount }: MoneyFact, told: readonly MoneyFact[], until: number): Entry {
  const stages = told.flatMap((fact) => fact.stages).filter(({ at }) => at <= until);
  const most = (...these: readonly string[]) =>
    Math.max(0, ...stages.filter(({ stage }) => these.includes(stage)).map((each) => each.pence ?? 0));
  return {
    mentioned: amount ?? 0,
    offered: most("offered"),
    agreed: most("agreed", "spent"),
    spent: most("spent"),
  };
}

function measure({ entriesPence: entries, restricted }: Counts, scope: Scope): Measured {
  if (entries.length === 0) return notApplicable("noAmounts");
  const missing = tooLittle("amounts", entries.length, scope === "period" ? PERIOD_FROM : MEETING_FROM);
  if (missing) return missing;
  const mentioned = sum(entries.map((entry) => entry.mentioned));
  if (mentioned === 0) return notApplicable("noAmounts");

  const agreed = sum(entries.map((entry) => Math.min(entry.agreed, entry.mentioned)));
  const withAny = entries.filter((entry) => entry.agreed > 0).length;
  return complete(agreed, mentioned, {
    valueByAmount: (agreed / mentioned) * 100,
    valueByCount: (withAny / entries.length) * 100,
    entries: entries.length,
    withAny,
    offered: sum(entries.map(({ offered }) => offered)),
    spent: sum(entries.map(({ spent }) => spent)),
    excess: sum(entries.map((entry) => Math.max(0, entry.agreed - entry.mentioned))),
    restricted,
  });
}
