"use client";

import { useEffect, useState } from "react";
import { forgetFirstPaint } from "./first-paint.ts";
import { type MeetingStart, type MeetingStore, openMeetingStore } from "./meeting-store.ts";
import { type Observable, observable } from "./observable.ts";
import { type LiveTab, liveTab } from "./tab.ts";
import { deviceTimers } from "./timers.ts";

export type Live = {
  readonly tab: LiveTab;
  readonly store: MeetingStore;
  /** Whether the server knows this line as this person's: it may be another's after a break. */
  readonly line: Observable<boolean>;
};

/** The meeting, live, from what the page came with; null until the line is being opened. */
export function useLive(start: MeetingStart): Live | null {
  const [live, setLive] = useState<Live | null>(null);

  useEffect(() => {
    let close = () => undefined as void;
    let isOver = false;
    void liveTab(start.you).then((tab) => {
      if (isOver) return;
      const opened = openLive(start, tab);
      close = opened.close;
      setLive(opened.live);
    });
    return () => {
      isOver = true;
      close();
    };
    // what the page came with is only where the live copy begins
  }, [start]);

  return live;
}

function openLive(start: MeetingStart, tab: LiveTab): { live: Live; close: () => void } {
  const line = observable(false);
  const stopListening = tab.link.listen(({ type }) => {
    if (type === "disconnected" || type === "signedOut") line.set(false);
  });
  const store = openMeetingStore(start, {
    link: tab.link,
    timers: deviceTimers,
    onAnswer: tab.connection.answered,
    onJoined(you) {
      tab.outbox.identified(you);
      line.set(true);
    },
    onEvents: tab.outbox.seen,
  });
  store.onDiscarded(() => forgetFirstPaint());
  const stopWaking = tab.connection.onWake(store.refresh);
  return {
    live: { tab, store, line },
    close() {
      stopListening();
      stopWaking();
      store.stop();
    },
  };
}
