import { sum } from "../charts/averages.ts";
import type { MeetingFacts, SeatFact } from "../facts/facts.ts";
import type { PartnerId, SeatId } from "../ids.ts";
import type { Sector } from "../meeting/registers.ts";
import { fullSeats, type Sectors } from "./sectors.ts";

/**
 * How a seat stood at a meeting. `notRecorded` is a seat that somebody is named for and nobody marked: it is neither
 * filled nor empty. `none`: the board did not have the seat then.
 */
export const SIGNS = [
  "principal",
  "substitute",
  "standIn",
  "apologies",
  "absent",
  "vacant",
  "notRecorded",
  "none",
] as const;
export type Sign = (typeof SIGNS)[number];

/** Meetings at which it was filled, of those at which somebody could have come and it was marked who did. */
type Filled = { readonly filled: number; readonly of: number };

export type SeatYear = Filled & {
  readonly seat: SeatId;
  readonly partner: PartnerId;
  readonly sector: Sector;
  /** One for each meeting, in their order. */
  readonly signs: readonly Sign[];
};

export type SectorYear = Filled & {
  readonly sectors: Sectors;
  /** At each meeting, how many of its full seats stood how. */
  readonly meetings: readonly Readonly<Record<Sign, number>>[];
};

/** Whether somebody came for the seat. */
export function isFilled(sign: Sign): boolean {
  return sign === "principal" || sign === "substitute" || sign === "standIn";
}

export function signOf(seat: SeatFact | undefined): Sign {
  if (!seat) return "none";
  if (seat.vacant) return "vacant";
  switch (seat.outcome) {
    case null:
      return "notRecorded";
    case "substitute":
      return standsIn(seat) ? "standIn" : "substitute";
    default:
      return seat.outcome;
  }
}

/** Whether, of those who came instead of the principal, one not on the seat's list was there the longer. */
function standsIn({ sittings }: SeatFact): boolean {
  const time = (as: "substitute" | "standIn") => {
    const own = sittings.filter((sitting) => sitting.as === as);
    return own.length === 0 ? -1 : sum(own.map(({ businessMs }) => businessMs));
  };
  return time("standIn") > time("substitute");
}

/** Seat by seat, the full ones: those of the last meeting in their order, then those the board has had. */
export function seatYears(meetings: readonly MeetingFacts[]): readonly SeatYear[] {
  const seats = new Map<SeatId, SeatFact>();
  for (const facts of meetings.toReversed())
    for (const seat of fullSeats(facts)) if (!seats.has(seat.seat)) seats.set(seat.seat, seat);
  return [...seats.values()].map(({ seat, partner, sector }) => {
    const signs = meetings.map((facts) => signOf(fullSeats(facts).find((each) => each.seat === seat)));
    return { seat, partner, sector, signs, ...filledOf(signs) };
  });
}

/** The same by sector: nobody's year can be read from it where no line is of fewer than three seats. */
export function sectorYears(
  meetings: readonly MeetingFacts[],
  groups: readonly Sectors[],
): readonly SectorYear[] {
  return groups.map((sectors) => {
    const signs = meetings.map((facts) =>
      fullSeats(facts)
        .filter(({ sector }) => sectors.includes(sector))
        .map(signOf),
    );
    return { sectors, meetings: signs.map(tally), ...filledOf(signs.flat()) };
  });
}

function tally(signs: readonly Sign[]): Readonly<Record<Sign, number>> {
  const count = (sign: Sign) => signs.filter((each) => each === sign).length;
  return {
    principal: count("principal"),
    substitute: count("substitute"),
    standIn: count("standIn"),
    apologies: count("apologies"),
    absent: count("absent"),
    vacant: count("vacant"),
    notRecorded: count("notRecorded"),
    none: count("none"),
  };
}

export function filledOf(signs: readonly Sign[]): Filled {
  const counted = signs.filter((sign) => sign !== "none" && sign !== "vacant" && sign !== "notRecorded");
  return { filled: counted.filter(isFilled).length, of: counted.length };
}
