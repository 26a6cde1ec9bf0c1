// The agenda: what is to be taken, in which order, for how long, led by whom.
import * as z from "zod";
import { ItemId, ObjectiveId, PartnerId } from "../ids.ts";
import { Day, optionalWords, TimeOfDay, words } from "../words.ts";
import { orderOf, placed, subItems } from "./agenda-order.ts";
import { accept, type Decision, type Refused, refuse } from "./decision.ts";
import type { EventOf, MeetingEvent } from "./events.ts";
import { type AgendaItem, Focus, headingOf, ItemKind } from "./item.ts";
import { renumbered } from "./item-numbers.ts";
import { itemOf, partnerOf } from "./look-up.ts";
import { type Meeting, withoutItems } from "./state.ts";

export const MOST_ITEMS = 80;
/** More than two objectives an item, and a link says nothing (`indicators.md` §7, no. 20). */
export const MOST_OBJECTIVES = 2;

export const Heading = z.strictObject({
  title: words(240),
  kind: ItemKind,
  plannedFocus: Focus.nullable(),
  plannedMinutes: z.int().min(1).max(600).nullable(),
  startsAt: TimeOfDay.nullable(),
  lead: PartnerId.nullable(),
  objectives: z.array(z.strictObject({ objectiveId: ObjectiveId, reason: optionalWords(200) })).max(20),
  openness: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("open") }),
    z.strictObject({ kind: z.literal("restricted"), ground: words(200), reviewOn: Day.nullable() }),
  ]),
  routineMoney: z.boolean(),
  numbered: z.boolean(),
});

// A paper's address is followed by a press, so only the web's own schemes may stand in it.
const WebAddress = z.union([
  z.literal(""),
  z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000),
]);

export const Briefing = {
  description: optionalWords(4000),
  papers: z
    .array(z.strictObject({ title: words(200), address: WebAddress, pages: optionalWords(40) }))
    .max(20),
};

const reason = optionalWords(300);

const place = { parent: ItemId.nullable(), after: ItemId.nullable() };

export const AddItem = z.strictObject({
  type: z.literal("addItem"),
  itemId: ItemId,
  ...place,
  heading: Heading,
  ...Briefing,
  reason,
});
export type AddItem = z.infer<typeof AddItem>;

/** Takes a whole agenda at once, as an officer pasted and corrected it, below what is there. */
export const ImportAgenda = z.strictObject({
  type: z.literal("importAgenda"),
  items: z
    .array(z.strictObject({ itemId: ItemId, parent: ItemId.nullable(), heading: Heading, ...Briefing }))
    .min(1)
    .max(MOST_ITEMS),
});
export type ImportAgenda = z.infer<typeof ImportAgenda>;

export const AmendItem = z.strictObject({
  type: z.literal("amendItem"),
  itemId: ItemId,
  heading: Heading,
  ...Briefing,
  reason,
});
export type AmendItem = z.infer<typeof AmendItem>;

export const MoveItem = z.strictObject({ type: z.literal("moveItem"), itemId: ItemId, ...place, reason });
export type MoveItem = z.infer<typeof MoveItem>;

export const RemoveItem = z.strictObject({ type: z.literal("removeItem"), itemId: ItemId, reason });
export type RemoveItem = z.infer<typeof RemoveItem>;

export const PublishAgenda = z.strictObject({ type: z.literal("publishAgenda") });
export type PublishAgenda = z.infer<typeof PublishAgenda>;

export function addItem(meeting: Meeting, command: AddItem): Decision {
  const { itemId, parent, after, heading, description, papers, reason } = command;
  if (itemOf(meeting, itemId)) return refuse({ code: "alreadyRecorded" });
  if (meeting.items.length >= MOST_ITEMS) return refuse({ code: "agendaFull", most: MOST_ITEMS });

  const stands =
    reasonStands(meeting, reason) ?? placeStands(meeting, parent, after) ?? headingStands(meeting, heading);
  if (stands) return stands;

  return accept(
    { type: "itemAdded", itemId, parent, after, heading, reason },
    ...briefing(itemId, description, papers),
  );
}

export function importAgenda(meeting: Meeting, { items }: ImportAgenda): Decision {
  if (meeting.items.length + items.length > MOST_ITEMS)
    return refuse({ code: "agendaFull", most: MOST_ITEMS });

  const known = new Set<ItemId>(meeting.items.map(({ id }) => id));
  const topLevel = new Set<ItemId>();
  const events: MeetingEvent[] = [];
  let lastTop = meeting.items.findLast(({ parent }) => parent === null)?.id ?? null;
  const lastIn = new Map<ItemId, ItemId>();

  for (const { itemId, parent, heading, description, papers } of items) {
    if (known.has(itemId)) return refuse({ code: "alreadyRecorded" });
    if (parent !== null && !topLevel.has(parent)) return refuse({ code: "itemNotFound" });
    const stands = headingStands(meeting, heading);
    if (stands) return stands;

    const after = parent === null ? lastTop : (lastIn.get(parent) ?? null);
    events.push({ type: "itemAdded", itemId, parent, after, heading, reason: "" });
    events.push(...briefing(itemId, description, papers));
    known.add(itemId);
    if (parent === null) {
      topLevel.add(itemId);
      lastTop = itemId;
    } else {
      lastIn.set(parent, itemId);
    }
  }
  return accept(...events);
}

