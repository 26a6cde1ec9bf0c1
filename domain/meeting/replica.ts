import type { SentEvent } from "./events.ts";
import { evolve } from "./meeting.ts";
import { type Meeting, unconvened } from "./state.ts";

/** One reader's copy of a meeting: everything up to and including `seq` has been applied. */
export type Replica = { readonly seq: number; readonly meeting: Meeting };

export const emptyReplica: Replica = { seq: 0, meeting: unconvened };

/**
 * Takes in events that may arrive twice, late or with a gap. Events already applied are skipped; at the
 * first gap it stops, and the caller asks the server for what follows `seq`.
 */
export function receive(
  replica: Replica,
  events: readonly SentEvent[],
): { readonly replica: Replica; readonly gap: boolean } {
  let { seq, meeting } = replica;
  for (const event of events) {
    if (event.seq <= seq) continue;
    if (event.seq !== seq + 1) return { replica: { seq, meeting }, gap: true };
    meeting = evolve(meeting, event);
    seq = event.seq;
  }
  return { replica: { seq, meeting }, gap: false };
}
