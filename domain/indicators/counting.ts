// What several indicators count alike (`indicators.md §6.2`).
import type { ChallengeFact, FloorFacts, MeetingFacts, MoneyFact, SeatFact } from "../facts/facts.ts";
import type { Evidence, Fill, Silence, View } from "./indicator.ts";

/** Floor time must account for most of the business, and not for more than there was (rule 6). */
const COVERAGE = { least: 0.8, most: 1.05 } as const;

/** Filled for at least half of business time, time spent presiding left out (rule 3). */
export function qualifyingSeats({ seats, businessMs }: MeetingFacts): readonly SeatFact[] {
  return seats.filter(
    ({ full, presentMs, presidingMs }) => full && (presentMs - presidingMs) * 2 >= businessMs,
  );
}

/** Discussion by partners; presenting is shown apart, the chair is not a partner while presiding (rules 3 and 4). */
export function partnerTalk({ talk }: FloorFacts) {
  return talk.filter(({ voice, kind }) => voice === "seat" && kind === "discussion");
}

/** Why figures of speaking time stay silent, if they do. */
export function floorSilence({ floor, businessMs }: MeetingFacts): Silence | null {
  if (businessMs === 0) return { kind: "notApplicable", why: "noBusiness" };
  const recorded = floor.attributedMs / businessMs;
  if (recorded >= COVERAGE.least && recorded <= COVERAGE.most) return null;
  return { kind: "notRecorded", why: "floor", recorded, needed: COVERAGE.least };
}

/** Challenges of partners and the chair that count by the moment looked from; an officer's are told apart. */
export function challengesCounted({ challenges }: MeetingFacts, { asOf }: View): readonly ChallengeFact[] {
  return challenges.filter(
    (fact) => (fact.voice === "seat" || fact.voice === "chair") && isCounted(fact, asOf),
  );
}

export function isCounted({ countsFrom }: ChallengeFact | MoneyFact, asOf: number): boolean {
  return countsFrom !== null && countsFrom <= asOf;
}

/** Whether something unconfirmed is still within its five working days. */
export function isPending({ countsFrom }: ChallengeFact | MoneyFact, asOf: number): boolean {
  return countsFrom !== null && countsFrom > asOf;
}

export function isWithdrawn({ withdrawnAt }: ChallengeFact | MoneyFact, asOf: number): boolean {
  return withdrawnAt !== null && withdrawnAt <= asOf;
}

export function entryEvidence({ seq, item, entry, seat }: ChallengeFact | MoneyFact, fill: Fill): Evidence {
  return { seq, item, entry, seat, fill };
}
