"use client";

import { useEffect, useRef, useState } from "react";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";

const SAVE_AFTER = 300;

/** The text as pasted, which survives a reload on this device until it is on the agenda. */
export function usePastedText() {
  const { drafts, meetingId } = useRoom();
  const [text, setText] = useState("");
  const isLoaded = useRef(false);
  const slot = `pasted ${meetingId}`;

  useEffect(() => {
    if (!drafts || isLoaded.current) return;
    isLoaded.current = true;
    void drafts.load(slot).then((kept) => {
      if (typeof kept === "string") setText((begun) => begun || kept);
    });
  }, [drafts, slot]);

  useEffect(() => {
    if (!drafts || text === "") return undefined;
    const timer = setTimeout(() => void drafts.save(slot, text).catch(() => undefined), SAVE_AFTER);
    return () => clearTimeout(timer);
  }, [drafts, slot, text]);

  const forget = () => void drafts?.clear(slot).catch(() => undefined);
  return { text, setText, forget };
}
