// The state of the line, in the steps in which people are told of it: a dot always, words after three
// seconds, a strip with what is kept on this device after five. An instant alarm frightens, silence misleads.
import type { FailureReason } from "#domain/wire.ts";
import type { Link } from "./link.ts";
import { type Observable, observable } from "./observable.ts";
import type { Timers } from "./timers.ts";

const WORDS_AFTER = 3000;
const STRIP_AFTER = 5000;
const BACK_FOR = 6000;
const HEARTBEAT = 2000;
/** A heartbeat this late means that the device slept. */
const SLEPT_AFTER = 10_000;

export type Connection = {
  /** `doubtful` is not told yet. */
  readonly state: "connecting" | "live" | "doubtful" | "notConnected";
  /** By the device's clock; when the trouble began. */
  readonly since: number | null;
  /** Why the server, though it was reached, does not let this page in. */
  readonly why: FailureReason | null;
  /** Whether the strip stands under the head. */
  readonly strip: boolean;
  /** After a return that was told of: how many entries have gone meanwhile. */
  readonly back: { readonly sent: number } | null;
};

export type ConnectionWatch = Observable<Connection> & {
  /** The server has answered something: the line holds. */
  readonly answered: () => void;
  /** Something is wrong with the line, from now or from when it was first suspected. */
  readonly doubted: () => void;
  /** An entry that had waited is on the record. */
  readonly sent: () => void;
  /** The browser says offline, or online again. */
  readonly browserSays: (isOnline: boolean) => void;
  /** Somebody looks at the page again: the line is tried, not doubted. */
  readonly looked: () => void;
  /** Told when the line should be tried at once. */
  readonly onWake: (listener: () => void) => () => void;
  readonly stop: () => void;
};

const connecting: Connection = { state: "connecting", since: null, why: null, strip: false, back: null };
const live: Connection = { state: "live", since: null, why: null, strip: false, back: null };

export function watchConnection(link: Link, timers: Timers): ConnectionWatch {
  const shown = observable<Connection>(connecting);
  const wakeListeners = new Set<() => void>();
  let isOnline = true;
  // since the trouble began; an entry may arrive in the log before anything else is answered
  let gone = 0;
  let calledOff: (() => void)[] = [];

  function later(ms: number, run: () => void) {
    calledOff.push(timers.after(ms, run));
  }
  function settle() {
    for (const callOff of calledOff) callOff();
    calledOff = [];
  }

  function doubted() {
    const { state, since } = shown.current();
    if (since !== null) return;
    const begun = timers.now();
    gone = 0;
    settle();
    shown.set({
      ...connecting,
      state: state === "connecting" ? "connecting" : "doubtful",
      since: begun,
    });
    later(WORDS_AFTER, () => shown.set({ ...shown.current(), state: "notConnected" }));
    later(STRIP_AFTER, () => shown.set({ ...shown.current(), strip: true }));
  }

  function answered() {
    const { state, since } = shown.current();
    if (!isOnline || !link.isConnected()) return;
    if (state === "live" && since === null) return;
    settle();
    if (state !== "notConnected") return shown.set(live);
    shown.set({ ...live, back: { sent: gone } });
    later(BACK_FOR, () => shown.set(live));
  }

  function sent() {
    gone += 1;
    if (!shown.current().back) return;
    settle();
    shown.set({ ...live, back: { sent: gone } });
    later(BACK_FOR, () => shown.set(live));
  }

  const stopListening = link.listen((message) => {
    if (message.type === "disconnected") doubted();
    if (message.type === "refused") {
      doubted();
      shown.set({ ...shown.current(), why: message.reason });
    }
  });
  function looked() {
    link.wake();
    for (const listener of wakeListeners) listener();
  }
  const stopBeating = heartbeat(timers, () => {
    doubted();
    looked();
  });
  if (!link.isConnected()) doubted();

  return {
    current: shown.current,
    subscribe: shown.subscribe,
    answered,
    doubted,
    sent,
    browserSays(online) {
      isOnline = online;
      if (online) looked();
      else doubted();
    },
    looked,
    onWake(listener) {
      wakeListeners.add(listener);
      return () => wakeListeners.delete(listener);
    },
    stop() {
      settle();
      stopListening();
      stopBeating();
    },
  };
}

/** Notices a sleep by a beat that comes far too late. */
function heartbeat(timers: Timers, onWoke: () => void): () => void {
  let last = timers.now();
  let callOff = timers.after(HEARTBEAT, beat);
  function beat() {
    const now = timers.now();
    if (now - last > SLEPT_AFTER) onWoke();
    last = now;
    callOff = timers.after(HEARTBEAT, beat);
  }
  return () => callOff();
}
