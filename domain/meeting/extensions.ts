// Time added to the item the board is on. The plan stays as it was: what was added is kept beside it, so that both the
// room and the figures can tell a plan from an overrun, and an overrun the chair chose for the debate's sake from one
// that merely happened.
import * as z from "zod";
import { ItemId } from "../ids.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Envelope, EventOf } from "./events.ts";
import type { AgendaItem } from "./item.ts";
import { itemOf } from "./look-up.ts";
import { type Meeting, withItem } from "./state.ts";

/** Whole minutes. */
export const ExtendItem = z.strictObject({
  type: z.literal("extendItem"),
  itemId: ItemId,
  minutes: z.int().min(1).max(120),
  forDebate: z.boolean(),
});
export type ExtendItem = z.infer<typeof ExtendItem>;

/** Only an item that is open runs out of time. */
export function extendItem(meeting: Meeting, { itemId, minutes, forDebate }: ExtendItem): Decision {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (item.status !== "open") return refuse({ code: "itemNotOpen", itemId });
  return accept({ type: "itemExtended", itemId, minutes, forDebate });
}

export function applyItemExtended(
  meeting: Meeting,
  { itemId, minutes, forDebate }: EventOf<"itemExtended">,
  { seq, at, by }: Envelope,
): Meeting {
  const extension = { seq, at, by, minutes, forDebate };
  return withItem(meeting, itemId, (item) => ({ ...item, extensions: [...item.extensions, extension] }));
}

/** Minutes an item was given beyond its plan, and how many of them for debate. */
export type Added = { readonly minutes: number; readonly forDebate: number };

export function addedTo({ extensions }: Pick<AgendaItem, "extensions">): Added {
  const sum = (of: AgendaItem["extensions"]) => of.reduce((total, { minutes }) => total + minutes, 0);
  return { minutes: sum(extensions), forDebate: sum(extensions.filter(({ forDebate }) => forDebate)) };
}

/** Minutes an item may now take; null for one without a plan and without time added. */
export function allowedFor(item: Pick<AgendaItem, "extensions" | "plannedMinutes">): number | null {
  const { minutes } = addedTo(item);
  return item.plannedMinutes === null && minutes === 0 ? null : (item.plannedMinutes ?? 0) + minutes;
}
