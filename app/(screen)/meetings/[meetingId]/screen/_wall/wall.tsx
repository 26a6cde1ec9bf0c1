"use client";

import { useEffect } from "react";
import { time } from "#app/_text/dates.ts";
import { screenTitle } from "#app/_text/screen-text.ts";
import type { MeetingId } from "#domain/ids.ts";
import type { ScreenView } from "#domain/meeting/screen.ts";
import { unreachable } from "#domain/unreachable.ts";
import { usePointerStill, useStaysAwake } from "./habits.ts";
import { ItemOnWall } from "./item-on-wall.tsx";
import { Adjourned, After, Before, Between, Closed, Off, Waiting } from "./other-walls.tsx";
import { useScreen } from "./use-screen.ts";

/** The second screen. It is read from the back of the room; nothing on it can be pressed. */
export function Wall({ meetingId }: { meetingId: MeetingId }) {
  const { view, line, since, now } = useScreen(meetingId);
  const isStill = usePointerStill();
  useStaysAwake();
  const title = screenTitle(view);
  useEffect(() => {
    document.title = `${title} · Candour`;
  }, [title]);

  const isCut = line === "cut" || line === "longCut";
  const look = ["wall", isCut && "cut", isStill && "still", view?.shows === "closed" && "shut"];
  return (
    <main className={look.filter(Boolean).join(" ")} id="main">
      {line === "ended" ? <Off /> : <Shown view={view} now={now} meetingId={meetingId} />}
      {line === "longCut" && since !== null && view !== null && (
        <p className="behind">Not connected since {time(since)}: the meeting may be further on.</p>
      )}
    </main>
  );
}

function Shown({ view, now, meetingId }: { view: ScreenView | null; now: number; meetingId: MeetingId }) {
  if (view === null) return <Waiting />;
  switch (view.shows) {
    case "nothing":
      return <Waiting />;
    case "before":
      return <Before view={view} now={now} meetingId={meetingId} />;
    case "between":
      return <Between view={view} now={now} />;
    case "item":
      return <ItemOnWall view={view} now={now} />;
    case "closed":
      return <Closed view={view} now={now} />;
    case "adjourned":
      return <Adjourned view={view} now={now} />;
    case "after":
      return <After view={view} now={now} />;
    default:
      return unreachable(view);
  }
}
