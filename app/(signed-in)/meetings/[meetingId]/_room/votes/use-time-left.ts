"use client";

import { useEffect, useState } from "react";
import type { Vote } from "#domain/meeting/vote.ts";
import { useRoom } from "../room-context.ts";

const TICK_MS = 250;

/**
 * Milliseconds of server time until an open vote closes by itself, 0 once that is so; what is left of its time while the
 * meeting is adjourned; null where it has no deadline.
 */
export function useTimeLeft({ status, closesAt, leftMs }: Vote): number | null {
  const { now } = useRoom();
  const [at, setAt] = useState(now);
  const runs = status === "open" && closesAt !== null;
  useEffect(() => {
    if (!runs) return undefined;
    const tick = () => setAt(now());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [runs, now]);
  if (status !== "open") return null;
  return closesAt === null ? leftMs : Math.max(0, closesAt - at);
}
