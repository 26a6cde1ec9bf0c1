// What a figure is made of, over the meetings of a period: parts of a whole, by code. Sectors, never partners or
// people (`indicators.md §6.2`, rule 14).
import { sum } from "#domain/charts/averages.ts";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import type { IndicatorId } from "#domain/indicators/indicator.ts";
import { sectorGroups } from "#domain/indicators/sector-groups.ts";
import { sectorShares } from "#domain/indicators/sector-voice-balance.ts";
import { type Breakdown, type Counted, fullSeats, parts } from "./breakdown-parts.ts";
import {
  answersTo,
  byCheck,
  byObstacle,
  byOwnerSector,
  chairByItemKind,
  councillors,
  decisionsFollowed,
  filledBySector,
  joint,
  moneyStages,
  supportCosts,
  whoToWhom,
} from "./more-breakdowns.ts";

/** The parts of each figure; none where the facts do not tell any, or where telling would name somebody. */
const BREAKDOWNS: Readonly<
  Partial<Record<IndicatorId, (meetings: readonly Counted[]) => readonly Breakdown[]>>
> = {
  "senior-commitment": (meetings) => [seatsBySector(meetings)],
  "substitute-rate": (meetings) => [
    filledBySector(meetings, "substitutesBySector", (by) => by === "substitute"),
  ],
  "chair-floor-share": (meetings) => [chairByItemKind(meetings)],
  "democratic-accountability": (meetings) => [councillors(meetings)],
  "challenge-rate": (meetings) => [byTopic(meetings), bySectorRaising(meetings)],
  "challenge-response": (meetings) => [byOutcome(meetings)],
  "challenge-reciprocity": (meetings) => [whoToWhom(meetings)],
  "money-candour": (meetings) => [byMoneyKind(meetings), byCandour(meetings)],
  "participation-evenness": talkBySector,
  "sector-voice-balance": talkBySector,
  "council-voice-excess": talkBySector,
  "performance-detail-share": (meetings) => [byFocus(meetings)],
  "performance-detail-deterrence": (meetings) => [byFocus(meetings)],
  "resource-steering-balance": (meetings) => [byFocus(meetings)],
  "sector-attendance-gap": (meetings) => [filledBySector(meetings, "filledBySector", (by) => by !== null)],
  "voice-confidence": (meetings) => [answersTo(meetings, 2)],
  "joint-objective-decisions": (meetings) => [joint(meetings)],
  "money-to-commitment": (meetings) => [moneyStages(meetings)],
  "decision-follow-through": (meetings) => [decisionsFollowed(meetings), byOwnerSector(meetings)],
  "support-cost": (meetings) => supportCosts(meetings),
  "shared-data-use": (meetings) => [byObstacle(meetings)],
  "scrutiny-readiness": (meetings) => [byCheck(meetings)],
};

export function breakdownsOf(id: IndicatorId, meetings: readonly Counted[]): readonly Breakdown[] {
  return BREAKDOWNS[id]?.(meetings) ?? [];
}

function entriesIn<F extends { readonly entry: string }>(
  meetings: readonly Counted[],
  of: (facts: MeetingFacts) => readonly F[],
): readonly F[] {
  return meetings.flatMap(({ facts, evidence }) => {
    const counted = new Set<string | null>(evidence.map(({ entry }) => entry));
    return of(facts).filter(({ entry }) => counted.has(entry));
  });
}

function byTopic(meetings: readonly Counted[]): Breakdown {
  const topics = entriesIn(meetings, ({ challenges }) => challenges).map(({ topic }) => topic);
  return { by: "topic", unit: "entries", shares: parts(topics) };
}

function bySectorRaising(meetings: readonly Counted[]): Breakdown {
  const sectors = entriesIn(meetings, ({ challenges }) => challenges).map(({ sector }) => sector);
  const shares = sectorGroups(fullSeats(meetings)).map((group) => ({
    part: group,
    count: sectors.filter((sector) => sector !== null && group.includes(sector)).length,
    of: null,
  }));
  return { by: "sectorRaising", unit: "entries", shares };
}

function byOutcome(meetings: readonly Counted[]): Breakdown {
  const fills = meetings.flatMap(({ evidence }) => evidence.map(({ fill }) => fill));
  return { by: "outcome", unit: "entries", shares: parts(fills) };
}

function byMoneyKind(meetings: readonly Counted[]): Breakdown {
  const kinds = entriesIn(meetings, ({ money }) => money).map(({ moneyKind }) => moneyKind);
  return { by: "moneyKind", unit: "entries", shares: parts(kinds) };
}

function byCandour(meetings: readonly Counted[]): Breakdown {
  const levels = entriesIn(meetings, ({ money }) => money).map(({ candour }) => candour);
  return { by: "candour", unit: "entries", shares: parts(levels) };
}

function byFocus(meetings: readonly Counted[]): Breakdown {
  const segments = meetings.flatMap(({ facts }) => facts.focus);
  const shares = [...Map.groupBy(segments, ({ focus }) => focus)].map(([part, all]) => ({
    part,
    count: sum(all.map(({ ms }) => ms)) / 60_000,
    of: null,
  }));
  return { by: "focus", unit: "minutes", shares: shares.toSorted((a, b) => b.count - a.count) };
}

/** Full seats at the agreed level, of those not vacant, over all the meetings. */
function seatsBySector(meetings: readonly Counted[]): Breakdown {
  const seats = meetings.flatMap(({ facts, evidence }) => {
    const atLevel = new Set(evidence.filter(({ fill }) => fill === "full").map(({ seat }) => seat));
    return facts.seats
      .filter(({ full, vacant }) => full && !vacant)
      .map(({ seat, sector }) => ({ sector, isAtLevel: atLevel.has(seat) }));
  });
  const shares = sectorGroups(fullSeats(meetings)).map((group) => {
    const own = seats.filter(({ sector }) => group.includes(sector));
    return { part: group, count: own.filter(({ isAtLevel }) => isAtLevel).length, of: own.length };
  });
  return { by: "seatsBySector", unit: "seats", shares };
}

/** Each sector's share of talk, meeting by meeting, and of seats: the middle of neither is a share of the whole. */
function talkBySector(meetings: readonly Counted[]): readonly Breakdown[] {
  const last = meetings.at(-1);
  const shares = last && sectorShares(last.facts);
  if (!shares) return [];
  return [
    {
      by: "talkBySector",
      unit: "percent",
      shares: shares.map(({ sectors, talkShare, seatShare }) => ({
        part: sectors,
        count: talkShare * 100,
        of: seatShare * 100,
      })),
    },
  ];
}
