// The order of the agenda: a sub-item stands behind its parent, and goes with it.
import type { ItemId } from "../ids.ts";
import type { AgendaItem } from "./item.ts";
import type { Meeting } from "./state.ts";

export function subItems(meeting: Meeting, itemId: ItemId): readonly AgendaItem[] {
  return meeting.items.filter(({ parent }) => parent === itemId);
}

export function orderOf(items: readonly AgendaItem[]) {
  return items.map(({ id, parent }) => ({ id, parent }));
}

/** Sub-items count within the plan of their parent when it has one of its own. */
export function plannedMinutesOf(meeting: Meeting): number {
  return meeting.items
    .filter(({ parent }) => parent === null)
    .reduce((sum, item) => {
      const own = item.plannedMinutes;
      const below = subItems(meeting, item.id).reduce(
        (minutes, sub) => minutes + (sub.plannedMinutes ?? 0),
        0,
      );
      return sum + (own ?? below);
    }, 0);
}

/** The items with one in its new place, its sub-items behind it. */
export function placed(
  items: readonly AgendaItem[],
  item: AgendaItem,
  parent: ItemId | null,
  after: ItemId | null,
): readonly AgendaItem[] {
  const family = [{ ...item, parent }, ...items.filter((other) => other.parent === item.id)];
  const rest = items.filter(({ id, parent: other }) => id !== item.id && other !== item.id);
  const anchor = after ?? parent;
  if (anchor === null) return [...family, ...rest];

  const start = rest.findIndex(({ id }) => id === anchor);
  // behind a top-level item means behind its sub-items too
  let end = start + 1;
  if (after !== null) while (rest[end]?.parent === anchor) end += 1;
  return [...rest.slice(0, end), ...family, ...rest.slice(end)];
}
