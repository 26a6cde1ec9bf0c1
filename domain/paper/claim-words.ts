// What each figure of a year says in a sentence an officer would write: its count first, then what it is not.
// By the ids of `indicators.md §7`; the wording is that of its §10.
import type { Interval } from "../charts/intervals.ts";
import {
  capital,
  counted,
  hours,
  inWords,
  listed,
  ofAll,
  percent,
  pounds,
  rounded,
  share,
  signed,
  told,
} from "./wording.ts";

export type Told = {
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly interval: Interval | null;
  readonly companions: Readonly<Record<string, number>>;
  /** Meetings of the year that have a value of their own. */
  readonly meetings: number;
};

export type ClaimWords = {
  /** What it is called in a table, and at the head of a sentence about why it is silent. */
  readonly name: string;
  readonly says: (year: Told) => string;
  /** The figure by itself, for the table of the year; the value and its unit where this is left out. */
  readonly figure?: (year: Told) => string;
};

const part = ({ numerator, denominator }: Told) => ofAll(Math.round(numerator), Math.round(denominator));
const inBrackets = ({ value, interval }: Told) => share(value, interval);
const outOf = ({ numerator, denominator }: Told) => `${Math.round(numerator)} of ${Math.round(denominator)}`;
const was = (count: number) => (count === 1 ? "was" : "were");
const points = (value: number) =>
  `${rounded(Math.abs(value), 0)} ${rounded(Math.abs(value), 0) === "1" ? "point" : "points"}`;
const median = ({ meetings }: Told) =>
  meetings > 1 ? ` at the middle one of ${inWords(meetings)} meetings` : "";
const middle = ({ meetings }: Told) =>
  meetings > 1 ? `; at the middle one of ${inWords(meetings)} meetings` : ";";

