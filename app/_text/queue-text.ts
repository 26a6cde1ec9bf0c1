// The queue in words: what somebody wants to say, and where they stand.
import { placeOf } from "#domain/meeting/queue.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { RequestKind, Speaker } from "#domain/meeting/turn.ts";
import { ordinal } from "./numbers.ts";

export const requestWord: Readonly<Record<RequestKind, string>> = {
  contribution: "To contribute",
  question: "A question",
  challenge: "A challenge",
  information: "Point of information",
  pointOfOrder: "Point of order",
};

/** "You are 2nd in the queue."; null for somebody who is not in it. */
export function placeText(meeting: Meeting, speaker: Speaker): string | null {
  const place = placeOf(meeting, speaker);
  return place === -1 ? null : `You are ${ordinal(place + 1)} in the queue.`;
}
