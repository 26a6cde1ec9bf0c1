"use client";

import { useEffect, useRef, useState } from "react";
import { isTyping } from "../capture/use-shortcuts.ts";

const RESTING = 1500;

/**
 * The newest of what has come up that may be shown: at once, or when whoever is writing has paused for a second and a
 * half. What takes the keyboard would else take half a word with it.
 */
export function useRestingHands(due: number | null): number | null {
  const [shown, setShown] = useState<number | null>(null);
  const pressedAt = useRef(0);

  useEffect(() => {
    const pressed = () => {
      pressedAt.current = performance.now();
    };
    document.addEventListener("keydown", pressed, true);
    return () => document.removeEventListener("keydown", pressed, true);
  }, []);

  useEffect(() => {
    const look = () => {
      const left = RESTING - (performance.now() - pressedAt.current);
      if (left <= 0 || !isTyping(document.activeElement)) setShown(due);
      else timer = setTimeout(look, left);
    };
    let timer = setTimeout(look, 0);
    return () => clearTimeout(timer);
  }, [due]);

  return due !== null && shown === due ? due : null;
}
