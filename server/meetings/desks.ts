// The desks of this process, one for each meeting with activity.
import type { MeetingId } from "#domain/ids.ts";
import { Desk, type DeskNeeds } from "./desk.ts";

const QUIET_MS = 120_000;

export type Desks = {
  /** The desk of a meeting, opened when there is none. */
  readonly at: (meetingId: MeetingId) => Desk;
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
