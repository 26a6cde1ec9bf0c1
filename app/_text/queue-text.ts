// The queue in words: what somebody wants to say, and where they stand.
import { placeOf } from "#domain/meeting/queue.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { RequestKind, Speaker } from "#domain/meeting/turn.ts";

export const requestWord: Readonly<Record<RequestKind, string>> = {
  contribution: "To contribute",
  question: "A question",
  challenge: "A challenge",
  information: "Point of information",
  pointOfOrder: "Point of order",
};

const rules = new Intl.PluralRules("en-GB", { type: "ordinal" });
const ending = { zero: "th", one: "st", two: "nd", few: "rd", many: "th", other: "th" } as const;

/** "1st", "2nd", "11th" */
export function ordinal(count: number): string {
  return `${count}${ending[rules.select(count)]}`;
}

/** "You are 2nd in the queue."; null for somebody who is not in it. */
export function placeText(meeting: Meeting, speaker: Speaker): string | null {
  const place = placeOf(meeting, speaker);
  return place === -1 ? null : `You are ${ordinal(place + 1)} in the queue.`;
}
