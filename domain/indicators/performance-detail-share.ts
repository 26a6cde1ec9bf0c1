import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import { focusEvidence, focusOn, focusSilence } from "./counting.ts";
import { type Counted, indicator, type Measured, type Silence, summed } from "./indicator.ts";

const Counts = z.object({ detailSeconds: z.number().min(0), businessSeconds: z.number().min(0) });
type Counts = z.infer<typeof Counts>;

/** Share of business time spent on performance detail, in percent (`indicators.md §7`, no. 14). */
export const performanceDetailShare = indicator<Counts>(
  {
    id: "performance-detail-share",
    no: 14,
    version: 1,
    element: "style",
    // executive and operational meetings are there for it
    direction: { strategic: "down", executive: "neither", operational: "neither" },
    unit: "percent",
    range: [0, 100],
    chart: "xmr",
    ofCases: false,
    countsNeeded: null,
    seed: "Over-emphasis on the details of performance in strategic meetings can deter private and voluntary sector partners.",
  },
  { Counts, count, measure, pool: (all) => summed({ detailSeconds: 0, businessSeconds: 0 }, all) },
);

function count(facts: MeetingFacts): Counted<Counts> | Silence {
  const silence = focusSilence(facts);
  if (silence) return silence;

  const detail = focusOn(facts.focus, "performance-detail");
  return {
    kind: "counted",
    counts: {
      detailSeconds: sum(detail.map(({ ms }) => ms)) / 1000,
      businessSeconds: facts.businessMs / 1000,
    },
    provisional: false,
    evidence: focusEvidence(detail),
  };
}

function measure({ detailSeconds, businessSeconds }: Counts): Measured {
  if (businessSeconds === 0) return { kind: "notApplicable", why: "noBusiness" };
  return {
    kind: "value",
    value: (detailSeconds / businessSeconds) * 100,
    numerator: detailSeconds,
    denominator: businessSeconds,
    // time shares are complete measurements
    interval: null,
    companions: {},
  };
}
