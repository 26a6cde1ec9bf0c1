import { figure, rounded } from "#app/_charts/figures.ts";
import { money } from "#app/_text/dates.ts";
import { counted, halves } from "#app/_text/numbers.ts";
import type { Fill } from "#domain/indicators/indicator.ts";
import type { Told, Words } from "./words.ts";
import { beside, casesPooled, countsOf, ofCases, sentences } from "./words.ts";

const challengeMarks = {
  full: "answered",
  half: "promised by a date",
  open: "with no answer",
  gone: "withdrawn",
};

/** Numbers 6 to 10. */
export const challengeAndMoneyWords = {
  "challenge-rate": {
    question: "Do partners question one another when it matters?",
    name: "Willingness to challenge",
    top: "Challenges raised by a partner or the chair: asking another partner, or the partnership, to justify, evidence or change something. Counted once confirmed at the item’s close, or undisputed for five working days.",
    bottom: "Hours of business. Procedural items and adjournments are left out.",
    saysNothingUntil:
      "The meeting has had 45 minutes of business. No challenge in a full meeting is a real nought.",
    couldMislead:
      "Soft or staged questions count too, so read it with what became of them. A new recorder may record more: the chart starts afresh there.",
    columns: ["Per hour", "Challenges", "Hours of business"],
    amounts: [halves, (hours) => rounded(hours, 2)],
    says: ({ value }) => ({ figure: figure(value, "perHour"), of: "per business hour" }),
    caption: ({ numerator, denominator }) =>
      `${counted(numerator ?? 0, "challenge")} in ${Math.round((denominator ?? 0) * 60)} minutes.`,
    pooled: ({ value }, start, brackets) =>
      `${start} ${figure(value, "perHour")} an hour${brackets.includes(";") ? brackets.slice(brackets.indexOf(";")) : ""}.`,
    marks: challengeMarks,
  },
  "challenge-response": {
    question: "When someone asks a hard question, does it get an answer?",
    name: "What became of challenges",
    top: "Challenges answered, met by an action or by a changed decision before the next meeting closed. An answer its raiser marked as unsatisfying is not counted; which one is never shown.",
    bottom: "Challenges raised at the meeting, less those withdrawn.",
    saysNothingUntil: "One challenge was raised. A figure for a year needs ten.",
    couldMislead:
      "An answer promised again and again counts as none. Withdrawals are left out of the share, so they are counted and shown.",
    columns: ["Answered", "Answered, number", "Challenges"],
    says: ofCases("answered"),
    caption: (told) =>
      sentences(responseParts(told), told.provisional ? "Final when the next meeting closes." : ""),
    pooled: casesPooled("were answered"),
    marks: challengeMarks,
  },
  "challenge-reciprocity": {
    question: "Does the council get questioned as well as question?",
    name: "Challenge both ways",
    top: "Challenges from one sector to a seat of another that were matched by one the other way, both counted.",
    bottom:
      "All challenges from one sector to a seat of another. Those within a sector, or to the partnership as a whole, are counted apart.",
    saysNothingUntil:
      "Ten challenges went from one sector to another in the year. It is told of a year, never of one meeting.",
    couldMislead:
      "Small numbers make even fair-minded groups look one-sided: it is never shown without what even-handed chance would have made of as many. A sector with one seat cannot ask much; one that delivers most will be asked most.",
    columns: ["Both ways", "Matched", "Across sectors"],
    says: ({ value, provisional }) => ({
      figure: figure(value, "index"),
      of: provisional ? "of 1 so far" : "of 1",
    }),
    caption: (told) =>
      sentences(
        `Even-handed chance would give ${rounded(beside(told, "evenHandedExpectation"), 2)}.`,
        `${beside(told, "twoWay")} of ${counted(beside(told, "total"), "challenge")} across sectors went both ways.`,
        countsOf(
          [beside(told, "toPartnership"), "to the partnership, not counted"],
          [beside(told, "withinSector"), "within a sector, not counted"],
        ),
      ),
    pooled: (told, start) =>
      `${start} ${figure(told.value, "index")}, where even-handed chance would give ${rounded(beside(told, "evenHandedExpectation"), 2)}.`,
    marks: challengeMarks,
  },
  "money-candour": {
    question: "When money comes up, are real figures put on the table?",
    name: "Plain speaking about money",
    top: "Each money point of a partner: one for an amount with its period and source, a half for a range or an amount without them, nothing when no figure was given.",
    bottom: "Money points recorded and confirmed.",
    saysNothingUntil: "Three money points at a meeting. A figure for a year needs ten.",
    couldMislead:
      "Small sums may be named and large ones not, so the total stated stands beside it. Figures given in a restricted item count as stated, and their amounts enter no total.",
    columns: ["Candour", "Score", "Money points"],
    says: ({ value, numerator, denominator }) => ({
      figure: figure(value, "percent"),
      of: `${halves(numerator ?? 0)} of ${counted(denominator ?? 0, "entry", "entries")}`,
    }),
    caption: (told) =>
      sentences(
        countsOf(
          [beside(told, "stated"), "stated"],
          [beside(told, "bounded"), "as a range"],
          [beside(told, "unstated"), "with no figure given"],
        ),
        beside(told, "pence") > 0 ? `${money(beside(told, "pence"))} stated in all.` : "",
        beside(told, "restricted") > 0 ? "Restricted amounts left out." : "",
      ),
    pooled: ({ numerator, denominator }, start, brackets) =>
      `${start} ${halves(numerator ?? 0)} of ${counted(denominator ?? 0, "money point")} (${brackets}).`,
    marks: { full: "stated", half: "as a range", open: "with no figure given", gone: "withdrawn" },
  },
  "money-challenge": {
    question: "Do we test the money, or just note it?",
    name: "Challenge inside money talk",
    top: "Of those items, the ones on which a challenge about money was raised, or a partner told of a pressure of its own.",
    bottom: "Business items on which money came up, less those marked beforehand as routine money reports.",
    saysNothingUntil: "Money came up on one item. A figure for a year needs ten.",
    couldMislead:
      "Marking items as routine takes them out of the count, so how many were marked stands beside it.",
    columns: ["Tested", "Items tested", "Items with money"],
    says: ofCases("items with money"),
    caption: (told) =>
      countsOf(
        [beside(told, "withMoneyChallenge"), "with a challenge about money"],
        [beside(told, "withPressureDisclosedOnly"), "with a pressure disclosed"],
        [beside(told, "routine"), "marked as routine, not counted"],
      ),
    pooled: casesPooled("items with money were tested"),
    marks: {
      full: "a challenge, or a pressure disclosed",
      half: "partly",
      open: "a sum that was noted",
      gone: "withdrawn",
    },
  },
} satisfies Words;

function responseParts({ evidence }: Told): string {
  const tally = (fill: Fill) => evidence.filter((each) => each.fill === fill).length;
  const left = countsOf([tally("half"), "promised by a date"], [tally("open"), "with no answer"]);
  return sentences(
    left === "" ? "None left open." : left,
    tally("gone") > 0 ? `${tally("gone")} withdrawn, not counted.` : "",
  );
}
