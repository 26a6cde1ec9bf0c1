// What a breakdown is, and what all of them are made with.
import { qualifyingSeats } from "#domain/indicators/counting.ts";
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

/** The seats of the last meeting, by which small sectors are told. */
export function seatsOf(meetings: readonly Counted[]): readonly { readonly sector: Sector }[] {
  const last = meetings.at(-1);
  return last ? qualifyingSeats(last.facts) : [];
}
