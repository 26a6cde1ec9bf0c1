// What a breakdown is, and what all of them are made with.
import type { SeatFact } from "#domain/facts/facts.ts";
import type { Evidence } from "#domain/indicators/indicator.ts";
import type { Viewed } from "#domain/indicators/view.ts";
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
    | "whoToWhom"
    | "outcome"
    | "moneyKind"
    | "candour"
    | "focus"
    | "seatsBySector"
    | "filledBySector"
    | "substitutesBySector"
    | "talkBySector"
    | "chairByItemKind"
    | "councillors"
    | "joint"
    | "ownerSector"
    | "decisionsFollowed"
    | "moneyStages"
    | "obstacles"
    | "checks"
    | "answers"
    | "supportCategory"
    | "supportBearer";
  readonly unit: "entries" | "minutes" | "seats" | "percent" | "pounds";
  readonly shares: readonly Share[];
};

export type Counted = Viewed & { readonly evidence: readonly Evidence[] };

export function parts(names: readonly string[]): readonly Share[] {
  const groups = Map.groupBy(names, (name) => name);
  return [...groups]
    .map(([part, all]) => ({ part, count: all.length, of: null }))
    .toSorted((a, b) => b.count - a.count || a.part.localeCompare(b.part));
}

/** Those of the last meeting, by which small sectors are told together: whether or not anybody came for them. */
export function fullSeats(meetings: readonly Counted[]): readonly SeatFact[] {
  return meetings.at(-1)?.facts.seats.filter(({ full }) => full) ?? [];
}
