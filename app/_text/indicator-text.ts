// What each figure asks, what it is called, and how it is made; printed beside every chart (`indicators.md §7`).
import type { Element, IndicatorId } from "#domain/indicators/indicator.ts";
import type { Layer } from "#domain/meeting/registers.ts";

export type IndicatorWords = {
  /** The officer's question. */
  readonly question: string;
  readonly name: string;
  readonly top: string;
  readonly bottom: string;
  /** When it begins to say anything. */
  readonly saysNothingUntil: string;
  readonly couldMislead: string;
  /** Heads of the two columns of counts; null where a figure has none. */
  readonly columns: readonly [value: string, top: string | null, bottom: string | null];
};

export const indicatorWords: Readonly<Record<IndicatorId, IndicatorWords>> = {
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
  },
  "sector-voice-balance": {
    question: "Which sector is under-heard, given who came?",
    name: "Sector voice balance",
    top: "The share of partners’ discussion that would not have to move for each sector to speak in proportion to its seats. Presenting a paper is not discussion; whoever presides is not a partner while presiding.",
    bottom: "All of partners’ discussion. A seat counts when somebody sat in it for half of the business.",
    saysNothingUntil:
      "Two sectors have two such seats each, and the floor is recorded for 80% of the business.",
    couldMislead:
      "Balanced talk among a one-sided attendance scores one, so look at the seats as well as at the talk.",
    columns: ["Balance", null, null],
  },
  "performance-detail-share": {
    question: "How much of a strategic meeting went on performance detail?",
    name: "Time in the weeds",
    top: "Time with the focus set to performance detail: going measure by measure, input or process data, one body’s operational figures.",
    bottom: "Business time. Procedural items and adjournments are left out.",
    saysNothingUntil: "The focus is recorded for 90% of business time.",
    couldMislead:
      "Detail can be relabelled as headline. The clerk sets the focus; partners may question it for five days. Zero is not a goal: challenge needs information.",
    columns: ["Share", "Detail, minutes", "Business, minutes"],
  },
  "senior-commitment": {
    question: "Are partners still sending people who can commit their organisation?",
    name: "Seats filled at the agreed level",
    top: "Full seats held, for at least half of the business, by somebody at or above the level agreed for the seat, principal or substitute.",
    bottom: "All full seats that are not vacant.",
    saysNothingUntil: "Five seats are not vacant.",
    couldMislead:
      "Level means authority to commit the organisation, not rank: a small charity’s chair has it. Agreeing lower levels would flatter the figure, so the chart starts afresh when levels change.",
    columns: ["At level", "Seats at level", "Seats"],
  },
};

export function indicatorQuestion(id: IndicatorId, layer: Layer): string {
  if (id === "performance-detail-share" && layer !== "strategic")
    return "How much of the meeting went on performance detail?";
  return indicatorWords[id].question;
}

/** Which element of the framework of 2009 it belongs to. */
export const elementWord: Readonly<Record<Element, string>> = {
  staffAndSkills: "Staff and skills",
  style: "Style",
  strategy: "Strategy",
  synergies: "Synergies",
  steering: "Steering",
  systems: "Systems",
  standards: "Standards",
};

export const directionWords = {
  up: "Higher is better at this layer.",
  down: "Lower is better at this layer.",
  neither: "Neither higher nor lower is better at this layer.",
} as const;

/** If one improves, which other to look at, and why (`indicators.md §10`). */
export const besideText: Readonly<Record<IndicatorId, { readonly id: IndicatorId; readonly why: string }>> = {
  "challenge-rate": {
    id: "challenge-response",
    why: "Many challenges and few answers are conflict, not maturity.",
  },
  "challenge-response": {
    id: "challenge-rate",
    why: "Are hard questions being dropped, so that those left are easy to answer?",
  },
  "money-candour": {
    id: "challenge-response",
    why: "A figure on the table is worth most where it may be questioned.",
  },
  "sector-voice-balance": {
    id: "senior-commitment",
    why: "Who came, and could commit their organisation, decides what balance means.",
  },
  "performance-detail-share": {
    id: "challenge-rate",
    why: "Less detail should not mean fewer hard questions.",
  },
  "senior-commitment": {
    id: "sector-voice-balance",
    why: "Being there is not being heard.",
  },
};
