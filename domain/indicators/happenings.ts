// What happened outside the meetings and may be why a figure moved: put beside the meetings of every chart of a board.
import { dayOf } from "../calendar.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import type { Happening } from "../registers/kept.ts";

/** Where it stands on a chart: before the meeting at this position, from 1, or after them all. */
export type PlacedHappening = Happening & { readonly position: number };

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** "a" to "z", then "aa": one letter each, the same on every chart of the board. */
export function letterOf(index: number): string {
  const [round, place] = [Math.floor(index / LETTERS.length), index % LETTERS.length];
  return (round === 0 ? "" : letterOf(round - 1)) + LETTERS.charAt(place);
}

/**
 * Those that fall among the meetings shown of a board's. What happened on the day of a meeting stands before it; what
 * happened before the board's first meeting explains nothing on a chart and is not drawn.
 */
export function placedAmong(
  happenings: readonly Happening[],
  board: readonly MeetingFacts[],
  shown: readonly MeetingFacts[],
): readonly PlacedHappening[] {
  const last = board.at(-1);
  return happenings.flatMap((happening): PlacedHappening[] => {
    const next = board.findIndex(({ openedAt }) => dayOf(openedAt) >= happening.on);
    if (next === 0) return [];
    const following = board[next];
    if (following) {
      const index = shown.indexOf(following);
      return index === -1 ? [] : [{ ...happening, position: index + 1 }];
    }
    return last && shown.at(-1) === last ? [{ ...happening, position: shown.length + 1 }] : [];
  });
}
