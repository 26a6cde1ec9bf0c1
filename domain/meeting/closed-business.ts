// Closed business: an item is restricted on a ground and opened again with a reason, by the board's resolution once
// the meeting has opened; and one who is otherwise kept out may be cleared for an item.
import * as z from "zod";
import { ItemId, PersonId } from "../ids.ts";
import { Day, optionalWords, words } from "../words.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { EventOf, MeetingEvent } from "./events.ts";
import { type AgendaItem, headingOf, type Openness } from "./item.ts";
import { itemOf, roleHeld } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { isAdmitted, isClearedRole } from "./rights.ts";
import type { Meeting } from "./state.ts";

/** `reason` says by which resolution, once the meeting has opened. */
export const RestrictItem = z.strictObject({
  type: z.literal("restrictItem"),
  itemId: ItemId,
  ground: words(200),
  reviewOn: Day.nullable(),
  reason: optionalWords(300),
});
export type RestrictItem = z.infer<typeof RestrictItem>;

export const LiftRestriction = z.strictObject({
  type: z.literal("liftRestriction"),
  itemId: ItemId,
  reason: words(300),
});
export type LiftRestriction = z.infer<typeof LiftRestriction>;

export const ClearReader = z.strictObject({
  type: z.literal("clearReader"),
  itemId: ItemId,
  person: PersonId,
});
export type ClearReader = z.infer<typeof ClearReader>;

export const EndClearance = z.strictObject({
  type: z.literal("endClearance"),
  itemId: ItemId,
  person: PersonId,
});
export type EndClearance = z.infer<typeof EndClearance>;

/**
 * What was said on the item in the open goes with it. Of the item under way the chair excludes the public by the same
 * act; the clerk, who may not, waits until it is done.
 */
export function restrictItem(meeting: Meeting, command: RestrictItem, actor: Actor): Decision {
  const { itemId, ground, reviewOn, reason } = command;
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (meeting.openedAt !== null && reason === "") return refuse({ code: "reasonNeeded" });

  const openness: Openness = { kind: "restricted", ground, reviewOn };
  if (JSON.stringify(openness) === JSON.stringify(item.openness)) return refuse({ code: "nothingChanges" });

  const restricted = withOpenness(item, openness, reason);
  if (!isHeard(meeting, item)) return accept(restricted);
  if (actor.role !== "chair") return refuse({ code: "publicNotExcluded" });
  return accept({ type: "publicExcluded", reason: ground }, restricted);
}

/** What was said on it while the public was excluded stays closed. */
export function liftRestriction(meeting: Meeting, { itemId, reason }: LiftRestriction): Decision {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (item.openness.kind === "open") return refuse({ code: "alreadyRecorded" });
  return accept(withOpenness(item, { kind: "open" }, reason));
}

/** For somebody on the board whose role leaves them outside, such as an observer or a scrutineer. */
export function clearReader(meeting: Meeting, { itemId, person }: ClearReader): Decision {
  if (!itemOf(meeting, itemId)) return refuse({ code: "itemNotFound" });
  const role = roleHeld(meeting, person);
  if (role === undefined) return refuse({ code: "personNotFound" });
  if (isClearedRole(role) || isNamed(meeting, { itemId, person })) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "readerCleared", itemId, person });
}

export function endClearance(meeting: Meeting, { itemId, person }: EndClearance): Decision {
  if (!isNamed(meeting, { itemId, person })) return refuse({ code: "personNotCleared" });
  return accept({ type: "clearanceEnded", itemId, person });
}

export function applyReaderCleared(meeting: Meeting, { itemId, person }: EventOf<"readerCleared">): Meeting {
  return { ...meeting, clearances: [...meeting.clearances, { itemId, person }] };
}

export function applyClearanceEnded(meeting: Meeting, ended: EventOf<"clearanceEnded">): Meeting {
  const clearances = meeting.clearances.filter(
    ({ itemId, person }) => itemId !== ended.itemId || person !== ended.person,
  );
  return { ...meeting, clearances };
}

/** Who outside closed business may read this item. */
export function admittedTo(meeting: Meeting, itemId: ItemId): readonly PersonId[] {
  const people = new Set(meeting.clearances.map(({ person }) => person));
  return [...people].filter((person) => isAdmitted(meeting, itemId, person));
}

function isNamed({ clearances }: Meeting, named: Pick<ClearReader, "itemId" | "person">): boolean {
  return clearances.some(({ itemId, person }) => itemId === named.itemId && person === named.person);
}

/** Whether the public hears the item, or a part of it, at this moment. */
function isHeard(meeting: Meeting, { id }: AgendaItem): boolean {
  if (meeting.publicExcluded) return false;
  return meeting.items.some((each) => each.status === "open" && (each.id === id || each.parent === id));
}

function withOpenness(item: AgendaItem, openness: Openness, reason: string): MeetingEvent {
  return { type: "itemAmended", itemId: item.id, heading: { ...headingOf(item), openness }, reason };
}
