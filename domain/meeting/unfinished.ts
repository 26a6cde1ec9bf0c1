// What a meeting leaves unfinished, for whoever is about to close it. Nothing of it stands in the way of the close.
import type { PersonId } from "../ids.ts";
import { openDispute } from "./entries.ts";
import type { Entry } from "./entry.ts";
import type { AgendaItem } from "./item.ts";
import { mayReadItem } from "./rights.ts";
import type { Meeting } from "./state.ts";

/** An entry stands in the first of these that holds of it. */
export type Lacking =
  | "disputed"
  | "unanswered"
  | "notAgreed"
  | "decisionWithoutOwner"
  | "withoutFigure"
  | "actionWithoutDay";

export type UnfinishedEntry = { readonly item: AgendaItem; readonly entry: Entry };

export type Unfinished = {
  /** Open still, or not taken; a part of an item whose own item is among them is not told again. */
  readonly items: readonly AgendaItem[];
  readonly entries: Readonly<Record<Lacking, readonly UnfinishedEntry[]>>;
  readonly count: number;
};

/** As far as this person may read it. An action that is no seat's falls to the support team: it is somebody's. */
export function unfinished(meeting: Meeting, person: PersonId): Unfinished {
  const isLeft = ({ status }: AgendaItem) => status === "waiting" || status === "open";
  const left = meeting.items.filter(isLeft);
  const items = left.filter(({ parent }) => parent === null || !left.some(({ id }) => id === parent));
  const entries: Record<Lacking, UnfinishedEntry[]> = {
    disputed: [],
    unanswered: [],
    notAgreed: [],
    decisionWithoutOwner: [],
    withoutFigure: [],
    actionWithoutDay: [],
  };
  let count = items.length;
  for (const item of meeting.items) {
    if (!mayReadItem(meeting, item.id, person)) continue;
    for (const entry of item.entries) {
      const lacking = lackingOf(entry);
      if (lacking === null) continue;
      entries[lacking].push({ item, entry });
      count += 1;
    }
  }
  return { items, entries, count };
}

/** What an entry that stands still waits for; null when nothing. A promise by a date is an answer for this evening. */
function lackingOf(entry: Entry): Lacking | null {
  if (entry.standing !== "stands") return null;
  if (openDispute(entry)) return "disputed";
  switch (entry.kind) {
    case "challenge":
      return isAnswered(entry.responses.at(-1)?.kind) ? null : "unanswered";
    case "decision":
      if (entry.status !== "agreed") return "notAgreed";
      return entry.substantive && entry.owner === null ? "decisionWithoutOwner" : null;
    case "money":
      return entry.amount.kind === "none" && entry.stages.every(({ pence }) => pence === null)
        ? "withoutFigure"
        : null;
    case "action":
      return entry.due === null && entry.status !== "done" && entry.status !== "dropped"
        ? "actionWithoutDay"
        : null;
    default:
      return null;
  }
}

function isAnswered(kind: string | undefined): boolean {
  return kind !== undefined && kind !== "notAnswered";
}
