// Where an item goes when it is moved: behind which other, and under which. Null where there is no such place.
import type { ItemId } from "#domain/ids.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";

export type Place = { readonly parent: ItemId | null; readonly after: ItemId | null };
type Items = readonly Pick<AgendaItem, "id" | "parent">[];
type Item = Items[number];

/** Before the one that now stands ahead of it. */
export function placeUp(items: Items, item: Item): Place | null {
  const { ahead } = neighbours(items, item);
  if (ahead.length === 0) return null;
  return { parent: item.parent, after: ahead.at(-2)?.id ?? null };
}

/** Behind the one that now follows it. */
export function placeDown(items: Items, item: Item): Place | null {
  const [next] = neighbours(items, item).behind;
  return next ? { parent: item.parent, after: next.id } : null;
}

/** As the last part of the item ahead; an item with parts of its own stays what it is. */
export function placeInto(items: Items, item: Item): Place | null {
  const above = neighbours(items, item).ahead.at(-1);
  if (item.parent !== null || !above || hasParts(items, item)) return null;
  return { parent: above.id, after: lastPart(items, above.id) };
}

/** As an item of its own, behind the one it was a part of. */
export function placeOut(_items: Items, item: Item): Place | null {
  return item.parent === null ? null : { parent: null, after: item.parent };
}

/** Where something carried lands: before or behind another, or on one, to become its part. */
export function placeDropped(
  items: Items,
  item: Item,
  target: { readonly id: ItemId; readonly where: "before" | "after" | "on" },
): Place | null {
  const other = items.find(({ id }) => id === target.id);
  if (!other || other.id === item.id || other.parent === item.id) return null;
  const top = other.parent ?? other.id;
  const carriesParts = hasParts(items, item);

  if (target.where === "on") {
    return carriesParts || top === item.id ? null : { parent: top, after: lastPart(items, top, item.id) };
  }
  // parts are not taken apart by what cannot be one of them
  if (other.parent !== null && carriesParts) return { parent: null, after: top };
  if (target.where === "after") {
    // right below an item with parts is above the first of them
    const first = items.find(({ parent, id }) => parent === other.id && id !== item.id);
    return first && !carriesParts
      ? { parent: other.id, after: null }
      : { parent: other.parent, after: other.id };
  }
  const siblings = items.filter(({ parent, id }) => parent === other.parent && id !== item.id);
  const place = siblings.findIndex(({ id }) => id === other.id);
  return { parent: other.parent, after: siblings[place - 1]?.id ?? null };
}

/** Whether an item stands in a place already. */
export function isThere(items: Items, item: Item, { parent, after }: Place): boolean {
  return item.parent === parent && (neighbours(items, item).ahead.at(-1)?.id ?? null) === after;
}

function neighbours(items: Items, item: Item): { readonly ahead: Items; readonly behind: Items } {
  const siblings = items.filter(({ parent }) => parent === item.parent);
  const place = siblings.findIndex(({ id }) => id === item.id);
  return { ahead: siblings.slice(0, Math.max(place, 0)), behind: siblings.slice(place + 1) };
}

function hasParts(items: Items, item: Item): boolean {
  return items.some(({ parent }) => parent === item.id);
}

function lastPart(items: Items, parent: ItemId, except?: ItemId): ItemId | null {
  return items.findLast((one) => one.parent === parent && one.id !== except)?.id ?? null;
}
