import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { MeetingFacts, SeatFact } from "../facts/facts.ts";
import { some } from "./cases.ts";
import { seatEvidence } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  indicator,
  type Measured,
  notApplicable,
  type Silence,
  shareOf,
  summed,
  tooLittle,
} from "./indicator.ts";

const Counts = z.object({
  fullSeats: z.number().min(0),
  vacant: some,
  principalAtLevel: some,
  principalBelow: some,
  substituteAtLevel: some,
  substituteBelow: some,
  /** Somebody sat there, but nobody for half of the business. */
  partly: some,
  apologies: some,
  absent: some,
});
type Counts = z.infer<typeof Counts>;

const SEATS_NEEDED = 5;

/** Full seats held at the agreed level for half of business time, of those not vacant, in percent (`indicators.md §7`, no. 1). */
export const seniorCommitment = indicator<Counts>(
  {
    id: "senior-commitment",
    no: 1,
    version: 1,
    element: "staffAndSkills",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "xmr",
    ofCases: true,
    countsNeeded: null,
    seed: "Partners' senior level of commitment is vital to making an impact across their objectives – the long term vision should underpin this.",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all), breaks },
);

const nothing: Counts = {
  fullSeats: 0,
  vacant: 0,
  principalAtLevel: 0,
  principalBelow: 0,
  substituteAtLevel: 0,
  substituteBelow: 0,
  partly: 0,
  apologies: 0,
  absent: 0,
};

type Filling = Exclude<keyof Counts, "fullSeats">;

function count(facts: MeetingFacts): Counted<Counts> | Silence {
  if (facts.businessMs === 0) return notApplicable("noBusiness");
  const full = facts.seats.filter((seat) => seat.full);
  const fillings = full.map((seat) => fillingOf(seat, facts.businessMs));
  const counts: Record<keyof Counts, number> = { ...nothing, fullSeats: full.length };
  for (const filling of fillings) counts[filling] += 1;
  return {
    kind: "counted",
    counts,
    provisional: false,
    evidence: full.flatMap((seat, i) => seatEvidence(seat, FILL[fillings[i] ?? "absent"])),
  };
}

const FILL = {
  principalAtLevel: "full",
  substituteAtLevel: "full",
  principalBelow: "half",
  substituteBelow: "half",
  partly: "half",
  apologies: "open",
  absent: "open",
  vacant: "open",
} as const;

/** Level means authority to commit the body, not pay; who came for less than half does not hold the seat. */
export function fillingOf(seat: SeatFact, businessMs: number): Filling {
  if (seat.vacant) return "vacant";
  if (seat.sittings.length === 0) return seat.outcome === "apologies" ? "apologies" : "absent";

  const time = (sittings: SeatFact["sittings"]) => sum(sittings.map((sitting) => sitting.businessMs));
  const [principals, substitutes] = [true, false].map((is) =>
    time(seat.sittings.filter(({ as }) => (as === "principal") === is)),
  );
  const who = (principals ?? 0) >= (substitutes ?? 0) ? "principal" : "substitute";
  const atLevel = seat.sittings.filter(({ level }) => level !== null && level >= seat.level);
  if (time(atLevel) * 2 >= businessMs) return `${who}AtLevel`;
  return time(seat.sittings) * 2 >= businessMs ? `${who}Below` : "partly";
}

function measure({ fullSeats, vacant, ...fillings }: Counts): Measured {
  const denominator = fullSeats - vacant;
  if (denominator <= 0) return notApplicable("noSeats");
  const numerator = fillings.principalAtLevel + fillings.substituteAtLevel;
  return (
    tooLittle("seats", denominator, SEATS_NEEDED) ?? shareOf(numerator, denominator, { vacant, ...fillings })
  );
}

/** Agreeing another level for a seat changes what is measured: a partition starts. */
function breaks(before: MeetingFacts, after: MeetingFacts) {
  const agreed = new Map(before.seats.map(({ seat, level }) => [seat, level]));
  return after.seats.some(({ seat, level }) => (agreed.get(seat) ?? level) !== level) ? "levels" : null;
}
