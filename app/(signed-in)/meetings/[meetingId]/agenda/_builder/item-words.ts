// An item as the paper tells it.
import { noonOf, plainDate } from "#app/_text/dates.ts";
import { partnerName } from "#app/_text/speaker-text.ts";
import { focusWord, purposeWords } from "#app/_text/words.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { type Clash, clockText, type Start } from "./timing.ts";

/** "To decide. City Council. Strategy. Routine money report." */
export function itemMeta(meeting: Meeting, item: AgendaItem): string {
  const { kind, lead, plannedFocus, routineMoney } = item;
  return [
    purposeWords[kind],
    lead && partnerName(meeting, lead),
    plannedFocus && `Focus: ${focusWord[plannedFocus].toLowerCase()}`,
    routineMoney && "Routine money report",
  ]
    .filter(Boolean)
    .join(" · ");
}

/** "from 14:20, 15 minutes" */
export function itemTimes({ plannedMinutes }: AgendaItem, start: Start | undefined): string {
  const from = start?.isSure ? `${start.isGiven ? "" : "about "}${clockText(start.at)}` : "";
  const lasts =
    plannedMinutes === null ? "" : plannedMinutes === 1 ? "1 minute" : `${plannedMinutes} minutes`;
  return [from, lasts].filter(Boolean).join(", ");
}

const clashWord: Readonly<Record<Clash["of"], string>> = {
  meeting: "before the meeting begins at",
  whole: "before the item it is a part of, which begins at",
  itemAhead: "while the item ahead goes on until",
};

/** "while the item ahead goes on until 14:30" */
export function clashText({ of, until }: Clash): string {
  return `${clashWord[of]} ${clockText(until)}`;
}

/** "Closed to the public: commercial terms. To be reviewed on 4 March 2027." Null for an open item. */
export function closedWords({ openness }: AgendaItem): string | null {
  if (openness.kind === "open") return null;
  const review =
    openness.reviewOn === null ? "" : ` To be reviewed on ${plainDate(noonOf(openness.reviewOn))}.`;
  return `Closed to the public: ${openness.ground}.${review}`;
}

/** "item 4", or its title where it has no number. */
export function itemName({ number, title }: Pick<AgendaItem, "number" | "title">): string {
  return number === "" ? `“${title}”` : `item ${number}`;
}
