// What a person has asked for and the record has not yet answered. First in, first out for each meeting;
// one sender in a browser, however many tabs; forgotten only when it is on the record, or when the person
// has seen why it is not. An unknown outcome stays waiting: it is shown neither as done nor as failed.
import * as z from "zod";
import type { CommandId, MeetingId, PersonId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { Refusal } from "#domain/meeting/decision.ts";
import type { SentEvent } from "#domain/meeting/events.ts";
import { isRecorded } from "#domain/meeting/meeting.ts";
import { type CommandReply, FailureReason } from "#domain/wire.ts";
import type { OutboxStore, StoredEntry } from "./device-store.ts";
import type { Link } from "./link.ts";
import { type Observable, observable } from "./observable.ts";
import { type Timers, waitBefore } from "./timers.ts";

export type Ended =
  | { readonly status: "refused"; readonly refusal: Refusal }
  | { readonly status: "failed"; readonly reason: FailureReason }
  /** An act for the moment that got no answer: if it was recorded after all, the record shows it. */
  | { readonly status: "lapsed" };

export type Outcome = { readonly status: "recorded"; readonly seq: number } | Ended;

export type Waiting = {
  readonly meetingId: MeetingId;
  readonly commandId: CommandId;
  readonly command: SentCommand;
  /** `memory` on purpose (a restricted item, an act for the moment); `notStored` because there was no room. */
  readonly kept: "storing" | "stored" | "memory" | "notStored";
  readonly tried: boolean;
  readonly isSending: boolean;
  readonly ended: Ended | null;
  readonly momentary: boolean;
  readonly putAt: number;
};

export type Keeping = {
  /** Words on a restricted item are never written to this device. */
  readonly restricted?: boolean;
  /** An act for the moment, such as opening an item, is worth nothing half a minute later. */
  readonly momentary?: boolean;
};

export type Outbox = Observable<readonly Waiting[]> & {
  readonly put: (
    asked: Pick<Waiting, "meetingId" | "commandId" | "command">,
    keeping?: Keeping,
  ) => Promise<Outcome>;
  /** The person has seen why it was not recorded. */
  readonly dismiss: (commandId: CommandId) => Promise<void>;
  /** Takes back what has certainly not been sent, to be changed; false when it may be on its way. */
  readonly takeBack: (commandId: CommandId) => Promise<boolean>;
  /** This arrived from the log: what of it was asked for here is on the record, whatever was told before. */
  readonly seen: (events: readonly SentEvent[]) => void;
  /** The server knows this line as this person's; only then is anything sent over it. */
  readonly identified: (person: PersonId) => void;
  readonly stop: () => void;
};

export type OutboxNeeds = {
  readonly person: PersonId;
  readonly link: Link;
  readonly timers: Timers;
  readonly store: OutboxStore;
  /** Runs while no other tab of this browser sends. */
  readonly exclusively: (run: () => Promise<void>) => Promise<void>;
  /** Other tabs with the same outbox: tells them that something has changed, and hears it from them. */
  readonly tabs: Tabs;
  readonly onAnswer?: () => void;
  readonly onUnanswered?: () => void;
  /** Something is on the record that had to wait for the line. */
  readonly onSentLate?: () => void;
};

/** Of one command: it is kept and has to go, it is settled, or (null) it is forgotten. */
export type TabChange = { readonly commandId: CommandId; readonly outcome: Outcome | "kept" | null };
export type Tabs = {
  readonly tell: (change: TabChange) => void;
  readonly hear: (listener: (change: TabChange) => void) => () => void;
};

const MOMENT = 30_000;
/** How long one's own command may go unanswered before the line is doubted. */
const UNANSWERED_AFTER = 3000;
// the same command may be sent again under the same id
const AGAIN: readonly FailureReason[] = [
  "busy",
  "tooFast",
  "unavailable",
  "storageFull",
  "notSignedIn",
  "reloadNeeded",
];

export function openOutbox(needs: OutboxNeeds): Outbox {
  const { person, link, timers, store, exclusively, tabs } = needs;
  const shown = observable<readonly Waiting[]>([]);
  const promised = new Map<CommandId, (outcome: Outcome) => void>();
  let knownAs: PersonId | null = null;
  let isDraining = false;
  let isWanted = false;
  let isStopped = false;
  let tries = 0;
  let callOff: () => void = () => undefined;

  const find = (commandId: CommandId) => shown.current().find((each) => each.commandId === commandId);
  // what has just been settled may still be read from the device before it is removed there
  const gone = new Set<CommandId>();
  function without(commandId: CommandId) {
    gone.add(commandId);
    shown.set(shown.current().filter((each) => each.commandId !== commandId));
  }
  function change(commandId: CommandId, to: Partial<Waiting>) {
    shown.set(shown.current().map((each) => (each.commandId === commandId ? { ...each, ...to } : each)));
  }

  async function put(
    asked: Pick<Waiting, "meetingId" | "commandId" | "command">,
    { restricted = false, momentary = false }: Keeping = {},
  ): Promise<Outcome> {
    const inMemory = restricted || momentary;
    const outcome = new Promise<Outcome>((resolve) => promised.set(asked.commandId, resolve));
    const waiting: Waiting = {
      ...asked,
      kept: inMemory ? "memory" : "storing",
      tried: maySend(),
      isSending: false,
      ended: null,
      momentary,
      putAt: timers.now(),
    };
    shown.set([...shown.current(), waiting]);
    if (momentary) timers.after(MOMENT, () => lapse(asked.commandId));
    if (!inMemory) await keep(waiting);
    drain();
    // another tab queues up behind this one, to go on with it should this one die
    if (find(asked.commandId)?.kept === "stored") tabs.tell({ commandId: asked.commandId, outcome: "kept" });
    return outcome;
  }

  async function keep(waiting: Waiting) {
    const { commandId } = waiting;
    try {
      await store.put(storedOf(waiting));
      change(commandId, { kept: "stored" });
    } catch {
      change(commandId, { kept: "notStored" });
    }
  }

  function lapse(commandId: CommandId) {
    void settle(commandId, { status: "lapsed" });
  }

  function maySend(): boolean {
    return !isStopped && knownAs === person && link.isConnected();
  }

  /** Sends what waits, now, or once more after what is being sent. */
  function drain() {
    isWanted = true;
    if (!isDraining && maySend()) void drainAll();
  }

  async function drainAll() {
    isDraining = true;
    let isStuck = false;
    while (isWanted && !isStuck && maySend()) {
      isWanted = false;
      await exclusively(async () => {
        isStuck = !(await sendAll());
      });
    }
    isDraining = false;
    callOff();
    tries = isStuck ? tries + 1 : 0;
    if (isStuck) callOff = timers.after(waitBefore(tries, timers), drain);
  }

  /** Whether everything that could be sent was answered for good. */
  async function sendAll(): Promise<boolean> {
    const stuck = new Set<MeetingId>();
    while (maySend()) {
      // before each: another tab may have written something down ahead of what this one would send
      await quietly(takeInStored());
      const next = firstToSend(stuck);
      if (!next) break;
      if (!(await send(next))) stuck.add(next.meetingId);
    }
    return stuck.size === 0;
  }

  /** Within a meeting nothing overtakes, so a head that cannot go yet holds the rest. */
  function firstToSend(stuck: ReadonlySet<MeetingId>): Waiting | undefined {
    const seen = new Set(stuck);
    for (const each of shown.current()) {
      if (each.ended !== null || seen.has(each.meetingId)) continue;
      seen.add(each.meetingId);
      if (each.kept !== "storing") return each;
    }
    return undefined;
  }

  async function send(waiting: Waiting): Promise<boolean> {
    const { meetingId, commandId, command } = waiting;
    // written down before it goes: from here on it may be on the record
    if (!waiting.tried && waiting.kept === "stored")
      await quietly(store.change({ ...storedOf(waiting), tried: true }));
    change(commandId, { tried: true, isSending: true });
    const callOffDoubt = timers.after(UNANSWERED_AFTER, () => needs.onUnanswered?.());
    const waited = Math.max(0, Math.round(timers.now() - waiting.putAt));
    const reply = await link.command({ meetingId, commandId, command, waited });
    callOffDoubt();
    change(commandId, { isSending: false });
    if (reply !== undefined) needs.onAnswer?.();
    // an act that lapsed meanwhile has been told of already
    if (!find(commandId)) return true;

    const outcome = outcomeOf(reply);
    if (outcome === null) return false;
    await settle(commandId, outcome);
    return true;
  }

  async function settle(commandId: CommandId, outcome: Outcome) {
    const waiting = find(commandId);
    if (!waiting) return;
    const isLate = timers.now() - waiting.putAt > UNANSWERED_AFTER;
    if (outcome.status === "recorded" && isLate && waiting.ended === null) needs.onSentLate?.();
    // whoever pressed for an act of the moment is told there and then
    if (outcome.status === "recorded" || waiting.momentary) without(commandId);
    else change(commandId, { ended: outcome });
    if (waiting.kept === "stored") {
      const isDone = outcome.status === "recorded";
      await quietly(
        isDone ? store.remove(commandId) : store.change({ ...storedOf(waiting), ended: outcome }),
      );
      tabs.tell({ commandId, outcome });
    }
    keepPromise(commandId, outcome);
  }

  function keepPromise(commandId: CommandId, outcome: Outcome) {
    promised.get(commandId)?.(outcome);
    promised.delete(commandId);
  }

  /** What other tabs and earlier visits have kept is sent along, in the order in which it was kept. */
  async function takeInStored() {
    const stored = await store.all();
    const list = [...shown.current()];
    for (const [place, entry] of stored.entries()) {
      if (gone.has(entry.commandId) || list.some(({ commandId }) => commandId === entry.commandId)) continue;
      const before = stored[place - 1]?.commandId;
      const after = list.findIndex(({ commandId }) => commandId === before);
      list.splice(after + 1, 0, waitingOf(entry, timers.now()));
    }
    if (list.length > shown.current().length) shown.set(list);
  }

  function settleSeen(events: readonly SentEvent[]) {
    for (const event of events) {
      if (!isRecorded(event) || event.nth !== 1) continue;
      // a copy that lingered on the way may be recorded after another was refused
      if (find(event.commandId)) void settle(event.commandId, { status: "recorded", seq: event.seq });
    }
  }

  async function forget(commandId: CommandId) {
    const waiting = find(commandId);
    without(commandId);
    if (waiting?.kept !== "stored") return;
    await quietly(store.remove(commandId));
    tabs.tell({ commandId, outcome: null });
  }

  const stopListening = link.listen(({ type }) => {
    if (type === "disconnected" || type === "signedOut") knownAs = null;
  });
  const stopHearing = tabs.hear(({ commandId, outcome }) => {
    if (outcome === "kept") return drain();
    if (outcome && outcome.status !== "recorded") change(commandId, { ended: outcome });
    else without(commandId);
    return outcome ? keepPromise(commandId, outcome) : undefined;
  });
  const takenIn = quietly(takeInStored());
  void takenIn.then(drain);

  return {
    current: shown.current,
    subscribe: shown.subscribe,
    put,
    dismiss: forget,
    async takeBack(commandId) {
      let isBack = false;
      // not while a tab is about to send it
      await exclusively(async () => {
        const stored = (await store.all()).find((each) => each.commandId === commandId);
        const known = [stored, find(commandId)].filter((each) => each !== undefined);
        isBack = known.length > 0 && known.every(({ tried }) => !tried);
        if (isBack) await forget(commandId);
      });
      return isBack;
    },
    // the log may be here before the device has been read
    seen: (events) => void takenIn.then(() => settleSeen(events)),
    identified(who) {
      knownAs = who;
      drain();
    },
    stop() {
      isStopped = true;
      callOff();
      stopListening();
      stopHearing();
    },
  };
}

function waitingOf({ ended, ...entry }: StoredEntry, now: number): Waiting {
  const late = { kept: "stored", isSending: false, momentary: false, putAt: now - MOMENT } as const;
  return { ...entry, ...late, ended: endedOf(ended) };
}

function storedOf({ meetingId, commandId, command, tried, ended }: Waiting): StoredEntry {
  return { meetingId, commandId, command, tried, ended };
}

/** What an answer settles; null when it settles nothing and the command has to go again. */
function outcomeOf(reply: CommandReply | undefined): Outcome | null {
  if (reply === undefined) return null;
  if (reply.status === "failed" && AGAIN.includes(reply.reason)) return null;
  return reply;
}

/** A refusal as an earlier visit kept it, still to be seen. */
function endedOf(kept: unknown): Ended | null {
  const parsed = KeptEnd.safeParse(kept);
  return parsed.success ? parsed.data : null;
}

// the device keeps what the rules once said; that it was a refusal is all that is read out of it
const KeptEnd = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("refused"),
    refusal: z.custom<Refusal>((value) => z.object({ code: z.string() }).safeParse(value).success),
  }),
  z.object({ status: z.literal("failed"), reason: FailureReason }),
]);

/** What this device would not write down is still in memory, and a command sent twice is recorded once. */
async function quietly(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch {
    // nothing is lost while the page stands
  }
}
