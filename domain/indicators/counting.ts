// What several indicators count alike (`indicators.md §6.2`).
import { sum } from "../charts/averages.ts";
import type {
  ChallengeFact,
  DecisionFact,
  EntryFact,
  FloorFacts,
  FocusFact,
  ItemFact,
  MeetingFacts,
  MoneyFact,
  SeatFact,
  TalkFact,
} from "../facts/facts.ts";
import type { Focus } from "../meeting/item.ts";
import type { Sector } from "../meeting/registers.ts";
import { type Evidence, type Fill, notApplicable, type Silence } from "./indicator.ts";
import type { View } from "./view.ts";

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
export function challengesCounted(
  { challenges }: MeetingFacts,
  { asOf }: Pick<View, "asOf">,
): readonly ChallengeFact[] {
  return challenges.filter(
    (fact) => (fact.voice === "seat" || fact.voice === "chair") && isCounted(fact, asOf),
  );
}

export function isCounted({ countsFrom }: ChallengeFact | MoneyFact, asOf: number): boolean {
  return countsFrom !== null && countsFrom <= asOf;
}

/** Whether something unconfirmed is still within its five working days. */
export function isPending(
  { countsFrom }: Pick<ChallengeFact | MoneyFact, "countsFrom">,
  asOf: number,
): boolean {
  return countsFrom !== null && countsFrom > asOf;
}

export function isWithdrawn({ withdrawnAt }: Pick<EntryFact, "withdrawnAt">, asOf: number): boolean {
  return withdrawnAt !== null && withdrawnAt <= asOf;
}

/** Money somebody could commit: it counts by the moment looked from, and is no saving and no pressure. */
export function isCommittable(fact: MoneyFact, asOf: number): boolean {
  return (
    fact.moneyKind !== "saving" &&
    fact.moneyKind !== "pressure" &&
    isCounted(fact, asOf) &&
    !isWithdrawn(fact, asOf)
  );
}

export function entryEvidence(
  { seq, item, entry, seat }: Pick<EntryFact, "seq" | "item" | "entry" | "seat">,
  fill: Fill,
): Evidence {
  return { seq, item, entry, seat, fill };
}

/** A seat by the event that last marked its attendance; nothing where it was never marked. */
export function seatEvidence({ seq, seat }: Pick<SeatFact, "seq" | "seat">, fill: Fill): readonly Evidence[] {
  return seq === null ? [] : [{ seq, item: null, entry: null, seat, fill }];
}

/** The turns behind figures of speaking time; pages show their totals by sector and never the turns. */
export function talkEvidence(talk: readonly TalkFact[]): Evidence[] {
  return talk.flatMap(({ item, seat, seqs }) =>
    seqs.map((seq) => ({ seq, item, entry: null, seat, fill: "full" as const })),
  );
}

export function secondsOf(talk: readonly Pick<TalkFact, "ms">[]): number {
  return sum(talk.map(({ ms }) => ms)) / 1000;
}

/** Share of business time for which the focus must be known. */
const FOCUS_NEEDED = 0.9;

/** Why figures of the focus stay silent, if they do. */
export function focusSilence({ focus, businessMs }: MeetingFacts): Silence | null {
  if (businessMs === 0) return notApplicable("noBusiness");
  const recorded = sum(focus.map(({ ms }) => ms)) / businessMs;
  return recorded < FOCUS_NEEDED
    ? { kind: "notRecorded", why: "focus", recorded, needed: FOCUS_NEEDED }
    : null;
}

export function focusOn(focus: readonly FocusFact[], ...these: readonly Focus[]): readonly FocusFact[] {
  return focus.filter((segment) => these.includes(segment.focus));
}

export function focusEvidence(segments: readonly FocusFact[]): Evidence[] {
  return segments.map(({ seq, item }) => ({ seq, item, entry: null, seat: null, fill: "full" }));
}

/** Agreed, committing somebody to something, and not withdrawn since (`indicators.md §6.3`). */
export type TakenDecision = DecisionFact & { readonly agreed: NonNullable<DecisionFact["agreed"]> };

export function substantiveDecisions({ decisions }: MeetingFacts, asOf: number): readonly TakenDecision[] {
  return decisions.filter(
    (fact): fact is TakenDecision => fact.agreed !== null && fact.substantive && !isWithdrawn(fact, asOf),
  );
}

/** By whom a seat was represented for longer, at whatever length; null where nobody came for it. */
export function representedBy({ sittings }: SeatFact): "principal" | "substitute" | null {
  if (sittings.length === 0) return null;
  const [principals, others] = [true, false].map((is) =>
    sittings.filter(({ as }) => (as === "principal") === is),
  );
  const time = (own: SeatFact["sittings"] = []) => sum(own.map(({ businessMs }) => businessMs));
  if ((principals ?? []).length === 0) return "substitute";
  return time(principals) >= time(others) ? "principal" : "substitute";
}

/** Those the paper fears are deterred: private and voluntary. */
export function isSmallSector(sector: Sector | null): boolean {
  return sector === "private" || sector === "voluntary-community";
}

/** An item as evidence of its own time: by the first event on it that the facts know; 0 where they know none. */
export function itemEvidence(facts: MeetingFacts, { item }: Pick<ItemFact, "item">): Evidence {
  const { focus, floor, decisions, challenges, money, actions, evidence } = facts;
  const known = [focus, decisions, challenges, money, actions, evidence]
    .flat()
    .filter((each) => each.item === item)
    .map(({ seq }) => seq);
  const turns = floor.talk.filter((each) => each.item === item).flatMap(({ seqs }) => seqs);
  const all = [...known, ...turns];
  return { seq: all.length === 0 ? 0 : Math.min(...all), item, entry: null, seat: null, fill: "full" };
}
