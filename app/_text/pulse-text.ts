// The pulse in words: its six statements, what a tap means, and what may be said of the counts (`indicators.md` §9).
import { wilson } from "#domain/charts/intervals.ts";
import type { QuestionCounts } from "#domain/meeting/events.ts";
import type { Pulse } from "#domain/meeting/state.ts";

const agree = ["strongly disagree", "disagree", "neither", "agree", "strongly agree"] as const;
const amount = ["far too little", "too little", "about right", "too much", "far too much"] as const;

export type PulseQuestion = {
  readonly question: number;
  readonly statement: string;
  /** What one to five mean. */
  readonly scale: readonly string[];
  readonly hint?: string;
};

export const pulseQuestions: readonly PulseQuestion[] = [
  { question: 1, statement: "We spent today on things that need this partnership.", scale: agree },
  { question: 2, statement: "I was able to say what needed saying, awkward parts included.", scale: agree },
  { question: 3, statement: "Partners questioned one another where it was needed.", scale: agree },
  {
    question: 4,
    statement: "We were open with one another about money and other resources.",
    scale: agree,
    hint: "No view, if money did not come up.",
  },
  { question: 5, statement: "The chair brought in people who had not yet spoken.", scale: agree },
  { question: 6, statement: "The amount of performance detail was:", scale: amount },
];

/** Two-sided: neither end of it is better (`indicators.md` §9, scoring). */
const isTwoSided = ({ scale }: PulseQuestion) => scale === amount;

/** "6 of 8 agreed (75%; usual level probably between 40.9% and 92.9%)." */
export function countsText(asked: PulseQuestion, { counts, noView }: QuestionCounts): string {
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = counts;
  const given = one + two + three + four + five;
  const silent = noView === 0 ? "" : ` ${people(noView)} had no view.`;
  if (given === 0) return `Nobody had a view.`;
  if (isTwoSided(asked)) {
    const parts = [
      `too much, ${share(four + five, given)}`,
      `about right, ${share(three, given)}`,
      `too little, ${share(one + two, given)}`,
    ];
    return `Of ${given}: ${parts.join("; ")}.${silent}`;
  }
  return `${four + five} of ${given} agreed (${percent((four + five) / given)}${range(four + five, given)}).${silent}`;
}

/** Each answer and how many gave it, for those who do not see the bar. */
export function allCountsText({ scale }: PulseQuestion, { counts }: QuestionCounts): string {
  return scale.map((word, place) => `${word} ${counts[place] ?? 0}`).join(", ");
}

/** "8 of 11 people in the room answered." */
export function answeredText({ present, result }: Pick<Pulse, "present" | "result">): string {
  const answered = result?.answered ?? 0;
  // a clerk who keeps no record is asked too, and is not counted as there
  const whole = Math.max(present, answered);
  return answered === 0 ? "Nobody answered." : `${answered} of ${whole} people in the room answered.`;
}

function share(part: number, whole: number): string {
  return `${part} (${percent(part / whole)})`;
}

function range(part: number, whole: number): string {
  const interval = wilson(part, whole);
  return interval ? `; usual level probably between ${percent(interval[0])} and ${percent(interval[1])}` : "";
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

function people(count: number): string {
  return count === 1 ? "One" : `${count}`;
}
