import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { MeetingFacts, SeatFact } from "../facts/facts.ts";
import { some } from "./cases.ts";
import { floorSilence, partnerTalk, qualifyingSeats, secondsOf, talkEvidence } from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  indicator,
  type Measured,
  notApplicable,
  type Silence,
  summed,
  tooLittle,
  valueOf,
} from "./indicator.ts";

const BySector = z.record(z.string(), z.number().min(0));
const Counts = z.object({
  seatsPresent: BySector,
  seconds: BySector,
  /** Seats and seconds of the councils by tier; of the others nothing is asked. */
  lowerSeats: some,
  lowerSeconds: some,
  upperSeats: some,
  upperSeconds: some,
  unitarySeats: some,
  unitarySeconds: some,
  /** Of a chair from a council: its seat and its turns. */
  councilChairSeats: some,
  councilChairSeconds: some,
  /** Of the officers who attend. */
  officerSeconds: some,
});
type Counts = z.infer<typeof Counts>;
type Others = Omit<Counts, "seatsPresent" | "seconds">;

const COUNCIL = "local-authority";
const COUNCIL_NAMES: readonly string[] = ["LA", COUNCIL];
const OTHERS_NEEDED = 3;

/**
 * Councils' share of partners' discussion less their share of qualifying seats, in percentage points
 * (`indicators.md §7`, no. 13). No way is better until the board sets a band.
 */
export const councilVoiceExcess = indicator<Counts>(
  {
    id: "council-voice-excess",
    no: 13,
    version: 1,
    element: "style",
    direction: atEveryLayer("neither"),
    unit: "points",
    range: [-100, 100],
    chart: "xmr",
    ofCases: false,
    countsNeeded: null,
    seed: "Multi-tier LSPs face added challenges when developing a style.",
  },
  { Counts, count, measure, pool: pooled },
);

const nothing: Others = {
  lowerSeats: 0,
  lowerSeconds: 0,
  upperSeats: 0,
  upperSeconds: 0,
  unitarySeats: 0,
  unitarySeconds: 0,
  councilChairSeats: 0,
  councilChairSeconds: 0,
  officerSeconds: 0,
};

function count(facts: MeetingFacts): Counted<Counts> | Silence {
  const silence = floorSilence(facts);
  if (silence) return silence;

  const seats = qualifyingSeats(facts);
  const talk = partnerTalk(facts.floor);
  const tierOf = new Map(facts.seats.map(({ seat, tier }) => [seat, tier]));
  const councils = seats.filter(({ sector }) => sector === COUNCIL);
  const councilTalk = talk.filter(({ sector }) => sector === COUNCIL);
  const seatsOf = (tier: SeatFact["tier"]) => councils.filter((each) => each.tier === tier).length;
  const secondsAt = (tier: SeatFact["tier"]) =>
    secondsOf(councilTalk.filter(({ seat }) => seat !== null && tierOf.get(seat) === tier));
  const discussion = facts.floor.talk.filter(({ kind }) => kind === "discussion");
  const chairs = facts.presiding.toSorted((a, b) => b.businessMs - a.businessMs);
  const isCouncilChair = chairs[0]?.sector === COUNCIL;
  return {
    kind: "counted",
    counts: {
      seatsPresent: { [COUNCIL]: councils.length, other: seats.length - councils.length },
      seconds: {
        [COUNCIL]: secondsOf(councilTalk),
        other: secondsOf(talk.filter(({ sector }) => sector !== COUNCIL)),
      },
      lowerSeats: seatsOf("lower"),
      lowerSeconds: secondsAt("lower"),
      upperSeats: seatsOf("upper"),
      upperSeconds: secondsAt("upper"),
      unitarySeats: seatsOf("unitary"),
      unitarySeconds: secondsAt("unitary"),
      councilChairSeats: isCouncilChair ? 1 : 0,
      councilChairSeconds: isCouncilChair
        ? secondsOf(discussion.filter(({ voice, sector }) => voice === "chair" && sector === COUNCIL))
        : 0,
      officerSeconds: secondsOf(discussion.filter(({ voice }) => voice === "officer")),
    },
    provisional: false,
    evidence: talkEvidence(councilTalk),
  };
}

function pooled(all: readonly Counts[]): Counts {
  const added = (of: (counts: Counts) => Readonly<Record<string, number>>) => ({
    [COUNCIL]: sum(all.map((counts) => councilAndAll(of(counts)).council)),
    other: sum(all.map((counts) => councilAndAll(of(counts))).map(({ council, whole }) => whole - council)),
  });
  return {
    ...summed(nothing, all),
    seatsPresent: added(({ seatsPresent }) => seatsPresent),
    seconds: added(({ seconds }) => seconds),
  };
}

function councilAndAll(bySector: Readonly<Record<string, number>>) {
  const council = sum(COUNCIL_NAMES.map((name) => bySector[name] ?? 0));
  return { council, whole: sum(Object.values(bySector)) };
}

function measure({ seatsPresent, seconds, ...more }: Counts): Measured {
  const seats = councilAndAll(seatsPresent);
  const talk = councilAndAll(seconds);
  const missing =
    tooLittle("councilSeats", seats.council, 1) ??
    tooLittle("otherSeats", seats.whole - seats.council, OTHERS_NEEDED);
  if (missing) return missing;
  if (talk.whole === 0) return notApplicable("noTalk");

  const excess = (spoken: number, sat: number, chairSeconds = 0, chairSeats = 0) =>
    100 *
    ((spoken + chairSeconds) / (talk.whole + chairSeconds) - (sat + chairSeats) / (seats.whole + chairSeats));
  const tiers = (["lower", "upper", "unitary"] as const).filter((tier) => more[`${tier}Seats`] > 0);
  const { councilChairSeats, councilChairSeconds, officerSeconds } = more;
  return valueOf(excess(talk.council, seats.council), {
    councilSeats: seats.council,
    seats: seats.whole,
    talkShare: (talk.council / talk.whole) * 100,
    seatShare: (seats.council / seats.whole) * 100,
    officerShare: (officerSeconds / (talk.whole + officerSeconds)) * 100,
    ...Object.fromEntries(
      tiers.map((tier) => [`${tier}Excess`, excess(more[`${tier}Seconds`], more[`${tier}Seats`])]),
    ),
    ...(councilChairSeats > 0 && {
      withChair: excess(talk.council, seats.council, councilChairSeconds, councilChairSeats),
    }),
  });
}
