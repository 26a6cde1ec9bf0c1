import { type Quorum, quorumOf } from "#domain/meeting/quorum.ts";
import type { Meeting } from "#domain/meeting/state.ts";

/** "14 of 17 seats, quorate"; where remote seats do not count, how many of them do. */
export function quorumText(meeting: Meeting): string {
  const { present, seats, counted, needed, isQuorate } = quorumOf(meeting);
  return [
    `${present} of ${seats} seats`,
    counted < present && `${counted} counted`,
    needed > 0 && (isQuorate ? "quorate" : "not quorate"),
  ]
    .filter(Boolean)
    .join(", ");
}

/** What the board lacks, in a sentence; null while it has its quorum. */
export function lackText({ counted, needed, present, isQuorate }: Quorum): string | null {
  if (isQuorate) return null;
  const inRoom = counted < present ? " in the room" : "";
  return `${counted} of the ${needed} seats the board needs${inRoom} to decide.`;
}
