import { dayOf } from "../calendar.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import { type KeptRegisters, NOTHING_KEPT } from "../registers/kept.ts";

/** From where one meeting is looked at: the moment, its board's meetings about it that have closed by then, and what clerks keep. */
export type View = {
  readonly asOf: number;
  /** Before it, in time order. */
  readonly earlier: readonly MeetingFacts[];
  readonly next: MeetingFacts | null;
  /** The one after the next. */
  readonly following: MeetingFacts | null;
  readonly kept: KeptRegisters;
};

/** How the meeting at an index of a board's is looked at: with those about it that have closed. */
export function viewOf(
  board: readonly MeetingFacts[],
  index: number,
  asOf: number,
  kept: KeptRegisters = NOTHING_KEPT,
): View {
  return {
    asOf,
    earlier: board.slice(0, index),
    next: board[index + 1] ?? null,
    following: board[index + 2] ?? null,
    kept,
  };
}

export type Viewed = { readonly facts: MeetingFacts; readonly view: View };

/** A meeting with those before it in its calendar year, if it is that year's last so far; null while others follow. */
export function yearUpTo(facts: MeetingFacts, view: View): readonly Viewed[] | null {
  const year = yearOf(facts.openedAt);
  if (view.next && yearOf(view.next.openedAt) === year) return null;
  const board = [...view.earlier, facts];
  return board.flatMap((each, index) =>
    yearOf(each.openedAt) === year ? [{ facts: each, view: viewOf(board, index, view.asOf, view.kept) }] : [],
  );
}

/** The calendar year of a moment, in London. */
export function yearOf(at: number): number {
  return Number(dayOf(at).slice(0, 4));
}
