import { sittingIn } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";

type Quorum = { readonly present: number; readonly seats: number; readonly isQuorate: boolean };

/** Full seats in which somebody sits; remote ones count when the board's rules say so. */
function quorumOf(meeting: Meeting): Quorum {
  const { board, seats } = meeting.registers;
  const full = seats.filter((seat) => seat.full);
  const present = full.filter(({ id }) => sittingIn(meeting, id));
  const counted = present.filter(
    ({ id }) => board.rules.remoteCounts || sittingIn(meeting, id)?.mode === "inPerson",
  );
  return { present: present.length, seats: full.length, isQuorate: counted.length >= board.rules.quorum };
}

/** "14 of 17 seats, quorate" */
export function quorumText(meeting: Meeting): string {
  const { present, seats, isQuorate } = quorumOf(meeting);
  return `${present} of ${seats} seats, ${isQuorate ? "quorate" : "not quorate"}`;
}
