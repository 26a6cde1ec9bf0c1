import * as z from "zod";
import type { MeetingFacts, SeatFact } from "../facts/facts.ts";
import { some } from "./cases.ts";
import { representedBy, seatEvidence } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  type Fill,
  indicator,
  type Measured,
  notApplicable,
  shareOf,
  summed,
  tooLittle,
} from "./indicator.ts";

const Counts = z.object({
  principals: z.number().min(0),
  substitutes: z.number().min(0),
  apologies: some,
  absent: some,
  vacant: some,
});
type Counts = z.infer<typeof Counts>;

const SEATS_NEEDED = 5;

/** Of the full seats represented at all, those by a substitute, in percent (`indicators.md §7`, no. 2). */
export const substituteRate = indicator<Counts>(
  {
    id: "substitute-rate",
    no: 2,
    version: 1,
    element: "staffAndSkills",
    direction: atEveryLayer("down"),
    unit: "percent",
    range: [0, 100],
    chart: "xmr",
    ofCases: true,
    countsNeeded: null,
    seed: "Partners' senior level of commitment is vital to making an impact across their objectives – the long term vision should underpin this.",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all) },
);

const nothing: Counts = { principals: 0, substitutes: 0, apologies: 0, absent: 0, vacant: 0 };

const FILL: Readonly<Record<keyof Counts, Fill>> = {
  principals: "full",
  substitutes: "half",
  apologies: "open",
  absent: "open",
  vacant: "gone",
};

function count({ seats }: MeetingFacts): Counted<Counts> {
  const full = seats.filter((seat) => seat.full);
  const counts: Record<keyof Counts, number> = { ...nothing };
  for (const seat of full) counts[wayOf(seat)] += 1;
  return {
    kind: "counted",
    counts,
    provisional: false,
    evidence: full.flatMap((seat) => seatEvidence(seat, FILL[wayOf(seat)])),
  };
}

function wayOf(seat: SeatFact): keyof Counts {
  const by = representedBy(seat);
  if (by !== null) return by === "principal" ? "principals" : "substitutes";
  if (seat.vacant) return "vacant";
  return seat.outcome === "apologies" ? "apologies" : "absent";
}

function measure({ principals, substitutes, ...companions }: Counts): Measured {
  const represented = principals + substitutes;
  if (represented === 0) return notApplicable("nobodyCame");
  return (
    tooLittle("seatsFilled", represented, SEATS_NEEDED) ??
    shareOf(substitutes, represented, { principals, substitutes, ...companions })
  );
}
