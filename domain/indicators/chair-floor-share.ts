import * as z from "zod";
import type { MeetingFacts } from "../facts/facts.ts";
import { floorSilence, secondsOf, talkEvidence } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  complete,
  indicator,
  type Measured,
  notApplicable,
  type Silence,
  summed,
  tooLittle,
} from "./indicator.ts";

const Counts = z.object({
  chairSeconds: z.number().min(0),
  allDiscussionSeconds: z.number().min(0),
  /** The middle one of the chair's turns, in seconds; of one meeting alone. */
  medianTurnSeconds: z.number().min(0).optional(),
});
type Counts = z.infer<typeof Counts>;

const MINUTES_NEEDED = 20;

/**
 * Time spoken from the chair, of all discussion by anyone, in percent (`indicators.md §7`, no. 3). Whoever presides
 * speaks from the chair. No way is better until the board sets a band.
 */
export const chairFloorShare = indicator<Counts>(
  {
    id: "chair-floor-share",
    no: 3,
    version: 1,
    element: "staffAndSkills",
    direction: atEveryLayer("neither"),
    unit: "percent",
    range: [0, 100],
    chart: "xmr",
    ofCases: false,
    countsNeeded: null,
    seed: "The choice of chair can send positive or negative messages to stakeholders.",
  },
  { Counts, count, measure, pool: (all) => summed({ chairSeconds: 0, allDiscussionSeconds: 0 }, all) },
);

function count(facts: MeetingFacts): Counted<Counts> | Silence {
  const silence = floorSilence(facts);
  if (silence) return silence;

  const discussion = facts.floor.talk.filter(({ kind }) => kind === "discussion");
  const chair = discussion.filter(({ voice }) => voice === "chair");
  const { chairMedianMs } = facts.floor;
  return {
    kind: "counted",
    counts: {
      chairSeconds: secondsOf(chair),
      allDiscussionSeconds: secondsOf(discussion),
      ...(chairMedianMs !== null && { medianTurnSeconds: chairMedianMs / 1000 }),
    },
    provisional: false,
    evidence: talkEvidence(chair),
  };
}

function measure({ chairSeconds, allDiscussionSeconds, medianTurnSeconds }: Counts): Measured {
  if (allDiscussionSeconds === 0) return notApplicable("noTalk");
  return (
    tooLittle("discussionMinutes", allDiscussionSeconds / 60, MINUTES_NEEDED) ??
    complete(chairSeconds, allDiscussionSeconds, medianTurnSeconds === undefined ? {} : { medianTurnSeconds })
  );
}
