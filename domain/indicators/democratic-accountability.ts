import * as z from "zod";
import type { MeetingFacts } from "../facts/facts.ts";
import { shareOfCases, some } from "./cases.ts";
import { entryEvidence, substantiveDecisions, type TakenDecision } from "./counting.ts";
import { atEveryLayer, type Counted, indicator, type Measured, type Scope, summed } from "./indicator.ts";
import type { View } from "./view.ts";

const Counts = z.object({
  substantiveDecisions: z.number().min(0),
  councillorPresent: some,
  councillorPresentAndReportBackNamed: z.number().min(0),
  /** Of those, the ones that have been ticked as reported back. */
  reported: some,
});
type Counts = z.infer<typeof Counts>;

/**
 * Substantive decisions taken with an elected councillor in the room and with a body named to which they are reported
 * back, in percent (`indicators.md §7`, no. 5).
 */
export const democraticAccountability = indicator<Counts>(
  {
    id: "democratic-accountability",
    no: 5,
    version: 1,
    element: "staffAndSkills",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "run",
    ofCases: true,
    countsNeeded: null,
    seed: "LSPs are democratically accountable to local people through councillors' roles.",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all) },
);

const nothing: Counts = {
  substantiveDecisions: 0,
  councillorPresent: 0,
  councillorPresentAndReportBackNamed: 0,
  reported: 0,
};

function count(facts: MeetingFacts, { asOf }: View): Counted<Counts> {
  const decisions = substantiveDecisions(facts, asOf);
  const withLine = decisions.filter((fact) => hasCouncillor(fact) && fact.reportBack !== null);
  return {
    kind: "counted",
    counts: {
      substantiveDecisions: decisions.length,
      councillorPresent: decisions.filter(hasCouncillor).length,
      councillorPresentAndReportBackNamed: withLine.length,
      reported: withLine.filter(({ reported }) => reported !== null && reported.at <= asOf).length,
    },
    provisional: false,
    evidence: decisions.map((fact) =>
      entryEvidence(
        fact,
        withLine.includes(fact) ? "full" : hasCouncillor(fact) || fact.reportBack ? "half" : "open",
      ),
    ),
  };
}

function hasCouncillor({ agreed }: TakenDecision): boolean {
  return agreed.councillors.length > 0;
}

function measure(counts: Counts, scope: Scope): Measured {
  const { substantiveDecisions: decisions, councillorPresentAndReportBackNamed: withLine, ...rest } = counts;
  return shareOfCases({
    scope,
    numerator: withLine,
    denominator: decisions,
    none: "noDecisions",
    of: "decisions",
    companions: rest,
  });
}
