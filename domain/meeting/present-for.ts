// For which items a seat was filled: what minutes say as "present for items 2 to 5", told from times alone.
import { intersect, lengthOf, type Span, union } from "../facts/spans.ts";
import type { SeatId } from "../ids.ts";
import type { AgendaItem } from "./item.ts";
import { attendanceOf } from "./look-up.ts";
import type { Meeting } from "./state.ts";
import type { Spell } from "./turn.ts";

/** Milliseconds. Who comes or goes within a minute of an item's beginning or end has neither missed it nor heard it. */
const SLACK = 60_000;

/** Items of the agenda that bear a number and were taken, in their order; a part goes with its item. */
export type PresentFor = {
  /** Runs of items taken one after the other, each by its first and its last. */
  readonly runs: readonly { readonly first: AgendaItem; readonly last: AgendaItem }[];
  readonly heard: readonly AgendaItem[];
  /** Of these, the items of which some was missed. */
  readonly partly: readonly AgendaItem[];
  /** Every item that was taken, whole. */
  readonly isThroughout: boolean;
};

/** Whoever sat in the seat; `until` is when what still lasts is looked at, in milliseconds. */
export function presentFor(meeting: Meeting, seat: SeatId, until: number): PresentFor {
  const spanOf = ({ from, to }: Spell): Span => [from, Math.max(from, to ?? until)];
  const here = union((attendanceOf(meeting, seat)?.sittings ?? []).map(spanOf));
  const taken = takenItems(meeting).map((item) => {
    const open = union(item.spells.map(spanOf));
    return { item, ...heardOf(lengthOf(open), lengthOf(intersect(open, here))) };
  });

  const runs: { first: AgendaItem; last: AgendaItem }[] = [];
  for (const [place, { item, isHeard }] of taken.entries()) {
    if (!isHeard) continue;
    const current = taken[place - 1]?.isHeard ? runs.at(-1) : undefined;
    if (current) current.last = item;
    else runs.push({ first: item, last: item });
  }
  const heard = taken.filter(({ isHeard }) => isHeard);
  return {
    runs,
    heard: heard.map(({ item }) => item),
    partly: heard.filter(({ isWhole }) => !isWhole).map(({ item }) => item),
    isThroughout: taken.length > 0 && taken.every(({ isWhole }) => isWhole),
  };
}

/** The items that could be heard at all. */
function takenItems({ items }: Meeting): readonly AgendaItem[] {
  return items.filter(({ parent, number, spells }) => parent === null && number !== "" && spells.length > 0);
}

function heardOf(openMs: number, hereMs: number): { readonly isHeard: boolean; readonly isWhole: boolean } {
  const isHeard = hereMs > 0 && (hereMs >= SLACK || hereMs * 2 >= openMs);
  return { isHeard, isWhole: isHeard && openMs - hereMs <= SLACK };
}
