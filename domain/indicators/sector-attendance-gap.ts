import * as z from "zod";
import { wilson } from "../charts/intervals.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import { isSmallSector, representedBy, seatEvidence } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  indicator,
  inPercent,
  type Measured,
  notApplicable,
  summed,
  tooLittle,
  valueOf,
} from "./indicator.ts";

const Counts = z.object({
  privateVoluntaryFilled: z.number().min(0),
  privateVoluntarySeats: z.number().min(0),
  otherFilled: z.number().min(0),
  otherSeats: z.number().min(0),
  /** Not among the seats. */
  vacant: z.number().min(0).default(0),
});
type Counts = z.infer<typeof Counts>;

const SEATS_NEEDED = 3;

/**
 * How full private and voluntary seats were, less how full the others were, in percentage points; negative is emptier
 * (`indicators.md §7`, no. 16).
 */
export const sectorAttendanceGap = indicator<Counts>(
  {
    id: "sector-attendance-gap",
    no: 16,
    version: 1,
    element: "style",
    direction: atEveryLayer("neither"),
    unit: "points",
    range: [-100, 100],
    chart: "xmr",
    ofCases: false,
    countsNeeded: null,
    seed: "Over-emphasis on the details of performance in strategic meetings can deter private and voluntary sector partners.",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all) },
);

const nothing: Counts = {
  privateVoluntaryFilled: 0,
  privateVoluntarySeats: 0,
  otherFilled: 0,
  otherSeats: 0,
  vacant: 0,
};

function count({ seats }: MeetingFacts): Counted<Counts> {
  const full = seats.filter((seat) => seat.full);
  const held = full.filter(({ vacant }) => !vacant);
  const small = held.filter(({ sector }) => isSmallSector(sector));
  const others = held.filter(({ sector }) => !isSmallSector(sector));
  const filled = (own: typeof held) => own.filter((seat) => representedBy(seat) !== null).length;
  return {
    kind: "counted",
    counts: {
      privateVoluntaryFilled: filled(small),
      privateVoluntarySeats: small.length,
      otherFilled: filled(others),
      otherSeats: others.length,
      vacant: full.length - held.length,
    },
    provisional: false,
    evidence: held.flatMap((seat) => seatEvidence(seat, representedBy(seat) === null ? "open" : "full")),
  };
}

function measure(counts: Counts): Measured {
  const { privateVoluntaryFilled, privateVoluntarySeats, otherFilled, otherSeats } = counts;
  if (privateVoluntarySeats + otherSeats === 0) return notApplicable("noSeats");
  const missing =
    tooLittle("smallSectorSeats", privateVoluntarySeats, SEATS_NEEDED) ??
    tooLittle("otherSeats", otherSeats, SEATS_NEEDED);
  if (missing) return missing;
  const [small, others] = [privateVoluntaryFilled / privateVoluntarySeats, otherFilled / otherSeats];
  return {
    ...valueOf(100 * (small - others), {
      ...counts,
      privateVoluntaryRate: small * 100,
      otherRate: others * 100,
    }),
    intervals: {
      wilsonPrivateVoluntary: inPercent(wilson(privateVoluntaryFilled, privateVoluntarySeats)),
      wilsonOther: inPercent(wilson(otherFilled, otherSeats)),
    },
  };
}
