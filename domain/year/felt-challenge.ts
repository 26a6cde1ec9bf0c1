import type { MeetingFacts } from "../facts/facts.ts";
import { challengePerceptionGap } from "../indicators/challenge-perception-gap.ts";
import { challengeRate } from "../indicators/challenge-rate.ts";
import type { Result } from "../indicators/indicator.ts";
import { viewOf, yearOf } from "../indicators/view.ts";

/**
 * Percent in 2008, of coordinators and of members, who thought that members challenged each other's performance, and
 * of coordinators by kind of authority (`indicators.md §1.3`; Audit Commission, April 2009, paragraph 57).
 */
export const NATIONAL = { officers: 58, members: 44, upperTier: 80, districts: 50 } as const;

export type FeltYear = {
  readonly year: number;
  /** No. 19 of that calendar year. */
  readonly gap: Result;
  /** No. 6, pooled: what the record says, the third leg. */
  readonly recorded: Result;
};

/** Each calendar year of a board's meetings, in order: what was felt beside what was recorded. */
export function feltYears(board: readonly MeetingFacts[], asOf: number): readonly FeltYear[] {
  const viewed = board.map((facts, index) => ({ facts, view: viewOf(board, index, asOf) }));
  return [...Map.groupBy(viewed, ({ facts }) => yearOf(facts.openedAt))].flatMap(([year, own]) => {
    const [last, recorded] = [own.at(-1), challengeRate.pooled?.(own)];
    if (!last || !recorded) return [];
    return [{ year, gap: challengePerceptionGap.result(last.facts, last.view), recorded }];
  });
}
