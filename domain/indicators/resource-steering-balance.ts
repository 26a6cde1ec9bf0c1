import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import { some } from "./cases.ts";
import { focusEvidence, focusOn, substantiveDecisions } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  complete,
  indicator,
  type Measured,
  notApplicable,
  type Silence,
  summed,
} from "./indicator.ts";
import type { View } from "./view.ts";

const Counts = z.object({
  resourceSeconds: z.number().min(0),
  performanceSeconds: z.number().min(0),
  substantiveDecisions: some,
  /** Of those, the ones with an effect on money. */
  resourceDecisions: some,
});
type Counts = z.infer<typeof Counts>;

const SECONDS_NEEDED = 600;

/**
 * Time on resources, of the time on resources and on performance together, in percent (`indicators.md §7`, no. 22). No
 * way is better until the board sets a band.
 */
export const resourceSteeringBalance = indicator<Counts>(
  {
    id: "resource-steering-balance",
    no: 22,
    version: 1,
    element: "steering",
    direction: atEveryLayer("neither"),
    unit: "percent",
    range: [0, 100],
    chart: "xmr",
    ofCases: false,
    countsNeeded: null,
    seed: "LSPs are more likely to steer performance than resources, but should think about arrangements for doing both.",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all) },
);

const nothing: Counts = {
  resourceSeconds: 0,
  performanceSeconds: 0,
  substantiveDecisions: 0,
  resourceDecisions: 0,
};

function count(facts: MeetingFacts, { asOf }: View): Counted<Counts> | Silence {
  if (facts.businessMs === 0) return notApplicable("noBusiness");
  // nobody set the focus at all: that is no meeting without steering
  if (facts.focus.length === 0)
    return {
      kind: "notRecorded",
      why: "focus",
      recorded: 0,
      needed: SECONDS_NEEDED / (facts.businessMs / 1000),
    };
  const resources = focusOn(facts.focus, "resources");
  const performance = focusOn(facts.focus, "performance-headline", "performance-detail");
  const seconds = (segments: typeof resources) => sum(segments.map(({ ms }) => ms)) / 1000;
  const decisions = substantiveDecisions(facts, asOf);
  return {
    kind: "counted",
    counts: {
      resourceSeconds: seconds(resources),
      performanceSeconds: seconds(performance),
      substantiveDecisions: decisions.length,
      resourceDecisions: decisions.filter(({ movesMoney }) => movesMoney).length,
    },
    provisional: false,
    evidence: focusEvidence([...resources, ...performance].toSorted((a, b) => a.seq - b.seq)),
  };
}

function measure(counts: Counts): Measured {
  const { resourceSeconds, performanceSeconds, substantiveDecisions: decisions, resourceDecisions } = counts;
  const steering = resourceSeconds + performanceSeconds;
  if (steering < SECONDS_NEEDED) return notApplicable("littleSteering");
  return complete(
    resourceSeconds,
    steering,
    decisions === 0
      ? {}
      : {
          substantiveDecisions: decisions,
          resourceDecisions,
          byDecisions: (resourceDecisions / decisions) * 100,
        },
  );
}
