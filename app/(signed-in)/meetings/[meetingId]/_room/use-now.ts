"use client";

import { useEffect, useState } from "react";
import { useRoom } from "./room-context.ts";

/** Server time, told anew every so many milliseconds of it while something runs. */
export function useNow(every: number): number {
  return useMadeOfNow(every, asItIs);
}

/**
 * What is made of server time, looked at every so many milliseconds: drawn anew only when it is another. The same `make`
 * each time, or what it is made of besides is looked at anew, too.
 */
export function useMadeOfNow<Made extends string | number>(every: number, make: (now: number) => Made): Made {
  const { now } = useRoom();
  const [shown, setShown] = useState(() => make(now()));
  useEffect(() => {
    const tick = () => setShown(make(now()));
    tick();
    const timer = setInterval(tick, every);
    return () => clearInterval(timer);
  }, [now, every, make]);
  return shown;
}

const asItIs = (now: number) => now;
