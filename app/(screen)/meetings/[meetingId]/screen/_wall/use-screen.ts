"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { openScreenFeed, type Screen, type ScreenFeed } from "#app/_live/screen-feed.ts";
import type { MeetingId } from "#domain/ids.ts";
import { dropToken, takeToken } from "./kept-token.ts";

const waiting: Screen = { view: null, line: "doubtful", since: null, now: 0 };
const ended: Screen = { view: null, line: "ended", since: null, now: 0 };
const unchanging = () => () => undefined;

/** At most so often is the page fetched anew because the server speaks another version: an answer may be kept somewhere. */
const RELOAD_AFTER_MS = 30_000;

/** What this tab's link shows, live. */
export function useScreen(meetingId: MeetingId): Screen {
  const [feed, setFeed] = useState<ScreenFeed | "none" | null>(null);

  useEffect(() => {
    let stop = () => undefined as void;
    const begun = setTimeout(() => {
      const opened = openFeed(meetingId);
      stop = opened?.stop ?? stop;
      setFeed(opened ?? "none");
    });
    // another link, put into the address of this tab
    const anew = () => window.location.reload();
    window.addEventListener("hashchange", anew);
    return () => {
      clearTimeout(begun);
      window.removeEventListener("hashchange", anew);
      stop();
    };
  }, [meetingId]);

  const open = feed === "none" ? null : feed;
  const resting = feed === "none" ? ended : waiting;
  const screen = useSyncExternalStore(
    open?.subscribe ?? unchanging,
    open?.current ?? (() => resting),
    () => waiting,
  );
  useEffect(() => {
    if (screen.line === "ended") dropToken(meetingId);
  }, [screen.line, meetingId]);
  return screen;
}

/** Null where this tab has no link. */
function openFeed(meetingId: MeetingId): ScreenFeed | null {
  const token = takeToken(meetingId);
  if (token === null) return null;
  const onOutdated = () => void setTimeout(() => window.location.reload(), RELOAD_AFTER_MS);
  return openScreenFeed({ meetingId, token, onOutdated });
}
