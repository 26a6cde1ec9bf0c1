// The parts a figure is made of, named.
import { focusWord, moneyKindWord, sectorWord, topicWord } from "#app/_text/words.ts";
import { MoneyKind, Topic } from "#domain/meeting/entry.ts";
import { Focus } from "#domain/meeting/item.ts";
import type { Sector } from "#domain/meeting/registers.ts";
import { capital, listed } from "./numbers.ts";

export const breakdownText = {
  topic: { title: "What challenges were about" },
  sectorRaising: { title: "Which sectors raised them" },
  outcome: { title: "What became of them" },
  moneyKind: { title: "What kind of money" },
  candour: { title: "How plainly it was put" },
  focus: { title: "What the time went on" },
  seatsBySector: { title: "Seats at the agreed level, by sector" },
  talkBySector: { title: "Talk and seats, by sector" },
} as const;

const outcomes: Readonly<Record<string, string>> = {
  full: "Answered",
  half: "Promised by a date",
  open: "No answer",
  gone: "Withdrawn, not counted",
};
const candours: Readonly<Record<string, string>> = {
  stated: "Figure stated",
  bounded: "A range, or no period or source",
  unstated: "No figure given",
};

export function partText(by: keyof typeof breakdownText, part: string | readonly Sector[]): string {
  if (typeof part !== "string") {
    const [first = "", ...rest] = part.map((sector) => sectorWord[sector]);
    return listed([first, ...rest.map((word) => word.toLowerCase())]);
  }
  const [topic, kind, focus] = [Topic.safeParse(part), MoneyKind.safeParse(part), Focus.safeParse(part)];
  if (by === "topic" && topic.success) return capital(topicWord[topic.data]);
  if (by === "moneyKind" && kind.success) return moneyKindWord[kind.data];
  if (by === "focus" && focus.success) return focusWord[focus.data];
  return (by === "candour" ? candours : outcomes)[part] ?? part;
}
