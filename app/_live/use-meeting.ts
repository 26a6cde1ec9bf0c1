"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Connection } from "./connection.ts";
import { forgetFirstPaint } from "./first-paint.ts";
import { type MeetingStart, type MeetingStore, type MeetingView, openMeetingStore } from "./meeting-store.ts";
import { type Observable, observable } from "./observable.ts";
import type { Waiting } from "./outbox.ts";
import { type LiveTab, liveTab } from "./tab.ts";
import { deviceTimers } from "./timers.ts";

export type Live = {
  readonly tab: LiveTab;
  readonly store: MeetingStore;
  /** Whether the server knows this line as this person's: it may be another's after a break. */
  readonly line: Observable<boolean>;
};

/** The meeting, live, from what the page came with; `live` is null until the line is being opened. */
export function useMeeting(start: MeetingStart): { readonly view: MeetingView; readonly live: Live | null } {
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

  const [asPainted] = useState(() => paintedFrom(start));
  const painted = () => asPainted;
  const view = useSyncExternalStore(
    live?.store.subscribe ?? unchanging,
    live?.store.current ?? painted,
    painted,
  );
  return { view, live };
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
    onDiscard: () => forgetFirstPaint(),
  });
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

function paintedFrom({ meeting, seq, people, you }: MeetingStart): MeetingView {
  return { meeting, seq, people, you, here: [], restored: false, status: "starting" };
}

const unchanging = () => () => undefined;
const connecting: Connection = { state: "connecting", since: null, why: null, strip: false, back: null };
const nothing: readonly Waiting[] = [];

export function useConnection(live: Live | null): Connection {
  const watch = live?.tab.connection;
  return useSyncExternalStore(
    watch?.subscribe ?? unchanging,
    watch?.current ?? (() => connecting),
    () => connecting,
  );
}

/** This person's own commands that the record has not yet answered, in all meetings. */
export function useWaiting(live: Live | null): readonly Waiting[] {
  const outbox = live?.tab.outbox;
  return useSyncExternalStore(
    outbox?.subscribe ?? unchanging,
    outbox?.current ?? (() => nothing),
    () => nothing,
  );
}
