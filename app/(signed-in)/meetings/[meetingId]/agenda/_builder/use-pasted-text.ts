"use client";

import { useState } from "react";
import { useKept } from "#app/_live/use-kept.ts";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";

/** The text as pasted, which survives a reload on this device until it is on the agenda. */
export function usePastedText() {
  const { drafts, meetingId } = useRoom();
  const [text, setText] = useState("");
  const slot = `pasted ${meetingId}`;
  useKept({ drafts, name: slot }, text || null, (kept) => {
    if (typeof kept === "string") setText((begun) => begun || kept);
  });

  const forget = () => void drafts?.clear(slot).catch(() => undefined);
  return { text, setText, forget };
}
