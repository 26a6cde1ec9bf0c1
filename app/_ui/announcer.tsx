"use client";

import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from "react";
import { openSayings, type Sayings } from "#app/_live/sayings.ts";
import { deviceTimers } from "#app/_live/timers.ts";

type Announce = (text: string, urgency?: "polite" | "assertive") => void;
type Announcing = { readonly announce: Announce; readonly hush: () => void };

const AnnounceContext = createContext<Announcing>({ announce: () => undefined, hush: () => undefined });

/** Says something to a screen reader without moving focus. Announcements wait their turn. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext).announce;
}

/** Takes back what waits its turn, and what is being said, once the reader may no longer read it. */
export function useHush(): () => void {
  return useContext(AnnounceContext).hush;
}

/** Holds the page's live regions; stands once, round everything. */
export function Announcer({ children }: { children: ReactNode }) {
  const [polite] = useState(() => openSayings(deviceTimers));
  const [assertive] = useState(() => openSayings(deviceTimers));
  const announcing = useMemo<Announcing>(
    () => ({
      announce: (text, urgency = "polite") => (urgency === "assertive" ? assertive : polite).say(text),
      hush() {
        polite.hush();
        assertive.hush();
      },
    }),
    [polite, assertive],
  );
  return (
    <AnnounceContext value={announcing}>
      {children}
      <Region of={polite} urgency="polite" />
      <Region of={assertive} urgency="assertive" />
    </AnnounceContext>
  );
}

/** So marked, dialogs leave it to be heard while everything else behind them is hidden. */
function Region({ of: { now }, urgency }: { of: Sayings; urgency: "polite" | "assertive" }) {
  const said = useSyncExternalStore(now.subscribe, now.current, () => null);
  return (
    <div className="sr" aria-live={urgency} data-live-announcer>
      {said && <p key={said.turn}>{said.text}</p>}
    </div>
  );
}
