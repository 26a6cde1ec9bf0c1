import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import type { Sector } from "../meeting/registers.ts";
import { floorSilence, partnerTalk, qualifyingSeats } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  indicator,
  type Measured,
  notApplicable,
  type Silence,
  tooLittle,
  valueOf,
} from "./indicator.ts";
import { sectorGroups } from "./sector-groups.ts";

const BySector = z.record(z.string(), z.number().min(0));
const Counts = z.object({ seatsPresent: BySector, seconds: BySector });
type Counts = z.infer<typeof Counts>;

const SECTORS_NEEDED = 2;
const SEATS_NEEDED = 2;

/** 1 − ½ Σ |share of partners' talk − share of seats| over sectors, 0 to 1 (`indicators.md §7`, no. 12). */
export const sectorVoiceBalance = indicator<Counts>(
  {
    id: "sector-voice-balance",
    no: 12,
    version: 1,
    element: "style",
    direction: atEveryLayer("up"),
    unit: "index",
    range: [0, 1],
    chart: "xmr",
    ofCases: false,
    countsNeeded: null,
    seed: "Management and role of meetings, and approach to joint working can create a positive working style and avoid unintentional messages.",
  },
  // opposite imbalances would cancel out in a sum: a period has the median of its meetings
  { Counts, count, measure, pool: null },
);

function count(facts: MeetingFacts): Counted<Counts> | Silence {
  const silence = floorSilence(facts);
  if (silence) return silence;

  const talk = partnerTalk(facts.floor);
  return {
    kind: "counted",
    counts: {
      seatsPresent: tally(qualifyingSeats(facts).map(({ sector }) => [sector, 1])),
      seconds: tally(talk.map(({ sector, ms }) => [sector ?? "other", ms / 1000])),
    },
    provisional: false,
    evidence: talk.flatMap(({ item, seat, seqs }) =>
      seqs.map((seq) => ({ seq, item, entry: null, seat, fill: "full" as const })),
    ),
  };
}

function tally(amounts: readonly (readonly [sector: string, amount: number])[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const [sector, amount] of amounts) totals[sector] = (totals[sector] ?? 0) + amount;
  return totals;
}

function measure({ seatsPresent, seconds }: Counts): Measured {
  const enough = Object.values(seatsPresent).filter((seats) => seats >= SEATS_NEEDED).length;
  const missing = tooLittle("sectors", enough, SECTORS_NEEDED);
  if (missing) return missing;
  const [allSeats, allSeconds] = [sum(Object.values(seatsPresent)), sum(Object.values(seconds))];
  if (allSeconds === 0) return notApplicable("noTalk");

  const sectors = [...new Set([...Object.keys(seatsPresent), ...Object.keys(seconds)])];
  const gaps = sectors.map((sector) =>
    Math.abs((seconds[sector] ?? 0) / allSeconds - (seatsPresent[sector] ?? 0) / allSeats),
  );
  return valueOf(1 - sum(gaps) / 2, { seats: allSeats, seconds: allSeconds });
}

/** One sector's seats and talk at a meeting; private and voluntary stand together where either is small. */
export type SectorShare = {
  readonly sectors: readonly Sector[];
  readonly seats: number;
  readonly seatShare: number;
  readonly ms: number;
  readonly talkShare: number;
};

/** Shares from 0 to 1, in the order of the sectors; null while the floor was not recorded. */
export function sectorShares(facts: MeetingFacts): readonly SectorShare[] | null {
  if (floorSilence(facts)) return null;
  const seats = qualifyingSeats(facts);
  const talk = partnerTalk(facts.floor);
  const present = (sectors: readonly Sector[]) =>
    seats.filter(({ sector }) => sectors.includes(sector)).length;
  const spoken = (sectors: readonly Sector[]) =>
    sum(talk.filter(({ sector }) => sector !== null && sectors.includes(sector)).map(({ ms }) => ms));

  const allMs = sum(talk.map(({ ms }) => ms));
  return sectorGroups(seats)
    .map((sectors) => ({ sectors, seats: present(sectors), ms: spoken(sectors) }))
    .filter((share) => share.seats > 0 || share.ms > 0)
    .map((share) => ({
      ...share,
      seatShare: seats.length === 0 ? 0 : share.seats / seats.length,
      talkShare: allMs === 0 ? 0 : share.ms / allMs,
    }));
}
