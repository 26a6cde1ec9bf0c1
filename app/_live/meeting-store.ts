// One reader's live copy of a meeting. Events may come twice, late, or not at all: the copy takes them in
// order, and asks for what follows its number on connecting, on a gap, on a hint, and every fifteen seconds.
import type { MeetingId, PersonId } from "#domain/ids.ts";
import type { RecordedEvent, SentEvent } from "#domain/meeting/events.ts";
import { isRecorded } from "#domain/meeting/meeting.ts";
import { emptyReplica, type Replica, receive } from "#domain/meeting/replica.ts";
import { type Meeting, unconvened } from "#domain/meeting/state.ts";
import { audienceChanged } from "#domain/meeting/visibility.ts";
import {
  type FailureReason,
  type Joined,
  type People,
  POLL_EVERY,
  PROTOCOL_VERSION,
  type Presence,
} from "#domain/wire.ts";
import type { Link, LinkMessage } from "./link.ts";
import { type Observable, observable } from "./observable.ts";
import { serverClock } from "./server-clock.ts";
import { type Timers, waitBefore } from "./timers.ts";

export type MeetingView = {
  readonly meeting: Meeting;
  readonly seq: number;
  readonly people: People;
  readonly here: Presence;
  readonly you: PersonId;
  /** The database was restored while this page was open: the copy was read anew from what it now holds. */
  readonly restored: boolean;
  /** `starting` shows what the page came with, until the whole log is here. */
  readonly status: "starting" | "joined" | { readonly failed: FailureReason | "anotherPerson" };
};

export type MeetingStart = Pick<MeetingView, "meeting" | "seq" | "people" | "you"> & {
  readonly meetingId: MeetingId;
  readonly serverTime: number;
  readonly rate: number;
};

export type MeetingStore = Observable<MeetingView> & {
  /** Milliseconds of server time. */
  readonly now: () => number;
  /** Milliseconds of server time when the device's clock showed this. */
  readonly serverTimeAt: (deviceTime: number) => number;
  /** Tells of what happens from now on, one event at a time, with the meeting after it. */
  readonly onRecorded: (listener: (recorded: RecordedEvent, after: Meeting) => void) => () => void;
  /** The copy is thrown away: it may hold what this person may no longer read, and so may what was made of it. */
  readonly onDiscarded: (listener: () => void) => () => void;
  /** Asks for what is new, now. */
  readonly refresh: () => void;
  readonly stop: () => void;
};

export type StoreNeeds = {
  readonly link: Link;
  readonly timers: Timers;
  /** The server answered, so the line holds. */
  readonly onAnswer?: () => void;
  /** The server knows us on this line as this person. */
  readonly onJoined?: (you: PersonId) => void;
  /** These have arrived from the log, some perhaps not for the first time. */
  readonly onEvents?: (events: readonly SentEvent[]) => void;
};

// waiting will not help, or not before the page is loaded again
const FINAL: readonly FailureReason[] = ["notFound", "notSignedIn", "reloadNeeded", "malformed"];

