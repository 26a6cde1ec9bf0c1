import * as z from "zod";
import type { MeetingFacts } from "../facts/facts.ts";
import type { PartnerId, SeatId } from "../ids.ts";
import type { Sector } from "../meeting/registers.ts";
import { shareOfCases, some } from "./cases.ts";
import {
  entryEvidence,
  isCommittable,
  isPending,
  isWithdrawn,
  substantiveDecisions,
  type TakenDecision,
} from "./counting.ts";
import { atEveryLayer, type Counted, indicator, type Measured, type Scope, summed } from "./indicator.ts";
import type { View } from "./view.ts";

const Counts = z.object({
  substantiveDecisions: z.number().min(0),
  linked: some,
  linkedWithTwoOrMoreContributors: z.number().min(0),
  /** Of those, the ones whose contributors come from several sectors. */
  acrossSectors: some,
  singlePartner: some,
  noContributor: some,
});
type Counts = z.infer<typeof Counts>;

/**
 * Substantive decisions that serve a joint objective and to which two or more partners owe an action or a resource, in
 * percent (`indicators.md §7`, no. 21). It shows joint effort, not outcomes.
 */
export const jointObjectiveDecisions = indicator<Counts>(
  {
    id: "joint-objective-decisions",
    no: 21,
    version: 1,
    element: "synergies",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "run",
    ofCases: true,
    countsNeeded: null,
    seed: "the LSPs contribution to local outcomes should be greater than members' separate activities",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all) },
);

const nothing: Counts = {
  substantiveDecisions: 0,
  linked: 0,
  linkedWithTwoOrMoreContributors: 0,
  acrossSectors: 0,
  singlePartner: 0,
  noContributor: 0,
};

function count(facts: MeetingFacts, { asOf }: View): Counted<Counts> {
  const decisions = substantiveDecisions(facts, asOf).map((fact) => ({
    fact,
    isLinked: fact.objectives.length > 0,
    owing: contributors(facts, fact, asOf),
  }));
  const joint = decisions.filter(({ isLinked, owing }) => isLinked && owing.size >= 2);
  return {
    kind: "counted",
    counts: {
      substantiveDecisions: decisions.length,
      linked: decisions.filter(({ isLinked }) => isLinked).length,
      linkedWithTwoOrMoreContributors: joint.length,
      acrossSectors: joint.filter(({ owing }) => new Set(owing.values()).size >= 2).length,
      singlePartner: decisions.filter(({ owing }) => owing.size === 1).length,
      noContributor: decisions.filter(({ owing }) => owing.size === 0).length,
    },
    provisional: facts.money.some((fact) => isPending(fact, asOf)),
    evidence: decisions.map(({ fact, isLinked, owing }) =>
      entryEvidence(
        fact,
        isLinked && owing.size >= 2 ? "full" : isLinked || owing.size >= 2 ? "half" : "open",
      ),
    ),
  };
}

/**
 * The partners that owe something to a decision, with their sectors: whoever sees to it or owes an action that follows
 * from it; and of those named as contributing, whoever owes an action or has offered money on the same item.
 */
export function contributors(
  { seats, actions, money }: MeetingFacts,
  { entry, item, owner, contributing }: TakenDecision,
  asOf: number,
): ReadonlyMap<PartnerId, Sector> {
  const seatOf = (seat: SeatId | null) => seats.find((each) => each.seat === seat);
  const onItem = actions.filter((action) => action.item === item && !isWithdrawn(action, asOf));
  const following = actions.filter((action) => action.decision === entry && !isWithdrawn(action, asOf));
  const offering = money
    .filter((point) => point.item === item && isCommittable(point, asOf))
    .filter(({ stages }) => stages.some(({ stage, at }) => stage !== "mentioned" && at <= asOf))
    .map(({ ownPartner }) => ownPartner);
  const named = contributing
    .map(seatOf)
    .filter((seat) => seat !== undefined)
    .filter(
      ({ partner }) =>
        offering.includes(partner) || onItem.some((action) => seatOf(action.owner)?.partner === partner),
    );
  const bound = [owner, ...following.map((action) => action.owner)]
    .map(seatOf)
    .filter((seat) => seat !== undefined);
  return new Map([...bound, ...named].map(({ partner, sector }) => [partner, sector]));
}

function measure(counts: Counts, scope: Scope): Measured {
  const { substantiveDecisions: decisions, linkedWithTwoOrMoreContributors: joint, ...rest } = counts;
  return shareOfCases({
    scope,
    numerator: joint,
    denominator: decisions,
    none: "noDecisions",
    of: "decisions",
    companions: rest,
  });
}
