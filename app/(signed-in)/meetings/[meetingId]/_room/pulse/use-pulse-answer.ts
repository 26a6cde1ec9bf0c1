"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import { openPulseAnswer, type PulseAnswer, type PulseView, untouched } from "#app/_live/pulse-answer.ts";
import { deviceTimers } from "#app/_live/timers.ts";
import type { Pulse } from "#domain/meeting/state.ts";
import { useRoom } from "../room-context.ts";

const reading: PulseView = { draft: untouched, state: "reading", notKept: false };
const unchanging = () => () => undefined;

/** One's own answer to this pulse; null until the line is being opened. */
export function usePulseAnswer({ box, closedAt }: Pulse): {
  readonly view: PulseView;
  readonly answer: PulseAnswer | null;
} {
  const { live, meetingId } = useRoom();
  const isClosed = closedAt !== null;
  const answer = useMemo(() => {
    if (!live) return null;
    const { tab, line } = live;
    return openPulseAnswer({
      meetingId,
      box,
      link: tab.link,
      line,
      drafts: tab.drafts,
      timers: deviceTimers,
    });
  }, [live, meetingId, box]);

  useEffect(() => answer?.start(), [answer]);

  useEffect(() => {
    if (isClosed) answer?.closed();
  }, [answer, isClosed]);

  const view = useSyncExternalStore(
    answer?.subscribe ?? unchanging,
    answer?.current ?? (() => reading),
    () => reading,
  );
  return { view, answer };
}
