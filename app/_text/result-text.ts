// One result in words: its figure with its count, what the marks show, and why there may be none.
import { figure, rounded } from "#app/_charts/figures.ts";
import type { Fill, IndicatorId, Result, Silence, Unit } from "#domain/indicators/indicator.ts";
import { unreachable } from "#domain/unreachable.ts";
import { money } from "./dates.ts";
import { counted, halves, listed } from "./numbers.ts";

type Figure = Extract<Result, { kind: "value" }>;
type Told = Pick<Figure, "value" | "numerator" | "denominator" | "companions" | "provisional">;

/** "12 of 17" and "seats": a figure large, and what it is of. */
export function figureText(id: IndicatorId, result: Told): { readonly figure: string; readonly of: string } {
  const { value, numerator, denominator } = result;
  switch (id) {
    case "challenge-rate":
      return { figure: figure(value, "perHour"), of: "per business hour" };
    case "challenge-response":
      return {
        figure: `${numerator ?? 0} of ${denominator ?? 0}`,
        of: result.provisional ? "answered so far" : "answered",
      };
    case "money-candour":
      return {
        figure: figure(value, "percent"),
        of: `${halves(numerator ?? 0)} of ${counted(denominator ?? 0, "entry", "entries")}`,
      };
    case "sector-voice-balance":
      return { figure: figure(value, "index"), of: "of 1" };
    case "performance-detail-share":
      return { figure: figure(value, "percent"), of: "of business time" };
    case "senior-commitment":
      return { figure: `${numerator ?? 0} of ${denominator ?? 0}`, of: "seats" };
    default:
      return unreachable(id);
  }
}

/** What its marks show, in words; empty where a bar says it. */
export function captionText(id: IndicatorId, result: Figure): string {
  switch (id) {
    case "challenge-rate":
      return `${counted(result.numerator ?? 0, "challenge")} in ${minutesIn(result.denominator ?? 0)}.`;
    case "challenge-response":
      return `${responseParts(result)}${result.provisional ? " Final when the next meeting closes." : ""}`;
    case "money-candour":
      return moneyParts(result);
    case "senior-commitment":
      return seatParts(result);
    case "sector-voice-balance":
      return "";
    case "performance-detail-share": {
      const stretches = result.evidence.length;
      const [detail, business] = [result.numerator ?? 0, result.denominator ?? 0].map(wholeMinutes);
      return `${detail} of ${business} minutes, in ${counted(stretches, "stretch", "stretches")}.`;
    }
    default:
      return unreachable(id);
  }
}

const minutesIn = (hours: number) => `${Math.round(hours * 60)} minutes`;

/** Seconds as whole minutes. */
export function wholeMinutes(seconds: number): number {
  return Math.round(seconds / 60);
}

function tally(evidence: Figure["evidence"], fill: Fill): number {
  return evidence.filter((each) => each.fill === fill).length;
}

function responseParts({ evidence }: Figure): string {
  const [promised, open, gone] = [tally(evidence, "half"), tally(evidence, "open"), tally(evidence, "gone")];
  const parts = [
    promised > 0 ? `${promised} promised by a date` : "",
    open > 0 ? `${open} with no answer` : "",
  ].filter((part) => part !== "");
  const withdrawn = gone > 0 ? ` ${gone} withdrawn, not counted.` : "";
  return `${parts.length === 0 ? "None left open" : parts.join(", ")}.${withdrawn}`;
}

function moneyParts({ companions }: Figure): string {
  const { stated = 0, bounded = 0, unstated = 0, pence = 0, restricted = 0 } = companions;
  const parts = [
    stated > 0 ? `${stated} stated` : "",
    bounded > 0 ? `${bounded} as a range` : "",
    unstated > 0 ? `${unstated} with no figure given` : "",
  ].filter((part) => part !== "");
  const total = pence > 0 ? ` ${money(pence)} stated in all.` : "";
  return `${parts.join(", ")}.${total}${restricted > 0 ? " Restricted amounts left out." : ""}`;
}

function seatParts({ companions }: Figure): string {
  const { principalAtLevel = 0, substituteAtLevel = 0, vacant = 0, apologies = 0, absent = 0 } = companions;
  const { principalBelow = 0, substituteBelow = 0, partly = 0 } = companions;
  const at = [
    counted(principalAtLevel, "principal"),
    ...(substituteAtLevel > 0 ? [`${counted(substituteAtLevel, "substitute")} at level`] : []),
  ];
  const rest = [
    [principalBelow + substituteBelow, "below level"],
    [partly, "for less than half"],
    [apologies + absent, "empty"],
    [vacant, "vacant, not counted"],
  ] as const;
  const others = rest.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return `${at.join(", ")}.${others.length > 0 ? ` ${others.join(", ")}.` : ""}`;
}

/** One label for a strip of marks: "3 answered, 1 promised by a date". */
export function stripText(id: IndicatorId, fills: readonly Fill[]): string {
  const words = STRIP_WORDS[id];
  const parts = (["full", "half", "open", "gone"] as const).flatMap((fill) => {
    const count = fills.filter((each) => each === fill).length;
    return count === 0 ? [] : [`${count} ${words[fill]}`];
  });
  return parts.length === 0 ? "None" : listed(parts);
}

const challengeWords = {
  full: "answered",
  half: "promised by a date",
  open: "with no answer",
  gone: "withdrawn",
};
const shares = { full: "counted", half: "counted in part", open: "not counted", gone: "withdrawn" };

const STRIP_WORDS: Readonly<Record<IndicatorId, Readonly<Record<Fill, string>>>> = {
  "challenge-rate": challengeWords,
  "challenge-response": challengeWords,
  "money-candour": { full: "stated", half: "as a range", open: "with no figure given", gone: "withdrawn" },
  "senior-commitment": {
    full: "at the agreed level",
    half: "below it or for less than half",
    open: "empty",
    gone: "gone",
  },
  "sector-voice-balance": shares,
  "performance-detail-share": shares,
};

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
  noChallenges: "No challenge was raised.",
  noMoneyPoints: "Money did not come up.",
  noTalk: "No partner spoke in discussion.",
} as const;

function unrecorded({ why, recorded, needed }: Extract<Silence, { kind: "notRecorded" }>): string {
  const share = `${rounded(recorded * 100, 0)}%`;
  if (why === "floor" && recorded > 1)
    return `Who had the floor is recorded for ${share} of the business, more than there was.`;
  const what = why === "floor" ? "Who had the floor was recorded" : "The focus was set";
  return `${what} for ${share} of the business; ${rounded(needed * 100, 0)}% is needed.`;
}

/** "8 of the 10 challenges needed" */
export function tooLittle({ of, have, need }: Extract<Silence, { kind: "tooLittle" }>): string {
  const things = {
    seats: "seats that are not vacant",
    businessMinutes: "minutes of business",
    challenges: "challenges",
    moneyPoints: "money points",
    sectors: "sectors with two seats filled",
    meetings: "meetings with a value",
  }[of];
  return `${Math.floor(have)} of the ${need} ${things} needed`;
}

/** "usual level probably between 47.0% and 86.7%"; empty for complete measurements. */
export function intervalText({ interval }: Pick<Figure, "interval">, unit: Unit): string {
  if (!interval) return "";
  return `usual level probably between ${figure(interval[0], unit)} and ${figure(interval[1], unit)}`;
}
