import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import { penceFor } from "../registers/support.ts";
import { substantiveDecisions } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  indicator,
  type Measured,
  notApplicable,
  type Silence,
  tooLittle,
  valueOf,
} from "./indicator.ts";
import { cycleOf, isKnown, partsOf } from "./support-effort.ts";
import type { View } from "./view.ts";

const pounds = z.number().min(0);
const KNOWN_NEEDED = 80;
const WHOLE = 100;

const Counts = z.object({
  lines: z.array(z.object({ hours: z.number().min(0), rate: pounds })),
  nonStaff: pounds.default(0),
  substantiveDecisions: z.number().min(0).default(0),
  rolesKnownPercent: z.number().min(0).max(WHOLE).default(WHOLE),
  /** How many meetings that is the cost of. */
  meetings: z.number().min(0).default(1),
  inKind: pounds.default(0),
});
type Counts = z.infer<typeof Counts>;

/**
 * What a meeting cost in support, from the close of the meeting before to its own, in pounds (`indicators.md §7`,
 * no. 26). Members' own time is not in it. Cheaper is not better.
 */
export const supportCost = indicator<Counts>(
  {
    id: "support-cost",
    no: 26,
    version: 1,
    element: "systems",
    direction: atEveryLayer("neither"),
    unit: "pounds",
    range: [0, Number.POSITIVE_INFINITY],
    chart: "xmr",
    ofCases: false,
    countsNeeded: null,
    seed: "Knowing costs allows informed decisions about value for money.",
  },
  { Counts, count, measure, pool: pooled },
);

function count(facts: MeetingFacts, { kept, asOf }: View): Counted<Counts> | Silence {
  const cycle = cycleOf(kept, facts.meetingId);
  const missing = tooLittle("roles", cycle.roles.length, 1);
  if (missing) return missing;
  const known = cycle.roles.filter(isKnown);
  const inKind = partsOf(cycle).filter((part) => part.in === "inKind");
  const counts: Counts = {
    lines: known.map(({ hours, ratePence }) => ({ hours, rate: ratePence / 100 })),
    nonStaff: sum(cycle.otherCosts.map(({ pence }) => pence)) / 100,
    substantiveDecisions: substantiveDecisions(facts, asOf).length,
    rolesKnownPercent: (known.length / cycle.roles.length) * WHOLE,
    meetings: 1,
    inKind: sum(inKind.map(({ pence }) => pence)) / 100,
  };
  // a year adds up meetings whose cost is known, and no others
  return unknown(counts) ?? { kind: "counted", counts, provisional: false, evidence: [] };
}

function unknown({ rolesKnownPercent }: Counts): Silence | null {
  return rolesKnownPercent >= KNOWN_NEEDED
    ? null
    : {
        kind: "notRecorded",
        why: "support",
        recorded: rolesKnownPercent / WHOLE,
        needed: KNOWN_NEEDED / WHOLE,
      };
}

function pooled(all: readonly Counts[]): Counts {
  return {
    lines: all.flatMap(({ lines }) => lines),
    nonStaff: sum(all.map(({ nonStaff }) => nonStaff)),
    substantiveDecisions: sum(all.map((each) => each.substantiveDecisions)),
    // the worst of them: a year is only as well known as that
    rolesKnownPercent: all.reduce((least, each) => Math.min(least, each.rolesKnownPercent), WHOLE),
    meetings: sum(all.map(({ meetings }) => meetings)),
    inKind: sum(all.map(({ inKind }) => inKind)),
  };
}

function measure(counts: Counts): Measured {
  const { lines, nonStaff, substantiveDecisions: decisions, rolesKnownPercent, meetings, inKind } = counts;
  if (meetings === 0) return notApplicable("noBusiness");
  const silence = unknown(counts);
  if (silence) return silence;
  // rates are whole pence: times a hundred they are again, whatever the fraction of a pound was stored as
  const staffPence = sum(lines.map(({ hours, rate }) => penceFor(hours, Math.round(rate * 100))));
  const cost = staffPence / 100 + nonStaff;
  return {
    ...valueOf(cost / meetings, {
      perMeeting: cost / meetings,
      ...(decisions > 0 && { perDecision: cost / decisions }),
      substantiveDecisions: decisions,
      meetings,
      rolesKnownPercent,
      inKind,
      cash: Math.max(0, cost - inKind),
    }),
    numerator: cost,
    denominator: meetings,
  };
}
