// What people said at the end of meetings, beside what the records of the same meetings say (`indicators.md §10`).
import { sum } from "../charts/averages.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import type { IndicatorId } from "../indicators/indicator.ts";
import { questionOf } from "../indicators/pulse-answers.ts";
import type { QuestionCounts } from "../meeting/events.ts";

export type Twin = {
  readonly indicator: IndicatorId;
  /** Of the pulse, 1 to 6. */
  readonly question: number;
};

/** Recorded figures and the question of the pulse that checks each (`indicators.md §9`, the last column). */
export const TWINS: readonly Twin[] = [
  { indicator: "challenge-rate", question: 3 },
  { indicator: "money-candour", question: 4 },
  { indicator: "chair-invites-quieter", question: 5 },
  { indicator: "performance-detail-share", question: 6 },
  { indicator: "strategy-line-of-sight", question: 1 },
];

export type FeltOver = QuestionCounts & {
  /** At how many of the meetings enough answered for it to be told. */
  readonly meetings: number;
};

/**
 * One question's answers over these meetings, added up; question 3 is the members' alone. Null where none of them told
 * any: a meeting too few answered tells nothing, and is not counted.
 */
export function feltOver(meetings: readonly MeetingFacts[], question: number): FeltOver | null {
  const told = meetings.flatMap(({ pulse }) => {
    const found = pulse && questionOf(pulse, question);
    return found ? [found] : [];
  });
  if (told.length === 0) return null;
  const most = Math.max(...told.map(({ counts }) => counts.length));
  return {
    question,
    counts: Array.from({ length: most }, (_, place) => sum(told.map(({ counts }) => counts[place] ?? 0))),
    noView: sum(told.map(({ noView }) => noView)),
    meetings: told.length,
  };
}
