"use client";

import { useEffect, useMemo, useRef } from "react";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { timedVotes } from "#domain/meeting/vote-time.ts";
import type { Room } from "../room-context.ts";

const LOOKED_EVERY_MS = 500;
const MINUTE = 60_000;

/** Says once aloud, of each deadline of a vote, that a minute is left; one that was set for less says so itself. */
export function useLastMinuteTold({ meeting, now }: Pick<Room, "meeting" | "now">): void {
  const announce = useAnnounce();
  const { items, phase } = meeting;
  // oxlint-disable-next-line react/exhaustive-deps -- nothing else of a meeting bears on it
  const timed = useMemo(() => timedVotes(meeting), [items, phase]);
  const hadMore = useRef(new Set<string>());

  useEffect(() => {
    if (timed.length === 0) return undefined;
    const look = () => {
      for (const { id, closesAt } of timed) {
        const deadline = `${id} ${closesAt}`;
        const left = closesAt - now();
        if (left > MINUTE) hadMore.current.add(deadline);
        else if (hadMore.current.delete(deadline) && left > 0) announce("One minute left to vote.");
      }
    };
    look();
    const timer = setInterval(look, LOOKED_EVERY_MS);
    return () => clearInterval(timer);
  }, [timed, now, announce]);
}
