"use client";

import { useEffect, useState } from "react";
import { useRoom } from "./room-context.ts";

/** Server time, told anew every so many milliseconds of it while something runs. */
export function useNow(every: number): number {
  const { now } = useRoom();
  const [shown, setShown] = useState(now);
  useEffect(() => {
    const tick = () => setShown(now());
    tick();
    const timer = setInterval(tick, every);
    return () => clearInterval(timer);
  }, [now, every]);
  return shown;
}
