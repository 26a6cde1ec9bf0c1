// The desks of this process, one for each meeting with activity.
import type { MeetingId } from "#domain/ids.ts";
import type { CommandReply } from "#domain/wire.ts";
import type { Request } from "./copy.ts";
import { Desk, type DeskNeeds } from "./desk.ts";

const QUIET_MS = 120_000;
/**
 * Commands this process has in hand at most, all meetings together; what comes beyond them is `busy` at once and waits
 * in its outbox. It is about what a small machine works off in a second: more would only make everybody wait longer.
 */
const MOST_IN_HAND = 400;

export type Desks = {
  /** The desk of a meeting, opened when there is none. */
  readonly at: (meetingId: MeetingId) => Desk;
  /** A command decided at the desk of its meeting, or `busy` when too much is in hand already. */
  readonly ask: (meetingId: MeetingId, request: Request) => Promise<CommandReply>;
  /**
   * Another process has added to a log: where there is a desk, what was added is published here, too. False where
   * there is none, and somebody else must tell those who follow the meeting.
   */
  readonly heard: (meetingId: MeetingId, seq: number) => boolean;
  /** Takes no more commands and waits for those in flight. */
  readonly close: () => Promise<void>;
  readonly isOpen: () => boolean;
};

export function openDesks(needs: DeskNeeds): Desks {
  const desks = new Map<MeetingId, Desk>();
  let open = true;
  let inHand = 0;

  const sweep = setInterval(() => {
    for (const [meetingId, desk] of desks) if (desk.quietMs > QUIET_MS) desks.delete(meetingId);
  }, QUIET_MS / 4);
  sweep.unref();

  function at(meetingId: MeetingId): Desk {
    const desk = desks.get(meetingId) ?? new Desk(meetingId, needs);
    desks.set(meetingId, desk);
    return desk;
  }

  return {
    at,
    async ask(meetingId, request) {
      if (inHand >= MOST_IN_HAND) return { status: "failed", reason: "busy" };
      inHand += 1;
      try {
        return await at(meetingId).ask(request);
      } finally {
        inHand -= 1;
      }
    },
    heard(meetingId, seq) {
      const desk = desks.get(meetingId);
      desk?.copy(seq).catch(() => needs.lines.warn({ meetingId }, "hint not followed"));
      return desk !== undefined;
    },
    async close() {
      open = false;
      clearInterval(sweep);
      await Promise.all([...desks.values()].map((desk) => desk.settled()));
    },
    isOpen: () => open,
  };
}
