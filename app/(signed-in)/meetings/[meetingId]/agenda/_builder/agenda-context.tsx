"use client";

import { createContext, useContext } from "react";
import type { Outcome } from "#app/_live/outbox.ts";
import type { Live } from "#app/_live/use-meeting.ts";
import { kindOf } from "#domain/agenda-text/item-words.ts";
import type { ItemId } from "#domain/ids.ts";
import type { AddItem, MoveItem } from "#domain/meeting/agenda.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { ItemDraft } from "./item-draft.ts";
import type { Place } from "./places.ts";
import type { Timing } from "./timing.ts";

export type Agenda = {
  /** Whether this person may change the agenda now. */
  readonly mayChange: boolean;
  readonly timing: Timing;
  /** Why the agenda is changed, once the meeting has begun; empty before. */
  readonly reason: string;
  readonly change: (command: SentCommand) => Promise<Outcome>;
  /** Null until the line is being opened. */
  readonly live: Live | null;
  /** Tells the others on which item one is writing. */
  readonly writingOn: (itemId: ItemId | null) => void;
  /** Who else has just changed an item, by name. */
  readonly changedBy: ReadonlyMap<ItemId, string>;
  /** What is being written on items, should an item be gone before its words are sent. */
  readonly unsent: Map<ItemId, ItemDraft>;
  /** Of several forms only one is in use at a time; null when none is open. */
  readonly open: OpenForm | null;
  readonly setOpen: (form: OpenForm | null) => void;
};

export type OpenForm =
  | { readonly form: "item"; readonly itemId: ItemId }
  | { readonly form: "add"; readonly place: Place; readonly below: ItemId }
  | { readonly form: "details" }
  | { readonly form: "order" }
  | { readonly form: "paste" };

/** The id of the button that opens a form. */
export function openerOf(form: OpenForm): string {
  if (form.form === "item") return `change-${form.itemId}`;
  return form.form === "add" ? `change-${form.below}` : `open-${form.form}`;
}

export const AgendaContext = createContext<Agenda | null>(null);

export function useAgenda(): Agenda {
  const agenda = useContext(AgendaContext);
  if (!agenda) throw new Error("useAgenda is for what stands on an agenda");
  return agenda;
}

/** A fresh item with nothing but its title. */
export function newItemCommand(itemId: ItemId, title: string, place: Place, reason: string): AddItem {
  return {
    type: "addItem",
    itemId,
    ...place,
    heading: {
      title,
      kind: kindOf(title, "", null),
      plannedFocus: null,
      plannedMinutes: null,
      startsAt: null,
      lead: null,
      objectives: [],
      openness: { kind: "open" },
      routineMoney: false,
      numbered: true,
    },
    description: "",
    papers: [],
    reason,
  };
}

export function moveCommand(itemId: ItemId, place: Place, reason: string): MoveItem {
  return { type: "moveItem", itemId, ...place, reason };
}
