// A signal becomes a finding when an officer writes what it means. A note knows its signal by the last meeting at which
// it stood then, and its side: as meetings are added, the signal that goes on over that meeting is still the same one.

import type { Side } from "../charts/sides.ts";
import type { ChartSignal } from "../charts/signals.ts";
import type { MeetingId } from "../ids.ts";

export type SignalAt = {
  readonly meetingId: MeetingId;
  /** Null for the tests of a run chart. */
  readonly side: Side | null;
};

type OnChart = readonly { readonly meetingId: MeetingId }[];

/** By what a note written now would know the signal. */
export function anchorOf({ to, side }: ChartSignal, points: OnChart): SignalAt | null {
  const meetingId = points[to - 1]?.meetingId;
  return meetingId === undefined ? null : { meetingId, side };
}

/** Whether a note is about a signal: its meeting is one of those from the signal's first to its last. */
export function isAbout(
  { meetingId, side }: SignalAt,
  { from, to, side: marked }: ChartSignal,
  points: OnChart,
): boolean {
  const position = points.findIndex((point) => point.meetingId === meetingId) + 1;
  return side === marked && position >= from && position <= to;
}