export const claimWords: Readonly<Record<string, ClaimWords>> = {
  "senior-commitment": {
    name: "Seats filled at the agreed level",
    figure: outOf,
    says(year) {
      const { apologies = 0, absent = 0, principalBelow = 0, substituteBelow = 0 } = year.companions;
      const [empty, below] = [apologies + absent, principalBelow + substituteBelow];
      const rest = [
        ...(empty > 0 ? [`${inWords(empty)} stood empty`] : []),
        ...(below > 0 ? [`${inWords(below)} ${was(below)} taken by somebody below that level`] : []),
      ];
      return told(
        `Over all the year’s meetings ${part(year)} seats were filled at the agreed level ${inBrackets(year)}.`,
        rest.length > 0 && `Of the others, ${listed(rest)}.`,
      );
    },
  },
  "substitute-rate": {
    name: "Seats taken by a substitute",
    figure: outOf,
    says: (year) =>
      `Substitutes came for ${part(year)} seats that were represented ${inBrackets(year)}. A substitute is better than an empty chair.`,
  },
  "chair-floor-share": {
    name: "The chair’s share of the talking",
    says: ({ value }) =>
      `Whoever was in the chair did ${percent(value)} of the talking in discussion. Summing up is part of that, and of good chairing.`,
  },
  "chair-invites-quieter": {
    name: "Quiet partners drawn in",
    figure: outOf,
    says: (year) =>
      `Half-way through, partners had yet to speak on ${counted(Math.round(year.denominator), "occasion")}; the chair drew in ${inWords(Math.round(year.numerator))} of them ${inBrackets(year)}.`,
  },
  "democratic-accountability": {
    name: "Decisions with a democratic line",
    figure: outOf,
    says: (year) =>
      `For ${part(year)} decisions a councillor was in the room and the record names where the decision will be reported ${inBrackets(year)}.`,
  },
  "challenge-rate": {
    name: "Willingness to challenge",
    figure: ({ value }) => `${rounded(value, 1)} an hour`,
    says(year) {
      const raised = Math.round(year.numerator);
      if (raised === 0)
        return `Nobody challenged anybody in ${hours(year.denominator)} of business. That is a count, and not a gap in the record.`;
      const usual =
        year.interval &&
        ` (usual level probably between ${rounded(year.interval[0], 1)} and ${rounded(year.interval[1], 1)})`;
      return `Partners and the chair put ${counted(raised, "challenge")} to one another in ${hours(year.denominator)} of business, which is ${rounded(year.value, 1)} an hour${usual ?? ""}.`;
    },
  },
  "challenge-response": {
    name: "Challenges answered",
    figure: outOf,
    says(year) {
      const { withdrawn = 0, decisionChanged = 0 } = year.companions;
      return told(
        `By the end of the next meeting ${part(year)} challenges had been answered, met by an action or led to a different decision ${inBrackets(year)}.`,
        decisionChanged > 0 &&
          `In ${counted(decisionChanged, "case")} the decision itself changed, the strongest sign that challenge has weight.`,
        withdrawn > 0 && `${capital(inWords(withdrawn))} more ${was(withdrawn)} withdrawn.`,
      );
    },
  },
  "challenge-reciprocity": {
    name: "Challenge both ways between sectors",
    says({ value, companions }) {
      const { evenHandedExpectation, total } = companions;
      const of = total === undefined ? "" : ` over ${counted(total, "challenge")} from one sector to another`;
      return told(
        `Challenge between sectors ran both ways to ${rounded(value, 2)} on a scale from 0 to 1${of}.`,
        evenHandedExpectation !== undefined &&
          `A board that was wholly even-handed could expect about ${rounded(evenHandedExpectation, 2)} over as many.`,
      );
    },
  },
  "challenge-perception-gap": {
    name: "Challenge as officers and as members see it",
    figure: ({ value }) => `${signed(value)} points`,
    says: ({ value }) =>
      told(
        value === 0
          ? "Officers and members saw the same amount of challenge."
          : `The chair and officers saw ${value > 0 ? "more" : "less"} challenge than members did, by ${points(value)}.`,
        "In 2008 the national gap was 14 points.",
      ),
  },
  "money-candour": {
    name: "Plain speaking about money",
    says(year) {
      const { stated = 0, bounded = 0, unstated = 0, pence = 0, restricted = 0 } = year.companions;
      return told(
        `When money came up partners gave a figure with its period and source ${stated === 1 ? "once" : `${inWords(stated)} times`} in ${inWords(Math.round(year.denominator))}, a range or a looser figure ${inWords(bounded)} times and no figure ${inWords(unstated)} times. Counting a range as half, that is ${percent(year.value)}.`,
        pence > 0 && `The figures stated come to ${pounds(pence)}.`,
        restricted > 0 && "Restricted amounts are left out of that sum.",
      );
    },
  },
  "money-challenge": {
    name: "Challenge inside talk of money",
    figure: outOf,
    says: (year) =>
      `On ${part(year)} items where money came up it was questioned, or a partner owned to a pressure of its own ${inBrackets(year)}.`,
  },
  "participation-evenness": {
    name: "How evenly partners spoke",
    says: (year) =>
      `On a scale where 1 means that every partner spoke for equally long, talk stood at ${rounded(year.value, 2)}${median(year)}. Wholly equal is not the aim, since remits differ.`,
  },
  "sector-voice-balance": {
    name: "Talk in proportion to seats, by sector",
    says: (year) =>
      `Had every sector spoken in proportion to the seats it filled, this figure would be 1${middle(year)} it was ${rounded(year.value, 2)}. Put another way, ${percent((1 - year.value) * 100)} of the talk would have had to move.`,
  },
  "council-voice-excess": {
    name: "The councils’ share of talk over their share of seats",
    figure: ({ value }) => `${signed(value)} points`,
    says: (year) =>
      Math.abs(year.value) < 0.5
        ? `The councils spoke as much as their seats would suggest${median(year)}.`
        : `The councils’ share of talk was ${points(year.value)} ${year.value > 0 ? "above" : "below"} their share of seats${median(year)}. They hold many of the facts; papers they present are not counted.`,
  },
  "performance-detail-share": {
    name: "Time on performance detail",
    says: (year) =>
      `Performance detail took ${percent(year.value)} of business: ${inWords(Math.round(year.numerator / 60))} of ${inWords(Math.round(year.denominator / 60))} minutes.`,
  },
  "performance-detail-deterrence": {
    name: "Private and voluntary partners in performance detail",
    says: ({ value }) =>
      value < 1
        ? `Private and voluntary partners were quieter in performance detail: their share of talk there was ${rounded(value, 2)} of what it was elsewhere. That is an association and says nothing of why.`
        : `Private and voluntary partners were not quieter in performance detail: their share of talk there was ${rounded(value, 2)} of what it was elsewhere.`,
  },
  "sector-attendance-gap": {
    name: "Private and voluntary seats against the others",
    figure: ({ value }) => `${signed(value)} points`,
    says: ({ value }) =>
      Math.abs(value) < 0.5
        ? "Private and voluntary seats were filled as often as the others."
        : `Private and voluntary seats were filled ${value < 0 ? "less" : "more"} often than the others, by ${points(value)}. Unpaid time and the hour of the meeting explain much of such a gap.`,
  },
  "agenda-discipline": {
    name: "Time planned against time used",
    says: (year) =>
      `Item by item, ${year.meetings > 1 ? `the middle one of ${inWords(year.meetings)} meetings` : "the meeting"} kept to ${percent(year.value)} of the time planned. All of it every time would suggest a guillotine.`,
  },
  "voice-confidence": {
    name: "“I was able to say what needed saying”",
    figure: outOf,
    says: (year) =>
      `Asked at the end of meetings, ${part(year)} answers agreed that one could say what needed saying, awkward parts included ${inBrackets(year)}.`,
  },
  "strategy-line-of-sight": {
    name: "Time on the agreed objectives",
    says: (year) =>
      `Items linked beforehand to a joint objective took ${percent(year.value)} of business. Some room for what is new is as it should be.`,
  },
  "joint-objective-decisions": {
    name: "Decisions that need more than one partner",
    figure: outOf,
    says: (year) =>
      `Of the year’s decisions ${part(year)} served a joint objective and bound two partners or more to do or give something ${inBrackets(year)}. This shows joint effort; whether the city is better for it is another question.`,
  },
  "resource-steering-balance": {
    name: "Resources against performance",
    says: (year) =>
      `Of the time given to resources and to performance together, ${percent(year.value)} went on resources.`,
  },
  "money-to-commitment": {
    name: "From mention to commitment",
    figure: ({ numerator, denominator }) => `${pounds(numerator)} of ${pounds(denominator)}`,
    says: ({ numerator, denominator, value, companions }) =>
      told(
        `Of ${pounds(denominator)} first mentioned or offered, ${numerator === 0 ? "nothing" : pounds(numerator)} was agreed or spent within two meetings (${percent(value)}).`,
        (companions["restricted"] ?? 0) > 0 && "Restricted amounts are left out.",
      ),
  },
  "decision-follow-through": {
    name: "Actions done by the day first agreed",
    figure: outOf,
    says: (year) =>
      told(
        `Of the actions that fell due ${part(year)} were done by the day first agreed ${inBrackets(year)}.`,
        year.companions["doneByNow"] !== undefined &&
          `Late ones included, ${percent(year.companions["doneByNow"])} are done.`,
      ),
  },
  "support-cost-known": {
    name: "Support roles of which the cost is known",
    figure: outOf,
    says: (year) =>
      `Hours and a rate are entered for ${part(year)} support roles, counted cycle by cycle (${percent(year.value)}).`,
  },
  "support-cost": {
    name: "Cost of support",
    figure: ({ companions, value }) => `${pounds((companions["perMeeting"] ?? value) * 100)} a meeting`,
    says: ({ companions, value }) =>
      told(
        `Supporting a meeting cost ${pounds((companions["perMeeting"] ?? value) * 100)}.`,
        companions["perDecision"] !== undefined &&
          `For each decision that is ${pounds(companions["perDecision"] * 100)}.`,
        "Members’ own time is not in it, and cheaper is not better.",
      ),
  },
  "shared-data-use": {
    name: "Items resting on shared evidence",
    figure: outOf,
    says: (year) =>
      `Of the items for decision or discussion ${part(year)} rested on evidence that everybody had been sent and whose definitions were agreed ${inBrackets(year)}.`,
  },
  "scrutiny-readiness": {
    name: "Checks a scrutineer would make",
    figure: ({ companions, value }) =>
      companions["possible"] === undefined
        ? `${rounded(value, 1)}%`
        : `${companions["passed"] ?? 0} of ${companions["possible"]}`,
    says: ({ companions, value }) =>
      told(
        companions["possible"] === undefined
          ? `Of the eight checks that a scrutineer would make of each decision, ${percent(value)} were met.`
          : `Of the eight checks that a scrutineer would make of each decision, ${ofAll(companions["passed"] ?? 0, companions["possible"])} were met (${percent(value)}).`,
        companions["complete"] !== undefined &&
          companions["decisions"] !== undefined &&
          `All eight were met by ${ofAll(companions["complete"], companions["decisions"])} decisions.`,
        companions["itemsTakenUp"] === undefined
          ? "That a decision could be scrutinised does not mean that it was."
          : `That a decision could be scrutinised does not mean that it was: scrutiny itself took up ${counted(companions["itemsTakenUp"], "item")}.`,
      ),
  },
};
