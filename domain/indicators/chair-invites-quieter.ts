import * as z from "zod";
import type { MeetingFacts, SeatFact } from "../facts/facts.ts";
import { shareOfCases, some } from "./cases.ts";
import { floorSilence, qualifyingSeats, seatEvidence } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  type Evidence,
  indicator,
  type Measured,
  type Scope,
  type Silence,
  summed,
} from "./indicator.ts";

const Counts = z.object({
  qualifyingSeats: some,
  quietAtMidpoint: z.number().min(0),
  quietInvited: z.number().min(0),
  quietInvitedWhoSpoke: some,
});
type Counts = z.infer<typeof Counts>;

/** Of the seats not heard by half-time, those the chair asked in, in percent (`indicators.md §7`, no. 4). */
export const chairInvitesQuieter = indicator<Counts>(
  {
    id: "chair-invites-quieter",
    no: 4,
    version: 1,
    element: "staffAndSkills",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "run",
    ofCases: true,
    countsNeeded: null,
    seed: "confident leadership is critical to joint working success",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all) },
);

const nothing: Counts = { qualifyingSeats: 0, quietAtMidpoint: 0, quietInvited: 0, quietInvitedWhoSpoke: 0 };

function count(facts: MeetingFacts): Counted<Counts> | Silence {
  // where turns are not recorded everybody would look quiet
  const silence = floorSilence(facts);
  if (silence) return silence;

  const qualifying = qualifyingSeats(facts);
  const quiet = qualifying.filter((seat) => isQuiet(seat, facts.businessMs));
  const invited = quiet.filter(({ invitations }) => invitations.length > 0);
  const spoke = invited.filter((seat) => hasSpoken(seat));
  return {
    kind: "counted",
    counts: {
      qualifyingSeats: qualifying.length,
      quietAtMidpoint: quiet.length,
      quietInvited: invited.length,
      quietInvitedWhoSpoke: spoke.length,
    },
    provisional: false,
    evidence: quiet.flatMap(evidenceOf),
  };
}

/** No turn in discussion by the midpoint of business time. */
function isQuiet({ firstSpokeMs }: SeatFact, businessMs: number): boolean {
  return firstSpokeMs === null || firstSpokeMs * 2 > businessMs;
}

function hasSpoken({ invitations }: SeatFact): boolean {
  return invitations.some(({ spoke }) => spoke);
}

/** A quiet seat by its first invitation, or by its attendance where nobody asked it in. */
function evidenceOf(seat: SeatFact): readonly Evidence[] {
  const [first = seat] = seat.invitations;
  const fill = seat.invitations.length === 0 ? "open" : hasSpoken(seat) ? "full" : "half";
  return seatEvidence({ seq: first.seq, seat: seat.seat }, fill);
}

function measure(counts: Counts, scope: Scope): Measured {
  const { quietAtMidpoint, quietInvited, quietInvitedWhoSpoke, ...companions } = counts;
  return shareOfCases({
    scope,
    numerator: quietInvited,
    denominator: quietAtMidpoint,
    none: "noQuietSeats",
    of: "quietSeats",
    companions: {
      ...companions,
      ...(quietInvited > 0 && { invitedWhoSpoke: (quietInvitedWhoSpoke / quietInvited) * 100 }),
    },
  });
}
