"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";

type Announce = (text: string, urgency?: "polite" | "assertive") => void;
type Turn = { readonly turn: number; readonly text: string };

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

/**
 * One text at a time, in order; the same text twice is two turns, and is said twice. What waits its turn is kept beside
 * what is drawn, so that a burst of them draws no more than is said.
 */
function useAnnouncements() {
  const [current, setCurrent] = useState<Turn | null>(null);
  const waiting = useRef<string[]>([]);
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const say = useCallback((text: string) => {
    waiting.current.push(text);
    if (timer.current === null) next();

    function next() {
      const following = waiting.current.shift();
      timer.current = following === undefined ? null : setTimeout(next, BETWEEN_MS);
      if (following !== undefined) turn.current += 1;
      setCurrent(following === undefined ? null : { turn: turn.current, text: following });
    }
  }, []);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return [current, say] as const;
}
