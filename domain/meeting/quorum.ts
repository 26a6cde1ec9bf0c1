// Whether the board is complete enough to decide, as its own rule counts.
import { rulesOf } from "./board-rules.ts";
import { sittingIn } from "./look-up.ts";
import type { Meeting } from "./state.ts";

/** Of the board's full seats, at this moment. */
export type Quorum = {
  readonly seats: number;
  /** Those in which somebody sits, in the room or remotely. */
  readonly present: number;
  /** Of these, the ones the rule counts: a remote one only where the board's rule says so. */
  readonly counted: number;
  /** How many must count for the board to decide; 0 where the board has no rule. */
  readonly needed: number;
  readonly isQuorate: boolean;
};

export function quorumOf(meeting: Meeting): Quorum {
  const { quorum: needed, remoteCounts } = rulesOf(meeting);
  const full = meeting.registers.seats.filter((seat) => seat.full);
  const sittings = full.flatMap(({ id }) => sittingIn(meeting, id) ?? []);
  const counted = sittings.filter(({ mode }) => remoteCounts || mode === "inPerson").length;
  return { seats: full.length, present: sittings.length, counted, needed, isQuorate: counted >= needed };
}
