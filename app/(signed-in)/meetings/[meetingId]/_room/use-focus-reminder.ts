"use client";

import { useEffect, useRef, useState } from "react";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { lasted } from "./pace.ts";
import { useRoom } from "./room-context.ts";

const REMIND_AFTER = 120_000;

/** True from the moment an item has run two minutes without a focus; said aloud once. */
export function useFocusReminder(item: AgendaItem): boolean {
  const { now, may } = useRoom();
  const announce = useAnnounce();
  const [isDue, setIsDue] = useState(false);
  const reminded = useRef<AgendaItem["id"] | null>(null);
  const isWanted =
    item.focus === null && item.status === "open" && may({ type: "setFocus", focus: "strategy" });

  useEffect(() => {
    if (!isWanted) return undefined;
    const timer = setInterval(() => {
      if (lasted(item.spells, now()) < REMIND_AFTER) return;
      setIsDue(true);
      if (reminded.current === item.id) return;
      reminded.current = item.id;
      announce("This item has no focus yet. Choose what the board is talking about.");
    }, 1000);
    return () => {
      clearInterval(timer);
      setIsDue(false);
    };
  }, [isWanted, item, now, announce]);

  return isDue;
}
