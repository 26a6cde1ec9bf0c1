// Items are taken one at a time: opened, closed, reopened, skipped, deferred. A sub-item is taken within its
// parent, whose time runs on.
import * as z from "zod";
import { EntryId, ItemId } from "../ids.ts";
import { optionalWords } from "../words.ts";
import { endedTurn, endFocus, startFocus } from "./clocks.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Envelope, EventOf, MeetingEvent } from "./events.ts";
import type { AgendaItem } from "./item.ts";
import { isRestricted, itemOf } from "./look-up.ts";
import { withoutQueue } from "./queue.ts";
import { type Meeting, withConfirmed, withItem } from "./state.ts";
import { endSpells } from "./turn.ts";

const reason = optionalWords(300);

export const OpenItem = z.strictObject({ type: z.literal("openItem"), itemId: ItemId });
export type OpenItem = z.infer<typeof OpenItem>;

/** The challenges and money points the chair or clerk confirms as they stand. */
export const CloseItem = z.strictObject({
  type: z.literal("closeItem"),
  itemId: ItemId,
  confirmed: z.array(EntryId).max(500),
});
export type CloseItem = z.infer<typeof CloseItem>;

export const ReopenItem = z.strictObject({ type: z.literal("reopenItem"), itemId: ItemId, reason });
export type ReopenItem = z.infer<typeof ReopenItem>;

export const SkipItem = z.strictObject({ type: z.literal("skipItem"), itemId: ItemId, reason });
export type SkipItem = z.infer<typeof SkipItem>;

export const DeferItem = z.strictObject({ type: z.literal("deferItem"), itemId: ItemId, reason });
export type DeferItem = z.infer<typeof DeferItem>;

/** Opening a sub-item opens its parent with it when that is not open yet. */
export function openItem(meeting: Meeting, { itemId }: OpenItem): Decision {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (item.status === "open") return refuse({ code: "alreadyRecorded" });
  if (item.status === "closed") return refuse({ code: "itemBegun", itemId });
  return mayOpen(meeting, item) ?? accept(...openings(meeting, item, { type: "itemOpened", itemId }));
}

export function closeItem(meeting: Meeting, { itemId, confirmed }: CloseItem): Decision {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (item.status === "closed") return refuse({ code: "alreadyRecorded" });
  if (item.status !== "open") return refuse({ code: "itemNotOpen", itemId });
  if (meeting.current !== itemId && meeting.current !== null) {
    return refuse({ code: "itemStillOpen", itemId: meeting.current });
  }

  if (item.votes.some(({ status }) => status === "open")) return refuse({ code: "voteStillOpen" });
  const pending = new Set(unconfirmed(item));
  if (!confirmed.every((id) => pending.has(id))) return refuse({ code: "entryNotFound" });
  return accept({ type: "itemClosed", itemId, confirmed });
}

export function reopenItem(meeting: Meeting, { itemId, reason }: ReopenItem): Decision {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (item.status === "open") return refuse({ code: "alreadyRecorded" });
  if (item.status === "waiting") return refuse({ code: "itemNotOpen", itemId });
  return (
    mayOpen(meeting, item) ?? accept(...openings(meeting, item, { type: "itemReopened", itemId, reason }))
  );
}

/** What has been taken, if only for a minute, was not skipped. */
export function skipItem(meeting: Meeting, { itemId, reason }: SkipItem): Decision {
  const stands = leave(meeting, itemId, "skipped");
  if (stands) return stands;
  if (itemOf(meeting, itemId)?.status === "closed") return refuse({ code: "itemBegun", itemId });
  return accept({ type: "itemSkipped", itemId, reason });
}

/** Deferred to a later meeting; an item half taken may be deferred once it is closed. */
export function deferItem(meeting: Meeting, { itemId, reason }: DeferItem): Decision {
  return leave(meeting, itemId, "deferred") ?? accept({ type: "itemDeferred", itemId, reason });
}

export function applyItemOpened(meeting: Meeting, itemId: ItemId, { at, seq }: Envelope): Meeting {
  const item = itemOf(meeting, itemId);
  if (!item) return meeting;

  const parent = item.parent === null ? undefined : itemOf(meeting, item.parent);
  const focus = item.focus ?? item.plannedFocus ?? parent?.focus ?? null;
  const paused = parent ? withItem(meeting, parent.id, (above) => endFocus(above, at)) : meeting;
  const opened = withItem(paused, itemId, (each) =>
    startFocus({ ...each, status: "open", spells: [...each.spells, { from: at, to: null }] }, focus, at, seq),
  );
  return { ...withoutQueue(opened), current: itemId };
}

export function applyItemClosed(meeting: Meeting, event: EventOf<"itemClosed">, envelope: Envelope): Meeting {
  const { at, by, seq } = envelope;
  const left = leftItem(meeting, event.itemId, at, seq);
  const confirmed = withConfirmed(left, event.itemId, event.confirmed, { at, by });
  return withItem(confirmed, event.itemId, (item) => ({ ...item, status: "closed" }));
}

export function applyItemLeft(meeting: Meeting, itemId: ItemId, status: "skipped" | "deferred"): Meeting {
  return withItem(meeting, itemId, (item) => ({ ...item, status }));
}

/** Stops the item's clock and goes back to its parent, if it has one. */
export function leftItem(meeting: Meeting, itemId: ItemId, at: number, seq: number): Meeting {
  const item = itemOf(meeting, itemId);
  if (!item) return meeting;

  const closed = withItem(endedTurn(meeting, at), itemId, (each) => ({
    ...endFocus(each, at),
    spells: endSpells(each.spells, at),
  }));
  if (closed.current !== itemId) return closed;

  const parent = item.parent === null ? undefined : itemOf(closed, item.parent);
  const quiet = withoutQueue(closed);
  if (parent?.status !== "open") return { ...quiet, current: null };
  return {
    ...withItem(quiet, parent.id, (above) => startFocus(above, above.focus, at, seq)),
    current: parent.id,
  };
}

/** The challenges and money points of an item that nobody has confirmed yet. */
export function unconfirmed(item: AgendaItem): readonly EntryId[] {
  return item.entries
    .filter(({ kind, standing, confirmed }) => {
      const counted = kind === "challenge" || kind === "money";
      return counted && standing === "stands" && confirmed === null;
    })
    .map(({ id }) => id);
}

function mayOpen(meeting: Meeting, item: AgendaItem): Decision | null {
  const open = meeting.current;
  if (open !== null && open !== item.parent) return refuse({ code: "itemStillOpen", itemId: open });
  if (isRestricted(meeting, item) && !meeting.publicExcluded) return refuse({ code: "publicNotExcluded" });
  return null;
}

function openings(meeting: Meeting, item: AgendaItem, event: MeetingEvent): readonly MeetingEvent[] {
  const parent = item.parent === null ? undefined : itemOf(meeting, item.parent);
  if (parent === undefined || parent.status === "open") return [event];
  const first: MeetingEvent =
    parent.status === "closed"
      ? { type: "itemReopened", itemId: parent.id, reason: "" }
      : { type: "itemOpened", itemId: parent.id };
  return [first, event];
}

function leave(meeting: Meeting, itemId: ItemId, status: "skipped" | "deferred"): Decision | null {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (item.status === status) return refuse({ code: "alreadyRecorded" });
  if (item.status === "open") return refuse({ code: "itemStillOpen", itemId });
  return null;
}