export function openMeetingStore(start: MeetingStart, needs: StoreNeeds): MeetingStore {
  const { link, timers, onAnswer, onJoined, onEvents } = needs;
  const { meetingId, meeting, seq, people, you } = start;
  const shown = observable<MeetingView>({
    meeting,
    seq,
    people,
    you,
    here: [],
    restored: false,
    status: "starting",
  });
  const clock = serverClock(timers, start);
  const listeners = new Set<(recorded: RecordedEvent, after: Meeting) => void>();
  const discarded = new Set<() => void>();

  let replica: Replica = emptyReplica;
  let epoch: string | null = null;
  let isJoined = false;
  let isAsking = false;
  let isWanted = false;
  let isStopped = false;
  let tries = 0;
  let callOff: () => void = () => undefined;
  // up to here the copy was made for this reader as they stood when it was begun
  let asOf = 0;
  // answers to what was asked before the copy was discarded are not taken in
  let copy = 0;

  function take(events: readonly SentEvent[]): void {
    onEvents?.(events);
    const { seq: before } = replica;
    const wasWhole = shown.current().status === "joined";
    for (const event of events) {
      const taken = receive(replica, [event]);
      if (taken.gap) {
        ask();
        break;
      }
      if (taken.replica.seq === replica.seq) continue;
      // the word to read anew may be lost on the way, so each reader applies the rule too
      if (event.seq > asOf && audienceChanged(replica.meeting, taken.replica.meeting, you)) {
        discard();
        return ask();
      }
      replica = taken.replica;
      if (wasWhole && isRecorded(event)) tell(event);
    }
    if (replica.seq > before && wasWhole) show({ meeting: replica.meeting, seq: replica.seq });
  }

  function tell(recorded: RecordedEvent) {
    for (const listener of listeners) listener(recorded, replica.meeting);
  }

  function show(change: Partial<MeetingView>) {
    shown.set({ ...shown.current(), ...change });
  }

  function discard() {
    copy += 1;
    replica = emptyReplica;
    isJoined = false;
    // nor shown any longer: it may hold what this person may no longer read
    show({ meeting: unconvened, seq: 0, status: "starting" });
    for (const listener of discarded) listener();
  }

  /** Asks now, or once more after what is being asked is answered. */
  function ask() {
    isWanted = true;
    if (!isAsking && !isStopped) void askUntilWhole();
  }

  async function askUntilWhole() {
    isAsking = true;
    let isAnswered = true;
    while (isWanted && isAnswered && !isStopped) {
      isWanted = false;
      isAnswered = await askOnce();
    }
    isAsking = false;
    if (isStopped) return;
    tries = isAnswered ? 0 : tries + 1;
    callOff();
    callOff = timers.after(isAnswered ? POLL_EVERY : waitBefore(tries, timers), ask);
  }

  /** Whether an answer came that may be built on. */
  async function askOnce(): Promise<boolean> {
    if (!link.isConnected()) return false;
    const askedAt = timers.now();
    const asked = copy;
    const reply = isJoined
      ? await link.since({ meetingId, afterSeq: replica.seq })
      : await link.join({ meetingId, afterSeq: replica.seq, protocol: PROTOCOL_VERSION });
    if (isStopped) return false;
    if (asked !== copy) {
      isWanted = true;
      return true;
    }
    if (reply === undefined) return false;
    onAnswer?.();
    if (reply.status === "failed") return failed(reply.reason);

    if (reply.status === "joined" && !joined(reply, askedAt)) return true;
    if (reply.status === "events") clock.learn(reply.serverTime, askedAt);
    take(reply.events);
    if (reply.more) isWanted = true;
    else if (shown.current().status === "starting") {
      show({ meeting: replica.meeting, seq: replica.seq, status: "joined" });
    }
    return true;
  }

  /** Whether what the answer holds belongs to this copy. */
  function joined(reply: Joined, askedAt: number): boolean {
    clock.learn(reply.serverTime, askedAt, reply.rate);
    if (reply.you !== you) {
      discard();
      show({ status: { failed: "anotherPerson" } });
      stop();
      return false;
    }
    const isOther = epoch !== null && epoch !== reply.epoch;
    epoch = reply.epoch;
    if (isOther) {
      discard();
      show({ restored: true });
      isWanted = true;
      return false;
    }
    isJoined = true;
    if (replica.seq === 0) asOf = reply.seq;
    show({ people: reply.people, ...(shown.current().status === "joined" ? {} : { status: "starting" }) });
    onJoined?.(you);
    return true;
  }

  function failed(reason: FailureReason): boolean {
    if (!FINAL.includes(reason)) return false;
    // what one may no longer read is not kept in sight
    if (reason === "notFound") discard();
    show({ status: { failed: reason } });
    return true;
  }

  function hear(message: LinkMessage) {
    if (message.type === "connected") return rejoin();
    if (message.type === "disconnected") {
      isJoined = false;
      return show({ here: [] });
    }
    if (message.type === "refused") return undefined;
    if (message.type === "signedOut") return show({ status: { failed: "notSignedIn" } });
    if (message.meetingId !== meetingId) return undefined;
    if (message.type === "events") return take(message.events);
    if (message.type === "grew") return message.seq > replica.seq ? ask() : undefined;
    if (message.type === "people") return show({ people: { ...shown.current().people, ...message.people } });
    if (message.type === "presence") return show({ here: message.here });
    discard();
    return ask();
  }

  function rejoin() {
    isJoined = false;
    ask();
  }

  function stop() {
    if (isStopped) return;
    isStopped = true;
    callOff();
    stopListening();
    if (link.isConnected()) link.leave({ meetingId });
  }

  const stopListening = link.listen(hear);
  ask();

  return {
    current: shown.current,
    subscribe: shown.subscribe,
    now: clock.now,
    serverTimeAt: clock.at,
    onRecorded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onDiscarded(listener) {
      discarded.add(listener);
      return () => discarded.delete(listener);
    },
    refresh: ask,
    stop,
  };
}
