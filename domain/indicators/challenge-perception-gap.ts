import * as z from "zod";
import { wilson } from "../charts/intervals.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import {
  atEveryLayer,
  type Counted,
  indicator,
  inPercent,
  type Measured,
  notApplicable,
  type Silence,
  summed,
  tooLittle,
  valueOf,
} from "./indicator.ts";
import { agreeing, answersIn, noPulse, pulseEvidence, questionOf } from "./pulse-answers.ts";

const Counts = z.object({
  officerAgree: z.number().min(0),
  officerAnswers: z.number().min(0),
  memberAgree: z.number().min(0),
  memberAnswers: z.number().min(0),
});
type Counts = z.infer<typeof Counts>;

const QUESTION = 3;
const OFFICERS_NEEDED = 5;
const MEMBERS_NEEDED = 20;

/**
 * How many more of the officers and the chair than of the members say that partners questioned one another, in
 * percentage points (`indicators.md §7`, no. 19). Told of a year and never of one meeting, whose few officers it would
 * name.
 */
export const challengePerceptionGap = indicator<Counts>(
  {
    id: "challenge-perception-gap",
    no: 19,
    version: 1,
    element: "style",
    direction: atEveryLayer("neither"),
    unit: "points",
    range: [-100, 100],
    chart: "run",
    ofCases: false,
    countsNeeded: null,
    seed: "Willingness to challenge is a sign of trust and partnership maturity.",
    over: "year",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all) },
);

const nothing: Counts = { officerAgree: 0, officerAnswers: 0, memberAgree: 0, memberAnswers: 0 };

function count({ pulse }: MeetingFacts): Counted<Counts> | Silence {
  if (!pulse) return noPulse;
  const asked = questionOf(pulse, QUESTION);
  const [members, officers] = [asked, pulse.officers].map((each) => (each ? answersIn(each) : []));
  return {
    kind: "counted",
    counts: {
      officerAgree: officers?.filter(agreeing).length ?? 0,
      officerAnswers: officers?.length ?? 0,
      memberAgree: members?.filter(agreeing).length ?? 0,
      memberAnswers: members?.length ?? 0,
    },
    provisional: false,
    evidence: pulseEvidence(pulse),
  };
}

function measure({ officerAgree, officerAnswers, memberAgree, memberAnswers }: Counts): Measured {
  if (officerAnswers + memberAnswers === 0) return notApplicable("noAnswers");
  const missing =
    tooLittle("officerAnswers", officerAnswers, OFFICERS_NEEDED) ??
    tooLittle("memberAnswers", memberAnswers, MEMBERS_NEEDED);
  if (missing) return missing;
  const [officers, members] = [officerAgree / officerAnswers, memberAgree / memberAnswers];
  return {
    ...valueOf(100 * (officers - members), {
      officerAgree,
      officerAnswers,
      officerShare: officers * 100,
      memberAgree,
      memberAnswers,
      memberShare: members * 100,
    }),
    intervals: {
      wilsonOfficers: inPercent(wilson(officerAgree, officerAnswers)),
      wilsonMembers: inPercent(wilson(memberAgree, memberAnswers)),
    },
  };
}
