// What still waits from meetings that are over, said in two short lines.
import type { MarkState } from "#app/_marks/mark.tsx";
import { dayOf } from "#domain/calendar.ts";
import type { OpenMatter } from "#domain/facts/open-matters.ts";
import { unreachable } from "#domain/unreachable.ts";
import { dayMonth, noonOf, plainDate } from "./dates.ts";
import { moneyKindWord, sectorWord, topicWord } from "./words.ts";

/** `from` and `to` are names of partners; null for who is no longer in the register. */
export type NamedMatter = OpenMatter & { readonly from: string | null; readonly to: string | null };

const DAY_MS = 86_400_000;

export function matterMark({ begun }: OpenMatter): MarkState {
  return begun ? "half" : "empty";
}

/** "Challenge 4.6, about money" */
export function matterTitle(matter: OpenMatter): string {
  const number = matter.number.replace(/^\./, "");
  switch (matter.kind) {
    case "challenge":
      return `Challenge ${number}, about ${topicWord[matter.topic]}`;
    case "money":
      return `Money point ${number}, ${moneyKindWord[matter.moneyKind].toLowerCase()}`;
    case "action":
      return `Action ${number}`;
    default:
      return unreachable(matter);
  }
}

/** "Chamber of Commerce asked City Council, 16 July. Promised by 4 September: 13 days late." */
export function matterStory(matter: NamedMatter, now: number): string {
  const said = `${whoSpoke(matter)}${matter.kind === "challenge" ? ` asked ${askedWhom(matter)}` : ""}, ${dated(matter.at, now)}.`;
  return `${said} ${whatIsMissing(matter, now)}`;
}

function whatIsMissing(matter: NamedMatter, now: number): string {
  const { kind, by } = matter;
  if (kind === "money") return "No figure given.";
  if (by === null && kind === "action") return "No day was given.";
  if (by === null) return matter.begun ? "Promised, without a day." : "No answer.";
  const late = lateness(by, now);
  const until = `${kind === "action" ? "Due" : "Promised by"} ${dated(noonOf(by), now)}`;
  return late ? `${until}: ${late}.` : `${until}.`;
}

/** "13 days late"; null until the day is over. */
function lateness(day: string, now: number): string | null {
  const days = Math.round((noonOf(dayOf(now)) - noonOf(day)) / DAY_MS);
  if (days <= 0) return null;
  return days === 1 ? "1 day late" : `${days} days late`;
}

function whoSpoke(matter: NamedMatter): string {
  if (matter.from !== null) return matter.from;
  if (matter.kind === "action") return matter.owner === null ? "The support team" : "A former seat";
  const voice = {
    chair: "The chair",
    officer: "The support team",
    guest: "A guest",
    public: "A member of the public",
  };
  if (matter.voice !== "seat") return voice[matter.voice];
  return matter.sector ? `A former seat (${sectorWord[matter.sector].toLowerCase()})` : "A former seat";
}

function askedWhom(matter: NamedMatter): string {
  if (matter.kind !== "challenge" || matter.target === "partnership") return "the partnership";
  return matter.to ?? "a former partner";
}

function dated(at: number, now: number): string {
  return dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4) ? dayMonth(at) : plainDate(at);
}
