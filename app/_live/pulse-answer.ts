// One person's answer to the pulse, from the first tap until it is sealed. It is kept on this device while it is being
// given and while it waits for the line, under this person's seal, and goes from it with the answer that it was taken:
// what somebody thought must not stay on a device that others use. It has no id; the first one that arrives counts.
import * as z from "zod";
import type { BoxId, MeetingId } from "#domain/ids.ts";
import { type PulseSlip, QUESTIONS } from "#domain/meeting/pulse.ts";
import type { AnswerReply } from "#domain/wire.ts";
import type { DraftStore } from "./device-store.ts";
import type { Link } from "./link.ts";
import { type Observable, observable } from "./observable.ts";
import { type Timers, waitBefore } from "./timers.ts";

/** What stands at a question: nothing yet, one to five, or no view. */
export const Choice = z.enum(["", "1", "2", "3", "4", "5", "none"]);
export type Choice = z.infer<typeof Choice>;

const Draft = z.object({ choices: z.array(Choice).length(QUESTIONS.length), line: z.string() });
export type PulseDraft = z.infer<typeof Draft>;
const Kept = Draft.extend({ isSent: z.boolean() });

export type PulseView = {
  readonly draft: PulseDraft;
  /**
   * `reading`: not known yet whether this person has answered. `waiting`: on this device, for the line.
   * At the end: `answered`; `before`: earlier, or elsewhere, and that answer stands; `tooLate`: not counted; `unknown`:
   * it was on its way when the pulse closed, and nobody can tell; `notAsked`; `none`: closed, and nothing begun here.
   */
  readonly state:
    | "reading"
    | "writing"
    | "waiting"
    | "sending"
    | "answered"
    | "before"
    | "tooLate"
    | "unknown"
    | "notAsked"
    | "none";
  /** The device would not keep it: it waits on this page only. */
  readonly notKept: boolean;
};

export type PulseAnswer = Observable<PulseView> & {
  readonly change: (draft: PulseDraft) => void;
  readonly send: () => void;
  /** The record says that the pulse is closed. */
  readonly closed: () => void;
  /** Reads what the device has, and goes to work; the answer ends that. */
  readonly start: () => () => void;
};

export type PulseAnswerNeeds = {
  readonly meetingId: MeetingId;
  readonly box: BoxId;
  readonly link: Pick<Link, "answer" | "answered">;
  /** Whether the server knows this line as this person's; nothing is sent before. */
  readonly line: Observable<boolean>;
  readonly drafts: DraftStore;
  readonly timers: Timers;
};

export const untouched: PulseDraft = { choices: QUESTIONS.map((): Choice => ""), line: "" };
const OVER: readonly PulseView["state"][] = ["answered", "before", "tooLate", "unknown", "notAsked", "none"];

export function openPulseAnswer(needs: PulseAnswerNeeds): PulseAnswer {
  const { meetingId, box, link, line, drafts, timers } = needs;
  const slot = `pulse ${box}`;
  const shown = observable<PulseView>({ draft: untouched, state: "reading", notKept: false });
  let isStopped = true;
  let isRead = false;
  let isClosed = false;
  let isBusy = false;
  // something went out of which no answer came back
  let isInDoubt = false;
  let tries = 0;
  let callOff: () => void = () => undefined;

  const show = (change: Partial<PulseView>) => shown.set({ ...shown.current(), ...change });
  const isOver = () => OVER.includes(shown.current().state);

  function keep(isSent: boolean) {
    const { draft } = shown.current();
    drafts.save(slot, { ...draft, isSent }).then(
      () => show({ notKept: false }),
      () => show({ notKept: true }),
    );
  }

  function end(state: PulseView["state"]) {
    callOff();
    // nothing of it stays: not on the device, and not on the screen
    show({ state, draft: untouched });
    drafts.clear(slot).catch(() => undefined);
  }

  /** Once the device has been read and the line stands: asks whether there is anything to do, and does it. */
  async function work() {
    if (isBusy || isStopped || isOver() || !line.current()) return;
    isBusy = true;
    const { state } = shown.current();
    const isDone = state === "waiting" ? await sendOnce() : await askOnce(state);
    isBusy = false;
    tries = isDone ? 0 : tries + 1;
    callOff();
    if (!isDone && !isOver()) callOff = timers.after(waitBefore(tries, timers), () => void work());
    else if (shown.current().state === "waiting") void work();
  }

  /** What is left on this device of a pulse that is closed. */
  function endClosed() {
    const { state, draft } = shown.current();
    if (state === "sending" || (state === "waiting" && isInDoubt)) return end("unknown");
    const isBegun = draft.line !== "" || draft.choices.some((choice) => choice !== "");
    return end(isBegun ? "tooLate" : "none");
  }

  async function askOnce(state: PulseView["state"]): Promise<boolean> {
    const reply = await link.answered({ meetingId, box });
    if (reply?.status !== "receipt" || isStopped) return false;
    if (reply.answered) end("before");
    // whoever began before the answer came goes on
    else if (state === "reading" && shown.current().state === "reading") show({ state: "writing" });
    return true;
  }

  async function sendOnce(): Promise<boolean> {
    show({ state: "sending" });
    const reply = await link.answer({ meetingId, box, slip: slipOf(shown.current().draft) });
    if (isOver()) return true;
    const state = stateAfter(reply);
    if (state === "waiting") {
      isInDoubt ||= reply === undefined || reply.status === "failed";
      show({ state });
      return false;
    }
    end(state);
    return true;
  }

  function stateAfter(reply: AnswerReply | undefined): PulseView["state"] {
    if (reply === undefined || reply.status === "failed") return "waiting";
    // one's own, when an earlier try was left unanswered
    if (reply.status === "answered") return reply.before && !isInDoubt ? "before" : "answered";
    if (reply.status === "notAsked") return "notAsked";
    return isInDoubt ? "unknown" : "tooLate";
  }

  async function read() {
    const found = await drafts.load(slot).catch(() => undefined);
    const kept = Kept.safeParse(found).data;
    isRead = true;
    if (isStopped || isOver()) return undefined;
    // what was begun meanwhile is newer
    if (kept && shown.current().state === "reading") {
      const { isSent, ...draft } = kept;
      // it may have gone out before the page was closed
      isInDoubt = isSent;
      show({ draft, state: isSent ? "waiting" : "writing" });
    }
    return isClosed ? endClosed() : work();
  }

  return {
    current: shown.current,
    subscribe: shown.subscribe,
    change(draft) {
      const { state } = shown.current();
      if (state !== "writing" && state !== "reading") return;
      show({ draft, state: "writing" });
      keep(false);
    },
    send() {
      if (shown.current().state !== "writing") return;
      show({ state: "waiting" });
      keep(true);
      void work();
    },
    closed() {
      isClosed = true;
      if (isRead && !isOver()) endClosed();
    },
    start() {
      isStopped = false;
      const stopListening = line.subscribe(() => void work());
      void read();
      return () => {
        isStopped = true;
        callOff();
        stopListening();
      };
    },
  };
}

/** What was left alone is no view. */
export function slipOf({ choices, line }: PulseDraft): PulseSlip {
  return {
    kind: "pulse",
    taps: choices.map((choice) => (choice === "" || choice === "none" ? null : Number(choice))),
    line: line.trim(),
  };
}
