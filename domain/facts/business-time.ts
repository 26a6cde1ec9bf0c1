import type { AgendaItem } from "../meeting/item.ts";
import { topOf } from "../meeting/look-up.ts";
import type { Meeting } from "../meeting/state.ts";
import type { Spell } from "../meeting/turn.ts";
import { intersect, lengthOf, type Span, union } from "./spans.ts";

/** The clock of one closed meeting: which of its moments were business (`indicators.md §6.2`, rule 2). */
export type BusinessTime = {
  readonly spans: readonly Span[];
  readonly ms: number;
  /** The part of a spell that was business; one that still lasts ends with the meeting. */
  readonly of: (spell: Spell) => readonly Span[];
  readonly msOf: (spell: Spell) => number;
  /** Business time gone at a moment. */
  readonly goneAt: (at: number) => number;
};

export function businessTime(meeting: Meeting, closedAt: number): BusinessTime {
  const open = meeting.items.filter((item) => isBusiness(meeting, item)).flatMap(({ spells }) => spells);
  // an adjournment has stopped every item's clock; a sub-item runs within its parent and, merged, counts once
  const spans = union(open.map((spell) => spanOf(spell, closedAt)));
  const of = (spell: Spell) => intersect([spanOf(spell, closedAt)], spans);
  return {
    spans,
    ms: lengthOf(spans),
    of,
    msOf: (spell) => lengthOf(of(spell)),
    goneAt: (at) => lengthOf(intersect([[Number.NEGATIVE_INFINITY, at]], spans)),
  };
}

/** Procedural items and all that is taken within them are not business. */
export function isBusiness(meeting: Meeting, item: AgendaItem): boolean {
  return topOf(meeting, item).kind !== "procedural";
}

export function spanOf({ from, to }: Spell, closedAt: number): Span {
  return [from, Math.min(to ?? closedAt, closedAt)];
}
