// One result in words: its figure with its count, what the marks show, and why there may be none.
import { figure, rounded } from "#app/_charts/figures.ts";
import type { Fill, IndicatorId, Result, Silence, Unit } from "#domain/indicators/indicator.ts";
import { unreachable } from "#domain/unreachable.ts";
import { indicatorWords } from "./indicator-text.ts";
import type { Said } from "./indicators/words.ts";
import { listed } from "./numbers.ts";

type Figure = Extract<Result, { kind: "value" }>;
type Told = Pick<Figure, "value" | "numerator" | "denominator" | "companions" | "provisional">;

/** "12 of 17" and "seats": a figure large, and what it is of. */
export function figureText(id: IndicatorId, result: Told): Said {
  return indicatorWords[id].says(result);
}

/** What its marks show, in words; empty where a bar says it. */
export function captionText(id: IndicatorId, result: Figure): string {
  return indicatorWords[id].caption(result);
}

/** One label for a strip of marks: "3 answered, 1 promised by a date". */
export function stripText(id: IndicatorId, fills: readonly Fill[]): string {
  const words = indicatorWords[id].marks;
  const parts = (["full", "half", "open", "gone"] as const).flatMap((fill) => {
    const count = fills.filter((each) => each === fill).length;
    return count === 0 ? [] : [`${count} ${words[fill]}`];
  });
  return parts.length === 0 ? "None" : listed(parts);
}

export type SilenceText = { readonly head: string; readonly why: string };

/** Nothing is not nought: what is missing, and how much is needed. */
export function silenceText(silence: Silence): SilenceText {
  switch (silence.kind) {
    case "notApplicable":
      return { head: "Nothing to count", why: NOTHING[silence.why] };
    case "notRecorded":
      return { head: "Not recorded", why: unrecorded(silence) };
    case "tooLittle":
      return { head: "Too little yet", why: `${tooLittle(silence)}.` };
    default:
      return unreachable(silence);
  }
}

const NOTHING = {
  noBusiness: "The meeting had no business items.",
  noSeats: "Every full seat is vacant.",
  nobodyCame: "Nobody came for any full seat.",
  noChallenges: "No challenge was raised.",
  noChallengesAcross: "No challenge went from one sector to another.",
  noMoneyPoints: "Money did not come up.",
  noAmounts: "No sum was mentioned that could be agreed.",
  noTalk: "No partner spoke in discussion.",
  noTalkElsewhere: "Business and voluntary partners did not speak outside performance detail either.",
  noQuietSeats: "No seat was quiet at half-time.",
  noDecisions: "No decision was taken that commits anybody.",
  noActionsDue: "No action fell due.",
  noItems: "Nothing was taken to decide or to discuss.",
  noPlan: "No time was planned for any item.",
  noAnswers: "Nobody answered.",
  littleSteering: "Resources and performance together took less than ten minutes.",
} as const;

type Unrecorded = Extract<Silence, { kind: "notRecorded" }>;

function unrecorded({ why, recorded, needed }: Unrecorded): string {
  const share = `${rounded(recorded * 100, 0)}%`;
  const need = `${rounded(needed * 100, 0)}% is needed.`;
  switch (why) {
    case "floor":
      return recorded > 1
        ? `Who had the floor is recorded for ${share} of the business, more than there was.`
        : `Who had the floor was recorded for ${share} of the business; ${need}`;
    case "focus":
      return recorded === 0
        ? "The focus was not set at this meeting."
        : `The focus was set for ${share} of the business; ${need}`;
    case "plan":
      return `A time was planned for ${share} of the items; ${need}`;
    case "objectives":
      return `${share} of the items were linked to an objective before the meeting; ${need}`;
    case "pulse":
      return "The room was not asked at the end of the meeting.";
    case "evidence":
      return "No evidence was recorded, nor why there was none.";
    case "support":
      return `Hours and rate are entered for ${share} of the roles; ${need}`;
    default:
      return unreachable(why);
  }
}

/** "8 of the 10 challenges needed" */
export function tooLittle({ of, have, need }: Extract<Silence, { kind: "tooLittle" }>): string {
  if (of === "yearEnd") return "It is told of a year, at its last meeting";
  if (of === "roles") return "There is no standing list of support roles";
  if (of === "objectives") return "There are no joint objectives yet";
  return `${Math.floor(have)} of the ${need} ${NEEDED[of]} needed`;
}

const NEEDED = {
  seats: "seats that are not vacant",
  seatsFilled: "filled seats",
  partnerSeats: "filled partner seats",
  councilSeats: "filled council seats",
  otherSeats: "other seats",
  smallSectorSeats: "business and voluntary seats",
  quietSeats: "quiet seats",
  businessMinutes: "minutes of business",
  discussionMinutes: "minutes of discussion",
  detailMinutes: "minutes of discussion in performance detail",
  otherMinutes: "minutes of other discussion",
  challenges: "challenges",
  challengesAcross: "challenges between sectors",
  moneyPoints: "money points",
  moneyItems: "items with money",
  amounts: "sums",
  decisions: "decisions",
  actionsDue: "actions fallen due",
  items: "items",
  answers: "answers",
  answersOfThoseThere: "answers from those there",
  officerAnswers: "answers of officers",
  memberAnswers: "answers of members",
  sectors: "sectors with two seats filled",
  meetings: "meetings with a value",
} as const;

/** "usual level probably between 47.0% and 86.7%"; empty for complete measurements. */
export function intervalText({ interval }: Pick<Figure, "interval">, unit: Unit): string {
  if (!interval) return "";
  return `usual level probably between ${figure(interval[0], unit)} and ${figure(interval[1], unit)}`;
}
