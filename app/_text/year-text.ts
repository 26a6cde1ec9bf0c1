// The pages that look at a year of meetings: what each asks, what is counted on it, and how it could mislead.
import type { Sign } from "#domain/year/attendance.ts";
import type { Party } from "#domain/year/challenge-matrix.ts";
import type { Sectors } from "#domain/year/sectors.ts";
import { counted, listed } from "./numbers.ts";
import { sectorWord } from "./words.ts";

export const YEAR_VIEWS = [
  "who-challenges-whom",
  "attendance",
  "money",
  "voices",
  "time",
  "felt",
  "boards",
] as const;
export type YearViewId = (typeof YEAR_VIEWS)[number];

type Words = {
  /** In lists and as a file's name. */
  readonly name: string;
  readonly question: string;
  readonly counted: string;
  readonly leftOut: string;
  readonly couldMislead: string;
};

export const yearWords: Readonly<Record<YearViewId, Words>> = {
  "who-challenges-whom": {
    name: "Who challenges whom",
    question: "Who challenges whom?",
    counted:
      "Challenges by partners and the chair, once they are confirmed or have stood for five working days. Rows are the sector of whoever raised it, columns that of the partner it was put to; the chair’s sector is that of the seat from which they presided.",
    leftOut:
      "Challenges by officers, guests and the public are no partner’s. What came after the next meeting had closed is no answer.",
    couldMislead:
      "A sector with one seat cannot raise much, and one that delivers much will be asked more: seats stand beside each sector. Business and voluntary partners are told together where either has fewer than three seats.",
  },
  attendance: {
    name: "Attendance by seat",
    question: "Who came?",
    counted:
      "Full seats, as attendance was marked at each meeting. A stand-in is a substitute who is not on the seat’s list. Filled is a principal, a substitute or a stand-in, for however long.",
    leftOut:
      "A seat that nobody marked is not recorded: it is in neither half. Vacant seats and observers are not counted.",
    couldMislead:
      "A substitute is better than an empty chair, and unpaid time, hour and place explain much. Seats of a partner are for that partner, the chair and the clerks; everybody sees sectors, and none of fewer than three seats.",
  },
  money: {
    name: "Money, from mention to spending",
    question: "What became of the money?",
    counted:
      "Money points recorded at these meetings that somebody could commit, and what has been told of each since. The same partner’s money in the same pot counts once, with the most that was told of it at a stage.",
    leftOut:
      "Savings and pressures are nobody’s to commit. Amounts told without the public, and those of items you may not read, are in no sum; that they were told is counted.",
    couldMislead:
      "No amount given is not nought pounds: a sum is of the amounts that were given. Stages that were passed over without a word are not filled in.",
  },
  voices: {
    name: "Who chaired, led and spoke first",
    question: "Who chaired, led items and spoke first?",
    counted:
      "A meeting is chaired by the sector of whoever presided longest. An item is led by the partner that the agenda names. First to speak is the first partner with a turn in discussion on an item.",
    leftOut:
      "Procedure, and items that were not reached. Whoever presides is not a partner while presiding, and presenting a paper is no discussion. Who spoke first is told of meetings whose floor was recorded for 80% of the business.",
    couldMislead:
      "The agenda names a lead before the meeting; who in fact led may differ. Whoever is asked first speaks first.",
  },
  time: {
    name: "Time by focus and layer",
    question: "What did the time go on?",
    counted:
      "Business time by the focus that the clerk set. Shares are of the business of those meetings whose focus was set for 90% of it.",
    leftOut: "Procedure and adjournments. Time for which nobody set a focus is shown as not set.",
    couldMislead:
      "Performance detail is what operational boards are for and what strategic ones should keep short: boards are set side by side within a layer and never across.",
  },
  felt: {
    name: "Challenge as officers and members saw it",
    question: "Do officers see more challenge than members do?",
    counted:
      "Question 3 of the pulse, by calendar year: the share of answers that say partners questioned one another where it was needed, of the support officers and the chair, and of the members.",
    leftOut:
      "Answers without a view. Nothing is said of a year with fewer than five answers by officers or twenty by members, and never of one meeting.",
    couldMislead:
      "Officers also know what happens outside the meeting. The national figures are of another question, put once to many partnerships: they are a reason to ask, and no target.",
  },
  boards: {
    name: "Boards of one layer",
    question: "How do the boards of one layer compare?",
    counted:
      "The six of the front page, for each board on which you hold a role, over the year that ends with its own last meeting.",
    leftOut: "Boards of another layer: what is right for one layer is wrong for another.",
    couldMislead:
      "Boards stand in the order of the alphabet, and none is first. A hollow mark is of fewer than ten cases: it says little. Boards differ in what they are for.",
  },
};

export function isYearView(asked: string): asked is YearViewId {
  return YEAR_VIEWS.some((view) => view === asked);
}

/** "Business and voluntary" */
export function sectorsWords(sectors: Sectors): string {
  const [first = "", ...others] = sectors.map((sector) => sectorWord[sector]);
  return listed([first, ...others.map((word) => word.toLowerCase())]);
}

export function partyWords(party: Party): string {
  if (party === "partnership") return "The partnership";
  return party === "unknown" ? "No sector" : sectorsWords(party);
}

/** "2 substitutes", "1 sent apologies" */
export function signsText(sign: Sign, count: number): string {
  switch (sign) {
    case "substitute":
    case "standIn":
    case "principal":
      return counted(count, signWord[sign].toLowerCase());
    case "apologies":
      return `${count} sent apologies`;
    default:
      return `${count} ${signWord[sign].toLowerCase()}`;
  }
}

export const signWord: Readonly<Record<Sign, string>> = {
  principal: "Principal",
  substitute: "Substitute",
  standIn: "Stand-in",
  apologies: "Apologies",
  absent: "Absent",
  vacant: "Vacant",
  notRecorded: "Not recorded",
  none: "No such seat",
};
