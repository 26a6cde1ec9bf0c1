import * as z from "zod";
import { median, sum } from "../charts/averages.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import type { Focus } from "../meeting/item.ts";
import {
  floorSilence,
  focusSilence,
  isSmallSector,
  partnerTalk,
  qualifyingSeats,
  representedBy,
  talkEvidence,
} from "./counting.ts";
import {
  atEveryLayer,
  type Counted,
  indicator,
  type Measured,
  notApplicable,
  type Scope,
  type Silence,
  tooLittle,
  valueOf,
} from "./indicator.ts";
import type { View } from "./view.ts";

const Seconds = z.object({ privateVoluntary: z.number().min(0), allPartners: z.number().min(0) });
type Seconds = z.infer<typeof Seconds>;

const SEATS_NEEDED = 3;
const SECONDS_NEEDED = 600;
const MEETINGS_NEEDED = 5;

const OneMeeting = z.object({
  detail: Seconds,
  other: Seconds,
  /** Business on resources and on strategy, to compare with: is it detail, or any item that is somebody else's? */
  resources: Seconds.optional(),
  strategy: Seconds.optional(),
  /** Qualifying seats of the two sectors. */
  smallSeats: z.number().min(0).default(SEATS_NEEDED),
  detailShare: z.number().optional(),
  /** The two sectors' seats at the next meeting, and how many of them were filled. */
  nextSeats: z.number().min(0).default(0),
  nextFilled: z.number().min(0).default(0),
});
type OneMeeting = z.infer<typeof OneMeeting>;

/** Meetings in which they were quieter, against those in which they were not. */
const Sides = z.object({ meetingsBelowOne: z.number().min(0), meetingsAboveOne: z.number().min(0) });

const Counts = z.union([OneMeeting, Sides, z.object({ meetings: z.array(OneMeeting) })]);
type Counts = z.infer<typeof Counts>;

/**
 * The private and voluntary share of partners' discussion during performance detail, over their share in all other
 * business: 1 is no difference, below 1 quieter (`indicators.md §7`, no. 15). Over meetings the ratio of the shares
 * summed, and an exact one-sided sign test. Association, not cause.
 */
export const performanceDetailDeterrence = indicator<Counts>(
  {
    id: "performance-detail-deterrence",
    no: 15,
    version: 1,
    element: "style",
    direction: atEveryLayer("neither"),
    unit: "ratio",
    range: [0, Number.POSITIVE_INFINITY],
    chart: "run",
    ofCases: false,
    countsNeeded: null,
    seed: "Over-emphasis on the details of performance in strategic meetings can deter private and voluntary sector partners.",
  },
  {
    Counts,
    count,
    measure,
    pool: (all) => ({ meetings: all.flatMap((each) => ("detail" in each ? [each] : [])) }),
  },
);

function count(facts: MeetingFacts, { next }: View): Counted<OneMeeting> | Silence {
  const silence = floorSilence(facts) ?? focusSilence(facts);
  if (silence) return silence;

  const talk = partnerTalk(facts.floor);
  const during = (focus: Focus): Seconds => ({
    privateVoluntary: sum(
      talk.filter(({ sector }) => isSmallSector(sector)).map(({ byFocus }) => (byFocus[focus] ?? 0) / 1000),
    ),
    allPartners: sum(talk.map(({ byFocus }) => (byFocus[focus] ?? 0) / 1000)),
  });
  const all: Seconds = {
    privateVoluntary: sum(talk.filter(({ sector }) => isSmallSector(sector)).map(({ ms }) => ms / 1000)),
    allPartners: sum(talk.map(({ ms }) => ms / 1000)),
  };
  const detail = during("performance-detail");
  const nextSmall = next?.seats.filter(
    ({ full, vacant, sector }) => full && !vacant && isSmallSector(sector),
  );
  return {
    kind: "counted",
    counts: {
      detail,
      other: less(all, detail),
      resources: during("resources"),
      strategy: during("strategy"),
      smallSeats: qualifyingSeats(facts).filter(({ sector }) => isSmallSector(sector)).length,
      detailShare:
        sum(facts.focus.filter(({ focus }) => focus === "performance-detail").map(({ ms }) => ms)) /
        facts.businessMs,
      nextSeats: nextSmall?.length ?? 0,
      nextFilled: nextSmall?.filter((seat) => representedBy(seat) !== null).length ?? 0,
    },
    provisional: false,
    evidence: talkEvidence(talk.filter(({ byFocus }) => (byFocus["performance-detail"] ?? 0) > 0)),
  };
}

