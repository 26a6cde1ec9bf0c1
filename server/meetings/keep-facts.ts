// The facts of closed meetings, kept up with their logs: folded at the close, and again with whatever is added later.
import type { Database } from "#db/client.ts";
import { storeFacts } from "#db/facts.ts";
import { factsOf } from "#domain/facts/fold-facts.ts";
import type { MeetingId } from "#domain/ids.ts";
import type { Log } from "../log.ts";
import type { Copy } from "./copy.ts";

/**
 * Told how a meeting stands, folds and stores its facts if it is closed. Of several tellings while one is being
 * stored, the last is. What fails is put right by the next one, or at the next start.
 */
export function openFactsKeeper(db: Database, lines: Log): (meetingId: MeetingId, copy: Copy) => void {
  const latest = new Map<MeetingId, Copy>();

  async function store(meetingId: MeetingId): Promise<void> {
    for (let copy = latest.get(meetingId); copy; copy = next(meetingId, copy)) {
      try {
        await keepFacts(db, meetingId, copy);
      } catch (error) {
        lines.error(
          { meetingId, reason: error instanceof Error ? error.message : "unknown" },
          "facts not stored",
        );
      }
    }
    latest.delete(meetingId);
  }

  function next(meetingId: MeetingId, stored: Copy): Copy | undefined {
    const copy = latest.get(meetingId);
    return copy === stored ? undefined : copy;
  }

  return (meetingId, copy) => {
    if (copy.meeting.closedAt === null) return;
    const isStoring = latest.has(meetingId);
    latest.set(meetingId, copy);
    if (!isStoring) void store(meetingId);
  };
}

/** Folds one meeting and stores its facts; nothing to do for one that is not closed. */
export async function keepFacts(db: Database, meetingId: MeetingId, { meeting, seq }: Copy): Promise<void> {
  const facts = factsOf(meeting);
  if (facts === null) return;
  const { boardId, closedAt, version } = facts;
  await storeFacts(db, { meetingId, boardId, closedAt, throughSeq: seq, version, facts });
}
