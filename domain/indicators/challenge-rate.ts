import * as z from "zod";
import { poissonRate } from "../charts/intervals.ts";
import { LOW_MEAN_COUNT } from "../charts/staging.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import { fillOf } from "./challenge-response.ts";
import { challengesCounted, entryEvidence, isPending, qualifyingSeats } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  indicator,
  type Measured,
  notApplicable,
  type Silence,
  summed,
  tooLittle,
} from "./indicator.ts";
import type { View } from "./view.ts";

const Counts = z.object({
  challenges: z.number().min(0),
  businessSeconds: z.number().min(0),
  seatsRaising: z.number().default(0),
  seatsQualifying: z.number().default(0),
});
type Counts = z.infer<typeof Counts>;

/** Short meetings inflate a rate. */
const LEAST_MINUTES = 45;

/** Confirmed challenges per business hour, exact Poisson or Byar interval (`indicators.md §7`, no. 6). */
export const challengeRate = indicator<Counts>(
  {
    id: "challenge-rate",
    no: 6,
    version: 1,
    element: "style",
    direction: atEveryLayer("up"),
    unit: "perHour",
    range: [0, Number.POSITIVE_INFINITY],
    chart: "xmr",
    ofCases: false,
    countsNeeded: LOW_MEAN_COUNT,
    seed: "Willingness to challenge is a sign of trust and partnership maturity.",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all), breaks },
);

const nothing: Counts = { challenges: 0, businessSeconds: 0, seatsRaising: 0, seatsQualifying: 0 };

function count(facts: MeetingFacts, view: View): Counted<Counts> | Silence {
  const counted = challengesCounted(facts, view);
  const qualifying = qualifyingSeats(facts).map(({ seat }) => seat);
  const raising = new Set(counted.map(({ seat }) => seat));
  return {
    kind: "counted",
    counts: {
      challenges: counted.length,
      businessSeconds: facts.businessMs / 1000,
      seatsRaising: qualifying.filter((seat) => raising.has(seat)).length,
      seatsQualifying: qualifying.length,
    },
    provisional: facts.challenges.some((fact) => isPending(fact, view.asOf)),
    evidence: counted.map((fact) => entryEvidence(fact, fillOf(fact, view))),
  };
}

/** None at a full meeting is a real 0. */
function measure({ challenges, businessSeconds, seatsRaising, seatsQualifying }: Counts): Measured {
  if (businessSeconds === 0) return notApplicable("noBusiness");
  const missing = tooLittle("businessMinutes", businessSeconds / 60, LEAST_MINUTES);
  if (missing) return missing;

  const hours = businessSeconds / 3600;
  return {
    kind: "value",
    value: challenges / hours,
    numerator: challenges,
    denominator: hours,
    interval: poissonRate(challenges, hours),
    companions: { seatsRaising, seatsQualifying },
  };
}

/** Who records decides much of what is recorded: a change of recorder starts a partition. */
function breaks(before: MeetingFacts, after: MeetingFacts) {
  const [earlier, later] = [mainRecorder(before), mainRecorder(after)];
  return earlier !== null && later !== null && earlier !== later ? "recorder" : null;
}

function mainRecorder({ recording }: MeetingFacts) {
  const longest = recording.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
  return longest?.person ?? null;
}
