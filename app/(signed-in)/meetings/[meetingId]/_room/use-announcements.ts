"use client";

import { useEffect } from "react";
import type { Live } from "#app/_live/use-meeting.ts";
import { announceText } from "#app/_text/announce-text.ts";
import { useAnnounce, useHush } from "#app/_ui/announcer.tsx";
import type { PersonId } from "#domain/ids.ts";

/** Says aloud what happens, one event at a time. */
export function useAnnouncements(live: Live | null, you: PersonId): void {
  const announce = useAnnounce();
  const hush = useHush();
  useEffect(
    () =>
      live?.store.onRecorded((recorded, after) => {
        const text = announceText(recorded, after, you);
        if (text !== null) announce(text);
      }),
    [live, you, announce],
  );
  // what waits its turn may be words of an item that has been closed to them since
  useEffect(() => live?.store.onDiscarded(hush), [live, hush]);
}
