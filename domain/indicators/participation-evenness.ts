import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import { floorSilence, partnerTalk, qualifyingSeats, secondsOf, talkEvidence } from "./counting.ts";
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

/** Silent seats are in it, as nought: left out they would vanish. */
const Counts = z.object({ seatDiscussionSeconds: z.array(z.number().min(0)) });
type Counts = z.infer<typeof Counts>;

const SEATS_NEEDED = 3;
const MINUTES_NEEDED = 20;

/** How evenly partners' discussion was spread over the qualifying seats: Pielou's J, 0 to 1 (`indicators.md §7`, no. 11). */
export const participationEvenness = indicator<Counts>(
  {
    id: "participation-evenness",
    no: 11,
    version: 1,
    element: "style",
    direction: atEveryLayer("up"),
    unit: "index",
    range: [0, 1],
    chart: "xmr",
    ofCases: false,
    countsNeeded: null,
    seed: "Management and role of meetings, and approach to joint working can create a positive working style and avoid unintentional messages.",
  },
  // evenness depends on who was in the room: a period has the median of its meetings
  { Counts, count, measure, pool: null },
);

function count(facts: MeetingFacts): Counted<Counts> | Silence {
  const silence = floorSilence(facts);
  if (silence) return silence;

  const seats = qualifyingSeats(facts).map(({ seat }) => seat);
  const talk = partnerTalk(facts.floor).filter(({ seat }) => seat !== null && seats.includes(seat));
  return {
    kind: "counted",
    counts: {
      seatDiscussionSeconds: seats.map((seat) => secondsOf(talk.filter((each) => each.seat === seat))),
    },
    provisional: false,
    evidence: talkEvidence(talk),
  };
}

function measure({ seatDiscussionSeconds: seconds }: Counts): Measured {
  const missing = tooLittle("partnerSeats", seconds.length, SEATS_NEEDED);
  if (missing) return missing;
  const total = sum(seconds);
  if (total === 0) return notApplicable("noTalk");
  const short = tooLittle("discussionMinutes", total / 60, MINUTES_NEEDED);
  if (short) return short;

  const shares = seconds.map((each) => each / total);
  const shannonH = sum(shares.map((share) => (share === 0 ? 0 : -share * Math.log(share))));
  const gini = giniOf(seconds);
  const seats = seconds.length;
  // rounding must not make a perfect evenness more than one, nor one voice less than nought
  return valueOf(Math.min(1, Math.max(0, shannonH / Math.log(seats))), {
    seats,
    silentSeats: seconds.filter((each) => each === 0).length,
    shannonH,
    effectiveVoices: Math.exp(shannonH),
    gini,
    giniSmallSample: (gini * seats) / (seats - 1),
  });
}

/** Mean difference between any two, over twice the mean; the whole is not nought. */
function giniOf(values: readonly number[]): number {
  const n = values.length;
  const ranked = values.toSorted((a, b) => a - b).map((value, i) => (2 * (i + 1) - n - 1) * value);
  return Math.max(0, sum(ranked) / (n * sum(values)));
}
