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

/**
 * How the meeting at an index of a board's is looked at: with those about it that have closed. The same board looked at
 * from the same moment gives the same view, so that what an indicator has counted from it is counted once.
 */
export function viewOf(
  board: readonly MeetingFacts[],
  index: number,
  asOf: number,
  kept: KeptRegisters = NOTHING_KEPT,
): View {
  const known = views.get(board);
  const looked = known?.asOf === asOf && known.kept === kept ? known : { asOf, kept, each: [] };
  if (looked !== known) views.set(board, looked);
  looked.each[index] ??= {
    asOf,
    earlier: board.slice(0, index),
    next: board[index + 1] ?? null,
    following: board[index + 2] ?? null,
    kept,
  };
  return looked.each[index];
}

const views = new WeakMap<
  readonly MeetingFacts[],
  { readonly asOf: number; readonly kept: KeptRegisters; readonly each: View[] }
>();

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
