// Actions and decisions of many meetings, looked through: how each stands on a day, and which are asked for.
import { Temporal } from "temporal-polyfill";
import type { Action, Decision } from "../meeting/entry.ts";
import type { Day } from "../words.ts";

export type Matter = Action | Decision;

/** Days ahead within which something is due soon. */
const SOON_DAYS = 14;

/** `settled`: done, dropped, withdrawn, reported back, or never to be waited for. */
export type Standing = "overdue" | "soon" | "later" | "noDay" | "settled";

/** The day by which somebody waits for it: an action to be done, an agreed decision to be reported back. */
export function dayOfMatter(matter: Matter): Day | null {
  if (matter.kind === "action") return matter.due;
  return matter.reportBack?.on ?? matter.due;
}

/** How it stands on a day. What is due on that very day is due soon, and overdue on the next. */
export function standingOf(matter: Matter, today: Day): Standing {
  if (matter.standing !== "stands" || !isAwaited(matter)) return "settled";
  return standingOfDay(dayOfMatter(matter), today);
}

function isAwaited(matter: Matter): boolean {
  if (matter.kind === "action") return matter.status !== "done" && matter.status !== "dropped";
  return matter.status === "agreed" && matter.reportBack !== null && matter.reported === null;
}

/** Of a day by which something is awaited. */
export function standingOfDay(day: Day | null, today: Day): Exclude<Standing, "settled"> {
  if (day === null) return "noDay";
  if (day < today) return "overdue";
  return day <= Temporal.PlainDate.from(today).add({ days: SOON_DAYS }).toString() ? "soon" : "later";
}

/** Whether every word asked for is somewhere in these texts, in whatever case; asking for nothing finds all. */
export function holdsWords(texts: readonly string[], asked: string): boolean {
  const text = plain(texts.join("\n"));
  return plain(asked)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

// "Café" is found by "cafe"
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase().trim();
}
