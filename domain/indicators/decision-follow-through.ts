import * as z from "zod";
import { dayOf } from "../calendar.ts";
import type { ActionFact, MeetingFacts } from "../facts/facts.ts";
import { shareOfCases, some } from "./cases.ts";
import { entryEvidence, isWithdrawn } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  type Fill,
  indicator,
  type Measured,
  type Scope,
  summed,
} from "./indicator.ts";
import type { View } from "./view.ts";

const Counts = z.object({
  fellDue: z.number().min(0),
  droppedByAgreement: some,
  onTime: z.number().min(0),
  late: some,
  open: some,
  /** Of the open and the late, those whose new day had been agreed before the first one came. */
  redated: some,
  large: some,
  largeOnTime: some,
  /** Of the done, those with a line that says what came of it. */
  withResult: some,
});
type Counts = z.infer<typeof Counts>;

/**
 * Actions done by their first due date, of those whose first due date came after the meeting before and up to this one,
 * less those dropped by agreement, in percent (`indicators.md §7`, no. 24).
 */
export const decisionFollowThrough = indicator<Counts>(
  {
    id: "decision-follow-through",
    no: 24,
    version: 1,
    element: "systems",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "run",
    ofCases: true,
    countsNeeded: null,
    seed: "strong mechanisms can influence partners' allocation of resources for achieving objectives",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all) },
);

const nothing: Counts = {
  fellDue: 0,
  droppedByAgreement: 0,
  onTime: 0,
  late: 0,
  open: 0,
  redated: 0,
  large: 0,
  largeOnTime: 0,
  withResult: 0,
};

function count(facts: MeetingFacts, view: View): Counted<Counts> {
  const due = actionsDue(facts, view);
  const standing = due.filter(({ became }) => became !== "dropped");
  const having = (became: Became) => due.filter((each) => each.became === became).length;
  const large = standing.filter(({ action }) => action.size === "large");
  return {
    kind: "counted",
    counts: {
      fellDue: due.length,
      droppedByAgreement: having("dropped"),
      onTime: having("onTime"),
      late: having("late"),
      open: having("open"),
      redated: standing.filter(({ became, wasRedated }) => wasRedated && became !== "onTime").length,
      large: large.length,
      largeOnTime: large.filter(({ became }) => became === "onTime").length,
      withResult: standing.filter(({ action }) => doneIn(action, view.asOf)?.withResult === true).length,
    },
    provisional: false,
    evidence: due.map(({ action, became, heldIn }) => ({
      ...entryEvidence(action, FILL[became]),
      ...(heldIn.meetingId !== facts.meetingId && { meeting: heldIn.meetingId }),
    })),
  };
}

type Became = "onTime" | "late" | "open" | "dropped";

const FILL: Readonly<Record<Became, Fill>> = { onTime: "full", late: "half", open: "open", dropped: "gone" };

export type ActionDue = {
  readonly action: ActionFact;
  /** The meeting in whose record it stands. */
  readonly heldIn: MeetingFacts;
  readonly became: Became;
  /** Another day had been agreed before the first one came. */
  readonly wasRedated: boolean;
};

/** What fell due since the meeting before, with what has become of it. */
export function actionsDue(facts: MeetingFacts, { earlier, asOf }: View): readonly ActionDue[] {
  const before = earlier.at(-1);
  const [after, upTo] = [before ? dayOf(before.openedAt) : "", dayOf(facts.openedAt)];
  return [...earlier, facts].flatMap((heldIn) =>
    heldIn.actions.flatMap((action): ActionDue[] => {
      const due = action.originalDue;
      if (due === null || due <= after || due > upTo || isWithdrawn(action, asOf)) return [];
      return [
        {
          action,
          heldIn,
          became: becameOf(action, due, facts.closedAt, asOf),
          wasRedated: redatedBy(action, due),
        },
      ];
    }),
  );
}

/** An action is done on the day on which that is recorded. What is dropped after the meeting stays open here. */
function becameOf(action: ActionFact, due: string, closedAt: number, asOf: number): Became {
  const done = doneIn(action, asOf);
  if (done && dayOf(done.at) <= due) return "onTime";
  const held = action.updates.findLast(({ at }) => at <= Math.min(closedAt, asOf));
  if (held?.status === "dropped") return "dropped";
  return done ? "late" : "open";
}

/** The update that closed it, if it is still closed. */
function doneIn({ updates }: ActionFact, asOf: number): ActionFact["updates"][number] | undefined {
  const known = updates.filter(({ at }) => at <= asOf);
  const last = known.at(-1);
  if (last?.status !== "done") return undefined;
  const since = known.findLastIndex(({ status }) => status !== "done");
  return known[since + 1];
}

function redatedBy({ updates }: ActionFact, due: string): boolean {
  return updates.some(({ status, at }) => status === "redated" && dayOf(at) <= due);
}

function measure(counts: Counts, scope: Scope): Measured {
  const { fellDue, droppedByAgreement, onTime, late, ...rest } = counts;
  const whole = fellDue - droppedByAgreement;
  return shareOfCases({
    scope,
    numerator: onTime,
    denominator: whole,
    none: "noActionsDue",
    of: "actionsDue",
    companions: { droppedByAgreement, onTime, late, doneByNow: ((onTime + late) / whole) * 100, ...rest },
  });
}
