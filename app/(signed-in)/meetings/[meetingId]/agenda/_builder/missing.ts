// What an agenda still lacks before it is published, so that it is said beforehand and not found out after.
import type { AgendaItem } from "#domain/meeting/item.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Timing } from "./timing.ts";

type Lacking = {
  readonly code: "minutes" | "backwards" | "lead" | "focus" | "address" | "reason" | "reviewDay";
  readonly items: readonly AgendaItem[];
};
export type Missing =
  | { readonly code: "items" }
  | { readonly code: "tooLong"; readonly by: number }
  | Lacking;

export function missingIn(meeting: Meeting, timing: Timing): readonly Missing[] {
  const { items } = meeting;
  if (items.length === 0) return [{ code: "items" }];
  const hasPart = (item: AgendaItem) => items.some(({ parent }) => parent === item.id);
  const isBusiness = (item: AgendaItem) => item.kind !== "procedural" && item.parent === null;
  const where = (code: Lacking["code"], lacks: (item: AgendaItem) => boolean): readonly Missing[] => {
    const those = items.filter(lacks);
    return those.length > 0 ? [{ code, items: those }] : [];
  };
  return [
    ...(timing.left < 0 ? [{ code: "tooLong" as const, by: -timing.left }] : []),
    ...where("minutes", (item) => item.parent === null && item.plannedMinutes === null && !hasPart(item)),
    ...where("backwards", ({ id }) => timing.starts.get(id)?.clash != null),
    ...where("lead", (item) => isBusiness(item) && item.lead === null && !hasPart(item)),
    ...where("focus", (item) => isBusiness(item) && item.plannedFocus === null),
    ...where("address", ({ papers }) => papers.some(({ address }) => address === "")),
    ...where("reason", ({ objectives }) => objectives.some(({ reason }) => reason === "")),
    ...where("reviewDay", ({ openness }) => openness.kind === "restricted" && openness.reviewOn === null),
  ];
}
