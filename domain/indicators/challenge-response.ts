import * as z from "zod";
import type { ChallengeFact, MeetingFacts } from "../facts/facts.ts";
import type { ResponseKind } from "../meeting/entry.ts";
import { some, YEAR_FROM } from "./cases.ts";
import { challengesCounted, entryEvidence, isPending, isWithdrawn } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  type Fill,
  indicator,
  type Measured,
  notApplicable,
  type Scope,
  shareOf,
  summed,
  tooLittle,
} from "./indicator.ts";
import type { View } from "./view.ts";

const Counts = z.object({
  raised: z.number().min(0),
  withdrawn: some,
  answered: some,
  /** Of the answered, the agreed and the changed, those whose raiser silently marked "not satisfied". */
  answeredButRaiserNotSatisfied: some,
  actionAgreed: some,
  decisionChanged: some,
  stillDeferred: some,
});
type Counts = z.infer<typeof Counts>;

/** Of the challenges raised, less withdrawn, those answered by the close of the next meeting, in percent (`indicators.md §7`, no. 7). */
export const challengeResponse = indicator<Counts>(
  {
    id: "challenge-response",
    no: 7,
    version: 1,
    element: "style",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "run",
    ofCases: true,
    countsNeeded: null,
    seed: "Willingness to challenge is a sign of trust and partnership maturity.",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all) },
);

const nothing: Counts = {
  raised: 0,
  withdrawn: 0,
  answered: 0,
  answeredButRaiserNotSatisfied: 0,
  actionAgreed: 0,
  decisionChanged: 0,
  stillDeferred: 0,
};

const MET: readonly (ResponseKind | null)[] = ["answered", "actionAgreed", "decisionChanged"];

function count(facts: MeetingFacts, view: View): Counted<Counts> {
  const raised = challengesCounted(facts, view);
  const standing = raised.filter((fact) => !isWithdrawn(fact, view.asOf));
  const kinds = standing.map((fact) => responseBy(fact, view));
  const having = (kind: ResponseKind) => kinds.filter((each) => each === kind).length;
  return {
    kind: "counted",
    counts: {
      raised: raised.length,
      withdrawn: raised.length - standing.length,
      answered: having("answered"),
      answeredButRaiserNotSatisfied: standing.filter(
        (fact, i) => fact.notSatisfied && MET.includes(kinds[i] ?? null),
      ).length,
      actionAgreed: having("actionAgreed"),
      decisionChanged: having("decisionChanged"),
      stillDeferred: having("deferred"),
    },
    // the next meeting may still answer
    provisional: view.next === null || facts.challenges.some((fact) => isPending(fact, view.asOf)),
    evidence: raised.map((fact) => entryEvidence(fact, fillOf(fact, view))),
  };
}

/** The response standing when the next meeting closed, or now if it has not; later ones came too late. */
function responseBy({ responses }: ChallengeFact, { asOf, next }: View): ResponseKind | null {
  const until = Math.min(asOf, next?.closedAt ?? asOf);
  return responses.findLast(({ at }) => at <= until)?.kind ?? null;
}

/** The mark of a challenge: its raiser's silence keeps an unsatisfying answer looking answered. */
export function fillOf(fact: ChallengeFact, view: View): Fill {
  if (isWithdrawn(fact, view.asOf)) return "gone";
  const kind = responseBy(fact, view);
  if (MET.includes(kind)) return "full";
  return kind === "deferred" ? "half" : "open";
}

function measure(counts: Counts, scope: Scope): Measured {
  const { raised, withdrawn, answered, actionAgreed, decisionChanged, stillDeferred } = counts;
  const denominator = raised - withdrawn;
  // a period without any has too few, and says so
  const missing = scope === "period" ? tooLittle("challenges", denominator, YEAR_FROM) : null;
  if (missing) return missing;
  if (denominator <= 0) return notApplicable("noChallenges");

  const numerator = answered + actionAgreed + decisionChanged - counts.answeredButRaiserNotSatisfied;
  return shareOf(numerator, denominator, {
    withdrawn,
    answered,
    actionAgreed,
    decisionChanged,
    stillDeferred,
  });
}