function less(all: Seconds, part: Seconds): Seconds {
  return {
    // milliseconds divided and summed: a hair below nought is nought
    privateVoluntary: Math.max(0, all.privateVoluntary - part.privateVoluntary),
    allPartners: Math.max(0, all.allPartners - part.allPartners),
  };
}

function measure(counts: Counts, scope: Scope): Measured {
  if ("meetings" in counts) return across(counts.meetings);
  if ("meetingsBelowOne" in counts) {
    const { meetingsBelowOne: below, meetingsAboveOne: above } = counts;
    const p = signTest(below, above);
    return tooLittle("meetings", below + above, MEETINGS_NEEDED) ?? valueOf(p, { oneSidedP: p });
  }
  return scope === "period" ? across([counts]) : within(counts);
}

function within({ detail, other, resources, strategy, smallSeats }: OneMeeting): Measured {
  const missing =
    tooLittle("smallSectorSeats", smallSeats, SEATS_NEEDED) ??
    tooLittle("detailMinutes", detail.allPartners / 60, SECONDS_NEEDED / 60) ??
    tooLittle("otherMinutes", other.allPartners / 60, SECONDS_NEEDED / 60);
  if (missing) return missing;
  if (other.privateVoluntary === 0) return notApplicable("noTalkElsewhere");
  const beside = { resources, strategy };
  return valueOf(shareIn(detail) / shareIn(other), {
    shareInDetail: shareIn(detail) * 100,
    shareElsewhere: shareIn(other) * 100,
    smallSeats,
    ...Object.fromEntries(
      Object.entries(beside).flatMap(([name, seconds]) =>
        seconds && seconds.allPartners >= SECONDS_NEEDED
          ? [[`${name}Ratio`, shareIn(seconds) / shareIn(other)]]
          : [],
      ),
    ),
  });
}

function shareIn({ privateVoluntary, allPartners }: Seconds): number {
  return privateVoluntary / allPartners;
}

function across(meetings: readonly OneMeeting[]): Measured {
  const usable = meetings.flatMap((each) => {
    const said = within(each);
    return said.kind === "value" ? [{ each, ratio: said.value }] : [];
  });
  const missing = tooLittle("meetings", usable.length, MEETINGS_NEEDED);
  if (missing) return missing;

  const added = (of: "detail" | "other"): Seconds => ({
    privateVoluntary: sum(usable.map(({ each }) => each[of].privateVoluntary)),
    allPartners: sum(usable.map(({ each }) => each[of].allPartners)),
  });
  const [detail, other] = [added("detail"), added("other")];
  const below = usable.filter(({ ratio }) => ratio < 1).length;
  const above = usable.filter(({ ratio }) => ratio > 1).length;
  return valueOf(shareIn(detail) / shareIn(other), {
    shareInDetail: shareIn(detail) * 100,
    shareElsewhere: shareIn(other) * 100,
    meetings: usable.length,
    meetingsBelowOne: below,
    meetingsAboveOne: above,
    oneSidedP: signTest(below, above),
    ...afterwards(meetings),
  });
}

/** How often so many or more of so many would lie below by the toss of a coin; equal ones are left out beforehand. */
export function signTest(below: number, above: number): number {
  const n = below + above;
  let probability = 0.5 ** n;
  let total = 0;
  for (let k = 0; k <= n; k += 1) {
    if (k >= below) total += probability;
    probability *= (n - k) / (k + 1);
  }
  return Math.min(1, total);
}

/** How full the two sectors' seats were after meetings with more detail than usual, and after those with less. */
function afterwards(meetings: readonly OneMeeting[]): Readonly<Record<string, number>> {
  const followed = meetings.filter(({ nextSeats }) => nextSeats > 0);
  const usual = median(followed.map(({ detailShare = 0 }) => detailShare)) ?? 0;
  const rate = (own: readonly OneMeeting[]) => ({
    filled: sum(own.map(({ nextFilled }) => nextFilled)),
    seats: sum(own.map(({ nextSeats }) => nextSeats)),
  });
  const heavy = rate(followed.filter(({ detailShare = 0 }) => detailShare > usual));
  const light = rate(followed.filter(({ detailShare = 0 }) => detailShare < usual));
  if (heavy.seats === 0 || light.seats === 0) return {};
  return {
    filledAfterDetail: heavy.filled,
    seatsAfterDetail: heavy.seats,
    filledAfterLittle: light.filled,
    seatsAfterLittle: light.seats,
    fillDifference: 100 * (heavy.filled / heavy.seats - light.filled / light.seats),
  };
}
