"use client";
// What a wall does that a page need not.

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

const STILL_AFTER_MS = 3000;

/** Whether the pointer has been still for so long that it is only in the way. */
export function usePointerStill(): boolean {
  const [isStill, setIsStill] = useState(false);
  useEffect(() => {
    let timer = setTimeout(setIsStill, STILL_AFTER_MS, true);
    const moved = () => {
      clearTimeout(timer);
      setIsStill(false);
      timer = setTimeout(setIsStill, STILL_AFTER_MS, true);
    };
    window.addEventListener("pointermove", moved);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointermove", moved);
    };
  }, []);
  return isStill;
}

/** Asks the device not to put its display to sleep while this is looked at. One that will not is left in peace. */
export function useStaysAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const ask = () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      navigator.wakeLock.request("screen").then(
        (held) => {
          lock = held;
          if (isOver) void held.release();
        },
        () => undefined,
      );
    };
    ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", ask);
      void lock?.release();
    };
  }, []);
}

/** Of the wall's 1080 lines, from the size one would like to the smallest that is still read from the back. */
const SIZES = [70, 60, 52, 44, 38, 32, 26, 22];

/**
 * Sets `--words` to the largest size at which what stands in the element fits into it. Measured when it comes up: other
 * words are another element, by their `key`.
 */
export function useFit(): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const fit = () => {
      for (const size of SIZES) {
        element.style.setProperty("--words", String(size));
        if (element.scrollHeight <= element.clientHeight) return;
      }
    };
    fit();
    void document.fonts.ready.then(fit);
    window.addEventListener("resize", fit);
    return () => window.removeEventListener("resize", fit);
  }, []);
  return ref;
}
