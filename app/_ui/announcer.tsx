"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

type Announce = (text: string, urgency?: "polite" | "assertive") => void;
type Queue = {
  readonly next: number;
  readonly texts: readonly { readonly turn: number; readonly text: string }[];
};

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says something to a screen reader without moving focus. Announcements wait their turn. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

// long enough for a reader to take it up before the next one replaces it
const BETWEEN_MS = 1200;

/** Holds the page's live regions; stands once, round everything. */
export function Announcer({ children }: { children: ReactNode }) {
  const [polite, sayPolitely] = useAnnouncements();
  const [assertive, sayAssertively] = useAnnouncements();
  const announce = useCallback<Announce>(
    (text, urgency = "polite") => (urgency === "assertive" ? sayAssertively(text) : sayPolitely(text)),
    [sayAssertively, sayPolitely],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      {/* so marked, dialogs leave it to be heard while everything else behind them is hidden */}
      <div className="sr" aria-live="polite" data-live-announcer>
        {polite && <p key={polite.turn}>{polite.text}</p>}
      </div>
      <div className="sr" aria-live="assertive" data-live-announcer>
        {assertive && <p key={assertive.turn}>{assertive.text}</p>}
      </div>
    </AnnounceContext>
  );
}

/** One text at a time, in order; the same text twice is two turns, and is said twice. */
function useAnnouncements() {
  const [{ texts }, setQueue] = useState<Queue>({ next: 1, texts: [] });
  const [current] = texts;
  const turn = current?.turn;

  useEffect(() => {
    if (turn === undefined) return undefined;
    const timer = setTimeout(
      () => setQueue((queue) => ({ ...queue, texts: queue.texts.slice(1) })),
      BETWEEN_MS,
    );
    return () => clearTimeout(timer);
  }, [turn]);

  const say = useCallback(
    (text: string) =>
      setQueue(({ next, texts: before }) => ({ next: next + 1, texts: [...before, { turn: next, text }] })),
    [],
  );
  return [current, say] as const;
}
