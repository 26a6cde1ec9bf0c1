import type { AmendItem } from "#domain/meeting/agenda.ts";
import { type AgendaItem, headingOf } from "#domain/meeting/item.ts";

/** The item with more time than was planned; what was planned when the meeting opened is kept beside it. */
export function withMoreTime(item: AgendaItem, minutes: number, reason: string): AmendItem {
  const { id: itemId, description, papers } = item;
  const heading = { ...headingOf(item), plannedMinutes: (item.plannedMinutes ?? 0) + minutes };
  return { type: "amendItem", itemId, heading, description, papers: [...papers], reason };
}
