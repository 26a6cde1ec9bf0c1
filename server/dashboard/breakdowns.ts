// What a figure is made of, over the meetings of a period: parts of a whole, by code. Sectors, never partners or
// people (`indicators.md §6.2`, rule 14).
import { sum } from "#domain/charts/averages.ts";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import { qualifyingSeats } from "#domain/indicators/counting.ts";
import type { Evidence, IndicatorId } from "#domain/indicators/indicator.ts";
import { sectorGroups } from "#domain/indicators/sector-groups.ts";
import { sectorShares } from "#domain/indicators/sector-voice-balance.ts";
import type { Sector } from "#domain/meeting/registers.ts";

/** `of` is the whole of this part alone; null where the parts are of one whole. */
export type Share = {
  readonly part: string | readonly Sector[];
  readonly count: number;
  readonly of: number | null;
};
export type Breakdown = {
  readonly by:
    | "topic"
    | "sectorRaising"
    | "outcome"
    | "moneyKind"
    | "candour"
    | "focus"
    | "seatsBySector"
    | "talkBySector";
  readonly unit: "entries" | "minutes" | "seats" | "percent";
  readonly shares: readonly Share[];
};

type Counted = { readonly facts: MeetingFacts; readonly evidence: readonly Evidence[] };

export function breakdownsOf(id: IndicatorId, meetings: readonly Counted[]): readonly Breakdown[] {
  switch (id) {
    case "challenge-rate":
      return [byTopic(meetings), bySectorRaising(meetings)];
    case "challenge-response":
      return [byOutcome(meetings)];
    case "money-candour":
      return [byMoneyKind(meetings), byCandour(meetings)];
    case "performance-detail-share":
      return [byFocus(meetings)];
    case "senior-commitment":
      return [seatsBySector(meetings)];
    default:
      return talkBySector(meetings);
  }
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

function parts(names: readonly string[]): readonly Share[] {
  const groups = Map.groupBy(names, (name) => name);
  return [...groups]
    .map(([part, all]) => ({ part, count: all.length, of: null }))
    .toSorted((a, b) => b.count - a.count || a.part.localeCompare(b.part));
}

function byTopic(meetings: readonly Counted[]): Breakdown {
  const topics = entriesIn(meetings, ({ challenges }) => challenges).map(({ topic }) => topic);
  return { by: "topic", unit: "entries", shares: parts(topics) };
}

function bySectorRaising(meetings: readonly Counted[]): Breakdown {
  const sectors = entriesIn(meetings, ({ challenges }) => challenges).map(({ sector }) => sector);
  const shares = sectorGroups(seatsOf(meetings)).map((group) => ({
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
  const shares = sectorGroups(seatsOf(meetings)).map((group) => {
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

/** The seats of the last meeting, by which small sectors are told. */
function seatsOf(meetings: readonly Counted[]): readonly { readonly sector: Sector }[] {
  const last = meetings.at(-1);
  return last ? qualifyingSeats(last.facts) : [];
}
