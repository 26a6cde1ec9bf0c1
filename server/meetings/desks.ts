// The desks of this process, one for each meeting with activity.
import type { MeetingId } from "#domain/ids.ts";
import { Desk, type DeskNeeds } from "./desk.ts";

const QUIET_MS = 120_000;

export type Desks = {
  /** The desk of a meeting, opened when there is none. */
  readonly at: (meetingId: MeetingId) => Desk;
  /** Another process has added to a log: what it added is published here, too. */
  readonly heard: (meetingId: MeetingId, seq: number) => void;
  /** Takes no more commands and waits for those in flight. */
  readonly close: () => Promise<void>;
  readonly isOpen: () => boolean;
};

export function openDesks(needs: DeskNeeds): Desks {
  const desks = new Map<MeetingId, Desk>();
  let open = true;

  const sweep = setInterval(() => {
    for (const [meetingId, desk] of desks) if (desk.quietMs > QUIET_MS) desks.delete(meetingId);
  }, QUIET_MS / 4);
  sweep.unref();

  return {
    at(meetingId) {
      const desk = desks.get(meetingId) ?? new Desk(meetingId, needs);
      desks.set(meetingId, desk);
      return desk;
    },
    heard(meetingId, seq) {
      // without a desk nobody here follows the meeting closely; a poll finds it
      desks
        .get(meetingId)
        ?.copy(seq)
        .catch(() => needs.lines.warn({ meetingId }, "hint not followed"));
    },
    async close() {
      open = false;
      clearInterval(sweep);
      await Promise.all([...desks.values()].map((desk) => desk.settled()));
    },
    isOpen: () => open,
  };
}
