import * as z from "zod";
import type { EvidenceFact, ItemFact, MeetingFacts } from "../facts/facts.ts";
import { shareOfCases, some } from "./cases.ts";
import { entryEvidence, isWithdrawn } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  type Fill,
  indicator,
  type Measured,
  type Scope,
  type Silence,
  summed,
} from "./indicator.ts";
import type { View } from "./view.ts";

const Counts = z.object({
  decisionAndDiscussionItems: z.number().min(0),
  withQualifyingEvidence: z.number().min(0),
  /** Items for which it was said why there was nothing to rest on. */
  withObstacle: some,
  /** Items of which neither evidence nor its want was recorded. */
  withNothing: some,
  /** Of one meeting alone: the same partners come to the next one. */
  partnersProviding: z.number().min(0).optional(),
});
type Counts = z.infer<typeof Counts>;

const MEETING_FROM = 3;

/**
 * Items taken for decision or discussion that rest on evidence circulated to all beforehand and counted in an agreed
 * way, in percent (`indicators.md §7`, no. 27).
 */
export const sharedDataUse = indicator<Counts>(
  {
    id: "shared-data-use",
    no: 27,
    version: 1,
    element: "standards",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "run",
    ofCases: true,
    countsNeeded: null,
    seed: "Shared data and common approaches to performance help to join-up activity.",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all) },
);

const nothing = {
  decisionAndDiscussionItems: 0,
  withQualifyingEvidence: 0,
  withObstacle: 0,
  withNothing: 0,
};

function count(facts: MeetingFacts, { asOf }: View): Counted<Counts> | Silence {
  const items = restingItems(facts).map((item) => evidenceOn(facts, item, asOf));
  const told = items.flat();
  // nobody told of evidence, nor why there was none: that is no meeting without evidence
  if (items.length > 0 && told.length === 0)
    return { kind: "notRecorded", why: "evidence", recorded: 0, needed: 1 };
  const partners = told.map(({ provider }) => facts.seats.find(({ seat }) => seat === provider)?.partner);
  return {
    kind: "counted",
    counts: {
      decisionAndDiscussionItems: items.length,
      withQualifyingEvidence: items.filter((own) => own.some(qualifies)).length,
      withObstacle: items.filter(
        (own) => !own.some(qualifies) && own.some(({ obstacle }) => obstacle !== null),
      ).length,
      withNothing: items.filter((own) => own.length === 0).length,
      partnersProviding: new Set(partners.filter((partner) => partner !== undefined)).size,
    },
    provisional: false,
    evidence: told.map((fact) => entryEvidence(fact, fillOf(fact))),
  };
}

/** What was taken to decide or to discuss; a part belongs to its item. */
export function restingItems({ items }: MeetingFacts): readonly ItemFact[] {
  return items.filter(
    ({ parent, kind, reached }) =>
      parent === null && reached && (kind === "decision" || kind === "discussion"),
  );
}

export function evidenceOn(
  { items, evidence }: MeetingFacts,
  { item }: ItemFact,
  asOf: number,
): readonly EvidenceFact[] {
  const parts = items.filter(({ parent }) => parent === item).map((part) => part.item);
  return evidence.filter(
    (fact) => (fact.item === item || parts.includes(fact.item)) && !isWithdrawn(fact, asOf),
  );
}

export function qualifies({ circulated, commonDefinition, obstacle }: EvidenceFact): boolean {
  return circulated && commonDefinition && obstacle === null;
}

function fillOf(fact: EvidenceFact): Fill {
  if (qualifies(fact)) return "full";
  return fact.obstacle === null ? "half" : "open";
}

function measure(counts: Counts, scope: Scope): Measured {
  const { decisionAndDiscussionItems: items, withQualifyingEvidence: resting, ...others } = counts;
  const { partnersProviding, ...rest } = others;
  return shareOfCases({
    scope,
    numerator: resting,
    denominator: items,
    none: "noItems",
    of: "items",
    meetingFrom: MEETING_FROM,
    companions: { ...rest, ...(partnersProviding !== undefined && { partnersProviding }) },
  });
}
