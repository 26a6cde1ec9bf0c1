// Why a figure says nothing, in the honest wordings of `indicators.md §10`: nothing is never a quiet nought.
import type { Result, Silence } from "../indicators/indicator.ts";
import type { Standing } from "./paper.ts";
import { capital, inWords, percent } from "./wording.ts";

type TooLittle = Extract<Silence, { kind: "tooLittle" }>;
type NotRecorded = Extract<Silence, { kind: "notRecorded" }>;

// codes of the figures; one that has no words here yet is told in general ones
const THINGS: Readonly<Record<string, string>> = {
  seats: "seats that are not vacant",
  seatsFilled: "filled seats",
  partnerSeats: "filled partner seats",
  councilSeats: "filled council seats",
  otherSeats: "other seats",
  smallSectorSeats: "business and voluntary seats",
  quietSeats: "quiet partners",
  businessMinutes: "minutes of business",
  discussionMinutes: "minutes of discussion",
  detailMinutes: "minutes of discussion in performance detail",
  otherMinutes: "minutes of other discussion",
  challenges: "challenges",
  challengesAcross: "challenges from one sector to another",
  moneyPoints: "points about money",
  moneyItems: "items with money in them",
  amounts: "sums",
  decisions: "decisions",
  actionsDue: "actions that fell due",
  items: "items",
  answers: "answers",
  answersOfThoseThere: "answers from those who were there",
  officerAnswers: "answers by officers and the chair",
  memberAnswers: "answers by members",
  sectors: "sectors with two seats filled",
  meetings: "meetings with a figure",
};

/** What is missing altogether, where a number of them would say nothing. */
const ABSENT: Readonly<Record<string, string>> = {
  roles: "no list of support roles is kept yet",
  objectives: "no joint objectives are kept yet",
  yearEnd: "it is told of a whole year",
};

const UNRECORDED: Readonly<Record<string, (share: string) => string>> = {
  floor: (share) => `who had the floor was noted for ${share} of the business`,
  focus: (share) => `the focus was set for ${share} of the business`,
  plan: (share) => `a time was planned for ${share} of the items`,
  objectives: (share) => `${share} of the items were linked to an objective beforehand`,
  support: (share) => `hours and a rate are entered for ${share} of the support roles`,
};

/** Where a share would say nothing. */
const UNASKED: Readonly<Record<string, string>> = {
  pulse: "The room was not asked at the end of meetings.",
  evidence: "No evidence was recorded, nor why there was none.",
};

const NOTHING: Readonly<Record<string, string>> = {
  noBusiness: "there was no business",
  noSeats: "every full seat was vacant",
  nobodyCame: "nobody came for any full seat",
  noChallenges: "no challenge was raised",
  noChallengesAcross: "no challenge went from one sector to another",
  noMoneyPoints: "money did not come up",
  noAmounts: "no sum was named that could be agreed",
  noTalk: "no partner spoke in discussion",
  noTalkElsewhere: "business and voluntary partners did not speak outside performance detail either",
  noQuietSeats: "every partner had spoken by half-way",
  noDecisions: "no decision was taken that commits anybody",
  noActionsDue: "no action fell due",
  noItems: "nothing was taken to decide or to discuss",
  noPlan: "no time was planned for any item",
  noAnswers: "nobody answered",
  littleSteering: "resources and performance together took less than ten minutes",
};

/** "Not recorded: the focus was set for 62% of the business, and 90% is needed." */
export function silentWords(name: string, silence: Silence): string {
  switch (silence.kind) {
    case "tooLittle":
      return silence.of in ABSENT
        ? `${name}: too little yet, since ${ABSENT[silence.of]}.`
        : `${name}: too little yet for a figure of the year (${tooLittleWords(silence)}).`;
    case "notRecorded":
      return `${name}: not recorded.${notRecordedWords(silence)}`;
    default:
      return `${name}: nothing to count, since ${NOTHING[silence.why] ?? "there was nothing of the kind"}.`;
  }
}

function tooLittleWords({ of, have, need }: TooLittle): string {
  return `${Math.floor(have)} of the ${need} ${THINGS[of] ?? "cases"} needed`;
}

function notRecordedWords({ why, recorded, needed }: NotRecorded): string {
  const what = UNRECORDED[why];
  if (why in UNASKED) return ` ${UNASKED[why]}`;
  if (!what || !Number.isFinite(recorded)) return "";
  return ` On average ${what(percent(recorded * 100))}; ${percent(needed * 100)} is needed.`;
}

export function standingOf(silence: Silence): Standing {
  return ({ tooLittle: "tooLittle", notRecorded: "notRecorded", notApplicable: "nothing" } as const)[
    silence.kind
  ];
}

/**
 * Why a year is silent: for want of a record where that is so at most of its meetings. The sum of nothing would say that
 * there had been nothing to count.
 */
export function yearSilence(pooled: Silence, meetings: readonly Result[]): Silence {
  const unrecorded = meetings.filter((each) => each.kind === "notRecorded");
  const isMost = unrecorded.length * 2 > meetings.length;
  const [first] = unrecorded;
  if (!first || !isMost) return pooled;
  const recorded = unrecorded.reduce((sum, each) => sum + each.recorded, 0) / unrecorded.length;
  return { ...first, recorded };
}

/** Meetings whose record is not enough for a figure, told beside it. */
export function leftOut(meetings: readonly Result[]): string {
  const unrecorded = meetings.filter((each) => each.kind === "notRecorded").length;
  if (unrecorded === 0) return "";
  return unrecorded === 1
    ? "One meeting is not in this, because too little of it was recorded."
    : `${capital(inWords(unrecorded))} meetings are not in this, because too little of them was recorded.`;
}
