import * as z from "zod";
import { afterWorkingDays, dayOf } from "../calendar.ts";
import { sum } from "../charts/averages.ts";
import type { ItemFact, MeetingFacts } from "../facts/facts.ts";
import { some } from "./cases.ts";
import { entryEvidence, substantiveDecisions, type TakenDecision } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  complete,
  indicator,
  type Measured,
  notApplicable,
} from "./indicator.ts";
import type { View } from "./view.ts";

const Counts = z.object({
  /** Decision by decision. */
  checksPassedOf8: z.array(z.number().min(0).max(8)),
  /** Scrutiny's recommendations that fell due in the year to the meeting, and those answered by their day. */
  recommendationsDue: some,
  recommendationsAnswered: some,
  itemsTakenUp: some,
});
type Counts = z.infer<typeof Counts>;

/** Working days in which a record can be made complete. */
const WORKING_DAYS = 10;
const YEAR_MS = 365 * 86_400_000;

/**
 * What somebody who scrutinises a decision would look for, and finds ten working days after the meeting: eight checks
 * for each substantive decision, in percent (`indicators.md §7`, no. 28).
 */
export const scrutinyReadiness = indicator<Counts>(
  {
    id: "scrutiny-readiness",
    no: 28,
    version: 1,
    element: "standards",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "xmr",
    ofCases: false,
    countsNeeded: null,
    seed: "Overview and scrutiny enables councils to hold LSPs to account for local action and public spending.",
  },
  { Counts, count, measure, pool: pooled },
);

export const CHECKS = [
  "wordingAndDate",
  "reasons",
  "options",
  "interests",
  "quorumAndPresent",
  "moneyEffect",
  "ownerAndDue",
  "openness",
] as const;
export type Check = (typeof CHECKS)[number];

function count(facts: MeetingFacts, view: View): Counted<Counts> {
  const decisions = substantiveDecisions(facts, view.asOf);
  const passed = decisions.map((fact) => checksPassed(facts, fact, view.asOf));
  const scrutiny = recommendations(facts, view);
  return {
    kind: "counted",
    counts: { checksPassedOf8: passed.map((checks) => checks.length), ...scrutiny },
    provisional: view.asOf < afterWorkingDays(facts.closedAt, WORKING_DAYS),
    evidence: decisions.map((fact, i) => entryEvidence(fact, fillOf(passed[i]?.length ?? 0))),
  };
}

function fillOf(passed: number) {
  if (passed === CHECKS.length) return "full";
  return passed * 2 >= CHECKS.length ? "half" : "open";
}

/** Which of the eight a decision passes, as it stood ten working days after the meeting or stands now if that is sooner. */
export function checksPassed(facts: MeetingFacts, fact: TakenDecision, asOf: number): readonly Check[] {
  const until = Math.min(asOf, afterWorkingDays(facts.closedAt, WORKING_DAYS));
  const item = facts.items.find((each) => each.item === fact.item);
  const isTold = (since: number | null) => since !== null && since <= until;
  const passes: Readonly<Record<Check, boolean>> = {
    // it was read out and agreed: it has its words and its moment
    wordingAndDate: true,
    reasons: isTold(fact.toldSince.reasons),
    options: isTold(fact.toldSince.options),
    interests: interestsAreTold(facts, item),
    quorumAndPresent: fact.agreed.present.length > 0 && fact.agreed.quorate,
    moneyEffect: isTold(fact.toldSince.moneyEffect),
    ownerAndDue: isTold(fact.toldSince.ownerAndDue),
    openness: isOpenOrExplained(item),
  };
  return CHECKS.filter((check) => passes[check]);
}

/** Told of on the item, or asked for at the meeting: where nothing was told then, there were none. */
function interestsAreTold({ interests }: MeetingFacts, item: ItemFact | undefined): boolean {
  const here = [item?.item, item?.parent];
  return interests.asked || interests.items.some((each) => here.includes(each));
}

/** Open, or restricted with its ground and the day on which that is looked at again. */
function isOpenOrExplained(item: ItemFact | undefined): boolean {
  if (!item) return false;
  return !item.restricted || ((item.ground ?? "") !== "" && item.reviewOn !== null);
}

function recommendations({ openedAt, closedAt, meetingId }: MeetingFacts, { kept }: View) {
  const [after, upTo] = [dayOf(openedAt - YEAR_MS), dayOf(closedAt)];
  const due = kept.scrutiny.filter((each) => each.due > after && each.due <= upTo);
  return {
    recommendationsDue: due.length,
    recommendationsAnswered: due.filter(({ answered, due: by }) => answered !== null && answered <= by)
      .length,
    itemsTakenUp: kept.itemsTakenUp.filter((each) => each.meetingId === meetingId).length,
  };
}

/** Recommendations are of a year already: a period has those of its last meeting. */
function pooled(all: readonly Counts[]): Counts {
  const { recommendationsDue = 0, recommendationsAnswered = 0 } = all.at(-1) ?? {};
  return {
    checksPassedOf8: all.flatMap(({ checksPassedOf8 }) => checksPassedOf8),
    recommendationsDue,
    recommendationsAnswered,
    itemsTakenUp: sum(all.map(({ itemsTakenUp }) => itemsTakenUp)),
  };
}

function measure(counts: Counts): Measured {
  const { checksPassedOf8: checks, recommendationsDue, recommendationsAnswered, itemsTakenUp } = counts;
  if (checks.length === 0) return notApplicable("noDecisions");
  const [passed, possible] = [sum(checks), checks.length * CHECKS.length];
  const complete8 = checks.filter((each) => each === CHECKS.length).length;
  return complete(passed, possible, {
    passed,
    possible,
    decisions: checks.length,
    complete: complete8,
    fullyComplete: (complete8 / checks.length) * 100,
    recommendationsDue,
    recommendationsAnswered,
    itemsTakenUp,
    ...(recommendationsDue > 0 && {
      answeredInTime: (recommendationsAnswered / recommendationsDue) * 100,
    }),
  });
}
