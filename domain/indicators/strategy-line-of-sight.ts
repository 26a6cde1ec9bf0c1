import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { ItemFact, MeetingFacts } from "../facts/facts.ts";
import type { ObjectiveId } from "../ids.ts";
import { some } from "./cases.ts";
import { itemEvidence } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  complete,
  indicator,
  type Measured,
  notApplicable,
  type Silence,
  summed,
} from "./indicator.ts";
import type { View } from "./view.ts";

const Counts = z.object({
  linkedSeconds: z.number().min(0),
  businessSeconds: z.number().min(0),
  /** Objectives that were current, and those of them that an item of the last year was linked to. */
  objectives: some,
  objectivesTouched: some,
});
type Counts = z.infer<typeof Counts>;

/** Share of the items that must have been linked before the meeting: one that serves none looks like one nobody linked. */
const LINKED_NEEDED = 0.8;
const YEAR_MS = 365 * 86_400_000;

/**
 * Time on business items linked to a joint objective before the meeting opened, of business time, in percent
 * (`indicators.md §7`, no. 20).
 */
export const strategyLineOfSight = indicator<Counts>(
  {
    id: "strategy-line-of-sight",
    no: 20,
    version: 1,
    element: "strategy",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "xmr",
    ofCases: false,
    countsNeeded: null,
    seed: "It recommends that the long term Sustainable Community Strategy objectives should be established through an evidence-based approach",
  },
  { Counts, count, measure, pool: pooled },
);

function count(facts: MeetingFacts, view: View): Counted<Counts> | Silence {
  if (facts.businessMs === 0) return notApplicable("noBusiness");
  const current = currentObjectives(facts, view);
  if (current.length === 0) return { kind: "tooLittle", of: "objectives", have: 0, need: 1 };
  const business = facts.items.filter((item) => item.business);
  const items = business.filter(({ parent }) => parent === null);
  const serves = ({ objectives }: ItemFact) => objectives.some((id) => current.includes(id));
  const linked = items.filter(
    (item) => serves(item) || business.some((part) => part.parent === item.item && serves(part)),
  );
  const recorded = items.length === 0 ? 0 : linked.length / items.length;
  if (recorded < LINKED_NEEDED)
    return { kind: "notRecorded", why: "objectives", recorded, needed: LINKED_NEEDED };

  // the time of a whole counts once; of a whole that serves none, that of its parts
  const counted = linked.flatMap((item) =>
    serves(item) ? [item] : business.filter((part) => part.parent === item.item && serves(part)),
  );
  const lately = [...view.earlier.filter(({ openedAt }) => openedAt > facts.openedAt - YEAR_MS), facts];
  const touched = new Set(lately.flatMap((each) => each.items.flatMap(({ objectives }) => objectives)));
  return {
    kind: "counted",
    counts: {
      linkedSeconds: Math.min(sum(counted.map(({ openMs }) => openMs)), facts.businessMs) / 1000,
      businessSeconds: facts.businessMs / 1000,
      objectives: current.length,
      objectivesTouched: current.filter((id) => touched.has(id)).length,
    },
    provisional: false,
    evidence: counted.map((item) => itemEvidence(facts, item)),
  };
}

/** As the clerks keep them, or else as the meeting's own log has them. */
function currentObjectives({ objectives, closedAt }: MeetingFacts, { kept }: View): readonly ObjectiveId[] {
  const current = kept.objectives.filter(
    ({ from, until }) => from <= closedAt && (until === null || until > closedAt),
  );
  const known = new Set([...current.map(({ id }) => id), ...objectives]);
  // one that the register has ended by then is over, whatever the log was told when it was made
  for (const { id, until } of kept.objectives) if (until !== null && until <= closedAt) known.delete(id);
  return [...known].toSorted();
}

/** Objectives are not added up: a period has those of its last meeting. */
function pooled(all: readonly Counts[]): Counts {
  const { objectives = 0, objectivesTouched = 0 } = all.at(-1) ?? {};
  return { ...summed({ linkedSeconds: 0, businessSeconds: 0 }, all), objectives, objectivesTouched };
}

function measure({ linkedSeconds, businessSeconds, objectives, objectivesTouched }: Counts): Measured {
  if (businessSeconds === 0) return notApplicable("noBusiness");
  return complete(
    linkedSeconds,
    businessSeconds,
    objectives === 0
      ? {}
      : {
          objectives,
          objectivesTouched,
          touchedShare: (objectivesTouched / objectives) * 100,
        },
  );
}
