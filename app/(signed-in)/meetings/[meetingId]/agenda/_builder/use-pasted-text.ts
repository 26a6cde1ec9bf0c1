"use client";

import { useEffect, useRef, useState } from "react";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";

/** The text as pasted, which survives a reload on this device until it is on the agenda. */
export function usePastedText() {
  const { drafts, meetingId } = useRoom();
  const [text, setText] = useState("");
  const [isLoaded, setIsLoaded] = useState(false);
  const asked = useRef(false);
  const slot = `pasted ${meetingId}`;

  useEffect(() => {
    if (!drafts || asked.current) return;
    asked.current = true;
    void drafts.load(slot).then((kept) => {
      if (typeof kept === "string") setText((begun) => begun || kept);
      setIsLoaded(true);
    });
  }, [drafts, slot]);

  useEffect(() => {
    if (!drafts || !isLoaded) return;
    // what cannot be kept is still on the screen
    void (text === "" ? drafts.clear(slot) : drafts.save(slot, text)).catch(() => undefined);
  }, [drafts, slot, text, isLoaded]);

  const forget = () => void drafts?.clear(slot).catch(() => undefined);
  return { text, setText, forget };
}
