// What the pulse tells to several indicators: counts of answers, never answers of anybody (`indicators.md §9`).
import type { PulseFact } from "../facts/facts.ts";
import type { QuestionCounts } from "../meeting/events.ts";
import type { Evidence, Silence } from "./indicator.ts";

const AGREES_FROM = 4;

export const noPulse: Silence = { kind: "notRecorded", why: "pulse", recorded: 0, needed: 1 };

/** Null where too few have answered it. */
export function questionOf({ questions }: PulseFact, question: number): QuestionCounts | null {
  return questions.find((each) => each.question === question) ?? null;
}

/** One to five, each as often as it was answered; "no view" is not among them. */
export function answersIn({ counts }: QuestionCounts): number[] {
  return counts.flatMap((count, place) => Array.from({ length: count }, () => place + 1));
}

export function agreeing(answer: number): boolean {
  return answer >= AGREES_FROM;
}

export function pulseEvidence({ seq }: PulseFact): Evidence[] {
  return [{ seq, item: null, entry: null, seat: null, fill: "full" }];
}
