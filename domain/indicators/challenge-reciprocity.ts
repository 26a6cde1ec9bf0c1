import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { ChallengeFact, MeetingFacts } from "../facts/facts.ts";
import { fillOf } from "./challenge-response.ts";
import { challengesCounted, entryEvidence, isPending } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  indicator,
  type Measured,
  notApplicable,
  summed,
  tooLittle,
  valueOf,
} from "./indicator.ts";
import type { View } from "./view.ts";

const some = z.number().int().min(0).default(0);
const Counts = z.object({
  /** How many challenges went from one sector to a seat of another: "LA>OP" is from LA to OP. */
  matrix: z.record(z.string(), z.number().int().min(0)),
  toPartnership: some,
  withinSector: some,
});
type Counts = z.infer<typeof Counts>;

const CHALLENGES_NEEDED = 10;
const TO = ">";

/**
 * Of the challenges from one sector to another, the share that was matched by one the other way, 0 to 1
 * (`indicators.md §7`, no. 8); told of a year. Beside it what even-handed chance would have made of as many.
 */
export const challengeReciprocity = indicator<Counts>(
  {
    id: "challenge-reciprocity",
    no: 8,
    version: 1,
    element: "style",
    direction: atEveryLayer("up"),
    unit: "index",
    range: [0, 1],
    chart: "run",
    ofCases: false,
    countsNeeded: null,
    seed: "Willingness to challenge is a sign of trust and partnership maturity.",
    over: "year",
  },
  { Counts, count, measure, pool: pooled },
);

function count(facts: MeetingFacts, view: View): Counted<Counts> {
  const counted = challengesCounted(facts, view);
  const matrix: Record<string, number> = {};
  let [toPartnership, withinSector] = [0, 0];
  for (const fact of counted) {
    const pair = pairOf(fact);
    if (pair === null) toPartnership += 1;
    else if (pair.from === pair.to) withinSector += 1;
    else matrix[pair.from + TO + pair.to] = (matrix[pair.from + TO + pair.to] ?? 0) + 1;
  }
  return {
    kind: "counted",
    counts: { matrix, toPartnership, withinSector },
    provisional: facts.challenges.some((fact) => isPending(fact, view.asOf)),
    evidence: counted.map((fact) => entryEvidence(fact, fillOf(fact, view))),
  };
}

/** From whose sector to whose; null of one to the partnership, or from or to somebody of no sector. */
function pairOf({ sector, target }: ChallengeFact) {
  if (target === "partnership" || target.sector === null || sector === null) return null;
  return { from: sector, to: target.sector };
}

function pooled(all: readonly Counts[]): Counts {
  const names = new Set(all.flatMap(({ matrix }) => Object.keys(matrix)));
  const matrix: Record<string, number> = {};
  for (const name of names) matrix[name] = sum(all.map((each) => each.matrix[name] ?? 0));
  return { matrix, ...summed({ toPartnership: 0, withinSector: 0 }, all) };
}

function measure({ matrix, ...apart }: Counts): Measured {
  const pairs = pairsOf(matrix);
  const total = sum(pairs.map(([there, back]) => there + back));
  if (total === 0) return notApplicable("noChallengesAcross");
  const missing = tooLittle("challengesAcross", total, CHALLENGES_NEEDED);
  if (missing) return missing;

  const twoWay = sum(pairs.map(([there, back]) => 2 * Math.min(there, back)));
  const expected = sum(pairs.map(([there, back]) => expectedTwoWay(there + back)));
  return {
    ...valueOf(twoWay / total, { twoWay, total, evenHandedExpectation: expected / total, ...apart }),
    numerator: twoWay,
    denominator: total,
  };
}

/** Each pair of different sectors once, with what went there and what came back. */
function pairsOf(matrix: Counts["matrix"]): readonly (readonly [there: number, back: number])[] {
  const pairs = new Map<string, readonly [number, number]>();
  for (const [name, count] of Object.entries(matrix)) {
    const [from = "", to = ""] = name.split(TO);
    if (from === to) continue;
    const [first, second] = from < to ? [from, to] : [to, from];
    const [there, back] = pairs.get(first + TO + second) ?? [0, 0];
    pairs.set(first + TO + second, from === first ? [there + count, back] : [there, back + count]);
  }
  return [...pairs.values()];
}

/** How many of `total` challenges between two sectors would be matched if each were as likely to go either way. */
export function expectedTwoWay(total: number): number {
  // twice the smaller side of so many tosses of a coin, on average; the probability of its middle is built up
  // factor by factor, so that no number grows large
  let central = 1;
  for (let i = 1; i <= Math.floor(total / 2); i += 1) central *= (2 * i - 1) / (2 * i);
  return total * (1 - central);
}
