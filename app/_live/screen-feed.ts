// What a wall shows and how it stands with its line. It only listens: it has a socket of its own, which is let in by the
// screen's link and by nobody's name.
import { io, type Socket } from "socket.io-client";
import type { MeetingId } from "#domain/ids.ts";
import type { ScreenView } from "#domain/meeting/screen.ts";
import type { ScreenKey } from "#domain/registers/screens.ts";
import { type ClientMessages, PROTOCOL_VERSION, type ServerMessages } from "#domain/wire.ts";
import { type Observable, observable } from "./observable.ts";
import { serverClock } from "./server-clock.ts";
import { deviceTimers } from "./timers.ts";

/** A line that is down is seen in the rule after as long, and told in words only when it has been down for long. */
const DASHED_AFTER = 3000;
const TOLD_AFTER = 60_000;
const TRY_AGAIN_AFTER = 2000;
const TRY_WITHIN = 3000;

export type Screen = {
  /** The last good one; null until the first. */
  readonly view: ScreenView | null;
  /** `doubtful` is not shown; `ended` is for good: the link opens nothing, or not any more. */
  readonly line: "live" | "doubtful" | "cut" | "longCut" | "ended";
  /** Since when the line is down, by the one clock. */
  readonly since: number | null;
  /** Milliseconds of the clock that all screens show, told anew each second; meaningless before the first view. */
  readonly now: number;
};

export type ScreenFeed = Observable<Screen> & { readonly stop: () => void };

type Opening = { readonly meetingId: MeetingId; readonly token: string; readonly onOutdated: () => void };
const TICK = 1000;

export function openScreenFeed({ meetingId, token, onOutdated }: Opening): ScreenFeed {
  const key: ScreenKey = { meetingId, token, protocol: PROTOCOL_VERSION };
  const socket: Socket<ServerMessages, ClientMessages> = io("/screen", {
    auth: key,
    forceNew: true,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: TRY_WITHIN,
  });
  const screen = observable<Screen>({ view: null, line: "doubtful", since: null, now: 0 });
  const clock = serverClock(deviceTimers);
  let stopTicking = deviceTimers.after(TICK, tick);
  let calledOff: (() => void)[] = [];

  function tick() {
    screen.set({ ...screen.current(), now: clock.now() });
    stopTicking = deviceTimers.after(TICK, tick);
  }
  function settle() {
    for (const callOff of calledOff) callOff();
    calledOff = [];
  }
  function later(ms: number, run: () => void) {
    calledOff.push(deviceTimers.after(ms, run));
  }
  function doubt() {
    const { since, line } = screen.current();
    if (since !== null || line === "ended") return;
    settle();
    screen.set({ ...screen.current(), line: "doubtful", since: clock.now() });
    later(DASHED_AFTER, () => screen.set({ ...screen.current(), line: "cut" }));
    later(TOLD_AFTER, () => screen.set({ ...screen.current(), line: "longCut" }));
  }
  function end() {
    settle();
    screen.set({ view: null, line: "ended", since: null, now: clock.now() });
    socket.disconnect();
  }

  socket.on("screen:view", ({ view, serverTime, rate }) => {
    settle();
    clock.learn(serverTime, deviceTimers.now(), rate);
    screen.set({ view, line: "live", since: null, now: clock.now() });
  });
  socket.on("screen:ended", end);
  socket.on("disconnect", (reason) => {
    doubt();
    // a server that leaves closes the socket itself, after which Socket.IO stays away unless told otherwise
    if (reason === "io server disconnect") again();
  });
  socket.on("connect_error", ({ message }) => {
    doubt();
    if (message === "notFound") end();
    else if (message === "reloadNeeded") onOutdated();
    else if (!socket.active) again();
  });
  doubt();

  function again() {
    deviceTimers.after(TRY_AGAIN_AFTER * (0.5 + deviceTimers.random()), () => {
      if (screen.current().line !== "ended" && !socket.active) socket.connect();
    });
  }

  return {
    current: screen.current,
    subscribe: screen.subscribe,
    stop() {
      settle();
      stopTicking();
      socket.disconnect();
    },
  };
}