/** An item under way may be restricted only once the public has been excluded. */
export function amendItem(meeting: Meeting, command: AmendItem): Decision {
  const { itemId, heading, description, papers, reason } = command;
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });

  const stands = reasonStands(meeting, reason) ?? headingStands(meeting, heading);
  if (stands) return stands;
  if (item.status === "open" && heading.openness.kind === "restricted" && !meeting.publicExcluded)
    return refuse({ code: "publicNotExcluded" });

  const sameHeading = JSON.stringify(heading) === JSON.stringify(headingOf(item));
  const sameBriefing =
    description === item.description && JSON.stringify(papers) === JSON.stringify(item.papers);
  if (sameHeading && sameBriefing) return refuse({ code: "nothingChanges" });

  return accept(
    ...(sameHeading ? [] : [{ type: "itemAmended" as const, itemId, heading, reason }]),
    ...(sameBriefing ? [] : [{ type: "itemBriefed" as const, itemId, description, papers }]),
  );
}

/** An item that has begun keeps its place among those taken; its sub-items go with it. */
export function moveItem(meeting: Meeting, command: MoveItem): Decision {
  const { itemId, parent, after, reason } = command;
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (item.spells.length > 0) return refuse({ code: "itemBegun", itemId });
  if (parent === itemId || after === itemId) return refuse({ code: "nothingChanges" });
  if (parent !== null && subItems(meeting, itemId).length > 0) return refuse({ code: "subItemsStay" });

  const stands = reasonStands(meeting, reason) ?? placeStands(meeting, parent, after);
  if (stands) return stands;

  const before = orderOf(meeting.items);
  const moved = orderOf(placed(meeting.items, item, parent, after));
  if (JSON.stringify(before) === JSON.stringify(moved)) return refuse({ code: "nothingChanges" });
  return accept({ type: "itemMoved", itemId, parent, after, reason });
}

export function removeItem(meeting: Meeting, { itemId, reason }: RemoveItem): Decision {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  const begun = [item, ...subItems(meeting, itemId)].find(({ spells }) => spells.length > 0);
  if (begun) return refuse({ code: "itemBegun", itemId: begun.id });

  return reasonStands(meeting, reason) ?? accept({ type: "itemRemoved", itemId, reason });
}

export function publishAgenda(meeting: Meeting): Decision {
  if (meeting.items.length === 0) return refuse({ code: "agendaEmpty" });
  return accept({ type: "agendaPublished" });
}

export function applyItemAdded(meeting: Meeting, event: EventOf<"itemAdded">): Meeting {
  const { itemId: id, parent, after, heading, carriedFrom = null } = event;
  const item: AgendaItem = {
    ...heading,
    id,
    parent,
    carriedFrom,
    number: "",
    description: "",
    papers: [],
    status: "waiting",
    plannedAtOpening: null,
    linkedAtOpening: [],
    extensions: [],
    spells: [],
    focus: null,
    focusSpells: [],
    turns: [],
    invitations: [],
    isNoted: false,
    votes: [],
    entries: [],
    privateNote: null,
  };
  return renumbered({ ...meeting, items: placed(meeting.items, item, parent, after) });
}

export function applyItemAmended(meeting: Meeting, event: EventOf<"itemAmended">): Meeting {
  const items = meeting.items.map((item) =>
    item.id === event.itemId ? { ...item, ...event.heading } : item,
  );
  return renumbered({ ...meeting, items });
}

export function applyItemBriefed(meeting: Meeting, event: EventOf<"itemBriefed">): Meeting {
  const { itemId, description, papers } = event;
  const items = meeting.items.map((item) => (item.id === itemId ? { ...item, description, papers } : item));
  return { ...meeting, items };
}

export function applyItemMoved(meeting: Meeting, event: EventOf<"itemMoved">): Meeting {
  const { itemId, parent, after } = event;
  const item = itemOf(meeting, itemId);
  if (!item) return meeting;
  return renumbered({ ...meeting, items: placed(meeting.items, item, parent, after) });
}

export function applyItemRemoved(meeting: Meeting, event: EventOf<"itemRemoved">): Meeting {
  return renumbered(
    withoutItems(meeting, ({ id, parent }) => id === event.itemId || parent === event.itemId),
  );
}

export function applyAgendaPublished(meeting: Meeting, at: number): Meeting {
  return { ...meeting, phase: "published", publishedAt: at };
}

/** Once the meeting has opened, a change of the agenda says why. */
function reasonStands(meeting: Meeting, reason: string): Refused | null {
  return meeting.openedAt !== null && reason === "" ? refuse({ code: "reasonNeeded" }) : null;
}

function placeStands(meeting: Meeting, parent: ItemId | null, after: ItemId | null): Refused | null {
  if (parent !== null && itemOf(meeting, parent)?.parent !== null) return refuse({ code: "itemNotFound" });
  if (after !== null && itemOf(meeting, after)?.parent !== parent) return refuse({ code: "itemNotFound" });
  return null;
}

function headingStands(meeting: Meeting, heading: z.infer<typeof Heading>): Refused | null {
  if (heading.objectives.length > MOST_OBJECTIVES) {
    return refuse({ code: "tooManyObjectives", most: MOST_OBJECTIVES });
  }
  const known = meeting.registers.objectives;
  if (!heading.objectives.every(({ objectiveId }) => known.some(({ id }) => id === objectiveId))) {
    return refuse({ code: "objectiveNotFound" });
  }
  if (heading.lead !== null && !partnerOf(meeting, heading.lead)) return refuse({ code: "partnerNotFound" });
  return null;
}

function briefing(
  itemId: ItemId,
  description: string,
  papers: readonly { title: string; address: string; pages: string }[],
): readonly MeetingEvent[] {
  if (description === "" && papers.length === 0) return [];
  return [{ type: "itemBriefed", itemId, description, papers: [...papers] }];
}
