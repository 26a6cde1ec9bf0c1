// The desks of this process, one for each meeting with activity.
import type { MeetingId } from "#domain/ids.ts";
import type { CommandReply } from "#domain/wire.ts";
import type { Request } from "./copy.ts";
import { Desk, type DeskNeeds } from "./desk.ts";

const QUIET_MS = 120_000;
/**
 * What comes beyond this is `busy` at once and waits in its outbox: taken in, it would only make everybody wait longer.
 * A process has too much in hand, all meetings together, when it is this many commands, or fewer of which the oldest
 * has waited this long already; a single meeting that is stuck stops the others only with so many writing in it.
 */
const MOST_IN_HAND = 400;
const MANY_IN_HAND = 100;
const LONGEST_IN_HAND_MS = 1000;

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
  // the oldest first
  const inHand = new Set<{ readonly since: number }>();

  const sweep = setInterval(() => {
    for (const [meetingId, desk] of desks) if (desk.quietMs > QUIET_MS) desks.delete(meetingId);
  }, QUIET_MS / 4);
  sweep.unref();

  function at(meetingId: MeetingId): Desk {
    const desk = desks.get(meetingId) ?? new Desk(meetingId, needs);
    desks.set(meetingId, desk);
    return desk;
  }

  function isTooMuch(now: number): boolean {
    if (inHand.size < MANY_IN_HAND) return false;
    const [oldest] = inHand;
    return inHand.size >= MOST_IN_HAND || (oldest !== undefined && now - oldest.since > LONGEST_IN_HAND_MS);
  }

  return {
    at,
    async ask(meetingId, request) {
      const now = performance.now();
      if (isTooMuch(now)) return { status: "failed", reason: "busy" };
      const held = { since: now };
      inHand.add(held);
      try {
        return await at(meetingId).ask(request);
      } finally {
        inHand.delete(held);
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
