// A board as it was last looked at. Whatever an indicator has counted from a meeting stays with the view it was counted
// from (`domain/indicators/view.ts`), so that the next page over the same facts counts nothing anew.
import type { MeetingFacts } from "#domain/facts/facts.ts";
import type { BoardId } from "#domain/ids.ts";
import { boardAsOf } from "#domain/indicators/period.ts";
import type { KeptRegisters } from "#domain/registers/kept.ts";
import { shared } from "../auth/shared.ts";

/** What falls due is told of this much later at most. */
const HOLDS_MS = 60_000;
/** Meetings of all boards together: two of ten years. */
const MOST_MEETINGS = 250;

export type BoardAtHand = {
  /** The moment it is looked at from. */
  readonly asOf: number;
  /** Known at that moment, in time order. */
  readonly all: readonly MeetingFacts[];
  readonly kept: KeptRegisters;
};

type Held = BoardAtHand & { readonly facts: readonly MeetingFacts[]; readonly registers: string };

/** The same objects as before while nothing has been recorded or kept since and hardly any time has passed. */
export function boardAtHand(
  boardId: BoardId,
  { facts, kept, asOf }: { facts: readonly MeetingFacts[]; kept: KeptRegisters; asOf: number },
): BoardAtHand {
  const held = shared("dashboard.boards", () => new Map<BoardId, Held>());
  const registers = JSON.stringify(kept);
  const before = held.get(boardId);
  const isSame =
    before !== undefined &&
    before.asOf <= asOf &&
    asOf - before.asOf < HOLDS_MS &&
    before.registers === registers &&
    isSameList(before.facts, facts);
  const now = isSame ? before : { asOf, all: boardAsOf(facts, asOf), kept, facts, registers };

  held.delete(boardId); // what was looked at last stands last, and goes last
  held.set(boardId, now);
  let meetings = [...held.values()].reduce((sum, each) => sum + each.facts.length, 0);
  for (const [id, each] of held) {
    if (meetings <= MOST_MEETINGS) break;
    held.delete(id);
    meetings -= each.facts.length;
  }
  return now;
}

function isSameList(one: readonly MeetingFacts[], other: readonly MeetingFacts[]): boolean {
  return one.length === other.length && one.every((facts, place) => facts === other[place]);
}
