import type { AmendItem } from "#domain/meeting/agenda.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";

/** The item with more time than was planned; what was planned when the meeting opened is kept beside it. */
export function withMoreTime(item: AgendaItem, minutes: number, reason: string): AmendItem {
  const { title, kind, plannedFocus, startsAt, lead, openness, routineMoney, numbered, description } = item;
  const plannedMinutes = (item.plannedMinutes ?? 0) + minutes;
  const objectives = [...item.objectives];
  const heading = {
    title,
    kind,
    plannedFocus,
    plannedMinutes,
    startsAt,
    lead,
    objectives,
    openness,
    routineMoney,
    numbered,
  };
  return { type: "amendItem", itemId: item.id, heading, description, papers: [...item.papers], reason };
}
