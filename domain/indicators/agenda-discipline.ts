import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { ItemFact, MeetingFacts } from "../facts/facts.ts";
import { itemEvidence } from "./counting.ts";
import { atEveryLayer, type Counted, indicator, type Measured, notApplicable, valueOf } from "./indicator.ts";

const minutes = z.number().min(0);
const Counts = z.object({
  /** Item by item, as planned when the meeting was opened; null where nothing was. */
  plannedMinutes: z.array(minutes.nullable()),
  actualMinutes: z.array(minutes),
  /** Of the time an item took beyond its plan, what the chair gave it for debate. */
  debateMinutes: z.array(minutes).default([]),
  /** Items that were not begun; those without any time where it is not said. */
  notReached: minutes.optional(),
  startLateMinutes: z.number().optional(),
  finishLateMinutes: z.number().optional(),
});
type Counts = z.infer<typeof Counts>;

/** Share of the items whose time must have been planned. */
const PLANNED_NEEDED = 0.8;

/**
 * How far the time taken kept to the time planned, item by item, in percent: 1 less the sum of deviations over the sum
 * of the plan, at least 0 (`indicators.md §7`, no. 17). No way is better until the board sets a band.
 */
export const agendaDiscipline = indicator<Counts>(
  {
    id: "agenda-discipline",
    no: 17,
    version: 1,
    element: "style",
    direction: atEveryLayer("neither"),
    unit: "percent",
    range: [0, 100],
    chart: "xmr",
    ofCases: false,
    countsNeeded: null,
    seed: "LSPs should review the style of meetings and other arrangements that may support or hinder joint working.",
  },
  { Counts, count, measure, pool: pooled },
);

function count(facts: MeetingFacts): Counted<Counts> {
  const items = facts.items.filter(({ business, parent }) => business && parent === null);
  const late = (at: number, planned: number) => (at - planned) / 60_000;
  return {
    kind: "counted",
    counts: {
      plannedMinutes: items.map((item) => plannedOf(item, facts.items)),
      actualMinutes: items.map(({ openMs }) => openMs / 60_000),
      debateMinutes: items.map(({ addedForDebate }) => addedForDebate),
      notReached: items.filter(({ reached }) => !reached).length,
      startLateMinutes: late(facts.openedAt, facts.startsAt),
      finishLateMinutes: late(facts.closedAt, facts.startsAt + facts.lengthMinutes * 60_000),
    },
    provisional: false,
    evidence: items.map((item) => itemEvidence(facts, item)),
  };
}

/** An item without a plan of its own has that of its parts. */
export function plannedOf({ item, plannedMinutes }: ItemFact, all: readonly ItemFact[]): number | null {
  if (plannedMinutes !== null) return plannedMinutes;
  const parts = all.filter(({ parent }) => parent === item).map((part) => part.plannedMinutes);
  const planned = parts.filter((part) => part !== null);
  return planned.length === 0 ? null : sum(planned);
}

function pooled(all: readonly Counts[]): Counts {
  return {
    plannedMinutes: all.flatMap(({ plannedMinutes }) => plannedMinutes),
    actualMinutes: all.flatMap(({ plannedMinutes, actualMinutes }) =>
      plannedMinutes.map((_, i) => actualMinutes[i] ?? 0),
    ),
    debateMinutes: all.flatMap(({ plannedMinutes, debateMinutes }) =>
      plannedMinutes.map((_, i) => debateMinutes[i] ?? 0),
    ),
    notReached: sum(all.map(({ notReached = 0 }) => notReached)),
  };
}

function measure(counts: Counts): Measured {
  const { plannedMinutes, actualMinutes, debateMinutes, startLateMinutes, finishLateMinutes } = counts;
  // items beyond the plan's are unplanned ones
  const length = Math.max(plannedMinutes.length, actualMinutes.length);
  if (length === 0) return notApplicable("noBusiness");
  const items = Array.from({ length }, (_, i) => ({
    planned: plannedMinutes[i] ?? 0,
    hasPlan: (plannedMinutes[i] ?? null) !== null,
    used: actualMinutes[i] ?? 0,
    forDebate: debateMinutes[i] ?? 0,
  }));
  const recorded = items.filter(({ hasPlan }) => hasPlan).length / length;
  if (recorded < PLANNED_NEEDED)
    return { kind: "notRecorded", why: "plan", recorded, needed: PLANNED_NEEDED };
  const planned = sum(items.map((item) => item.planned));
  if (planned === 0) return notApplicable("noPlan");

  const deviation = sum(items.map((item) => Math.abs(item.used - item.planned)));
  const forDebate = sum(items.map((item) => Math.min(Math.max(0, item.used - item.planned), item.forDebate)));
  const kept = (off: number) => 100 * Math.max(0, 1 - off / planned);
  return valueOf(kept(deviation), {
    absoluteDeviation: deviation,
    planned,
    items: length,
    itemsNotReached: counts.notReached ?? items.filter(({ used }) => used === 0).length,
    debateMinutes: forDebate,
    withoutDebate: kept(deviation - forDebate),
    ...(startLateMinutes !== undefined && { startLateMinutes }),
    ...(finishLateMinutes !== undefined && { finishLateMinutes }),
  });
}
