// Somebody with the meeting open, as a browser has it: the real line, store and outbox, over a bad network of their
// own. What is acknowledged to them is written down at once, where no server can reach it.
import { createHash } from "node:crypto";
import { openMeetingStore } from "#app/_live/meeting-store.ts";
import { openOutbox } from "#app/_live/outbox.ts";
import { socketLink } from "#app/_live/socket-link.ts";
import { deviceTimers } from "#app/_live/timers.ts";
import type { CommandId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { SentEvent } from "#domain/meeting/events.ts";
import { unconvened } from "#domain/meeting/state.ts";
import { openDevice } from "../support/device.ts";
import type { Dice } from "../support/dice.ts";
import { newCommand, newEntry } from "../support/ids.ts";
import { asBrowser } from "../support/live-server.ts";
import { CANARY } from "../support/stored-meeting.ts";
import type { Evidence } from "./evidence.ts";
import type { FaultProxy } from "./fault-proxy.ts";
import type { Seated } from "./world.ts";

const ANSWER_WITHIN = 3000;

export type Sent = { readonly commandId: CommandId; readonly command: SentCommand; readonly seq: number };

export type Reader = {
  readonly seated: Seated;
  readonly proxy: FaultProxy;
  /** Puts one entry into the outbox, of so many characters at least. */
  readonly write: (length?: number) => void;
  /** The answers heard so far, the latest last. */
  readonly recorded: readonly Sent[];
  readonly tally: { sent: number; acked: number; refused: number };
  /** How many are still without an answer. */
  readonly waiting: () => number;
  readonly seq: () => number;
  /** Whether it was told that the database was restored. */
  readonly restored: () => boolean;
  readonly isSignedOut: () => boolean;
  /** How it stands, for whoever has to find out why it is stuck. */
  readonly condition: () => string;
  /** Writes down what the screen would show. */
  readonly testify: () => void;
  readonly stop: () => void;
};

/** `lossy`: how many of the answers to commands never arrive. */
export function seatReader(
  name: number,
  { seated, proxy, dice, evidence }: { seated: Seated; proxy: FaultProxy; dice: Dice; evidence: Evidence },
  lossy = 0.2,
): Reader {
  const { person, meetingId, writes, cookie } = seated;
  const link = socketLink({
    address: `http://127.0.0.1:${proxy.port}`,
    answerWithin: ANSWER_WITHIN,
    headers: asBrowser(cookie),
  });
  const lastAnswers: string[] = [];
  const forgetful: typeof link = {
    ...link,
    async command(request) {
      const reply = await link.command(request);
      lastAnswers.push(
        reply === undefined ? "nothing" : reply.status === "failed" ? reply.reason : reply.status,
      );
      lastAnswers.splice(0, lastAnswers.length - 5);
      return dice.chance(lossy) ? undefined : reply;
    },
  };
  const device = openDevice();
  const outbox = openOutbox({
    person,
    link: forgetful,
    timers: deviceTimers,
    store: device.store,
    exclusively: (run) => run(),
    tabs: device.join(),
  });
  const store = openMeetingStore(
    { meetingId, meeting: unconvened, seq: 0, people: {}, you: person, serverTime: 0, rate: 1 },
    { link, timers: deviceTimers, onJoined: outbox.identified, onEvents: heard },
  );
  const recorded: Sent[] = [];
  const tally = { sent: 0, acked: 0, refused: 0 };
  let nth = 0;
  let isSignedOut = false;
  link.listen(({ type }) => void (isSignedOut ||= type === "signedOut"));

  function heard(events: readonly SentEvent[]) {
    outbox.seen(events);
    // whatever reaches the device counts, not only what is drawn
    if (writes === null && JSON.stringify(events).includes(CANARY)) evidence.leaked({ person, meetingId });
  }

  function write(length = 0) {
    if (writes === null) return;
    const commandId = newCommand();
    nth += 1;
    const { seq: seen } = store.current();
    const text = `${writes.isSecret ? CANARY : "What was said"} ${name}.${nth}`.padEnd(length, ".");
    const command: SentCommand = {
      type: "recordNote",
      entryId: newEntry(),
      itemId: writes.itemId,
      speaker: { as: "seat", seat: writes.seat },
      text,
    };
    tally.sent += 1;
    evidence.sent({ commandId, meetingId, by: name, nth, seen });
    void outbox.put({ meetingId, commandId, command }).then((outcome) => {
      if (outcome.status === "recorded") {
        tally.acked += 1;
        evidence.acked({ commandId, meetingId, seq: outcome.seq });
        recorded.push({ commandId, command, seq: outcome.seq });
      } else if (outcome.status === "refused") {
        tally.refused += 1;
        void outbox.dismiss(commandId);
      }
    });
  }

  return {
    seated,
    proxy,
    write,
    recorded,
    tally,
    waiting: () => outbox.current().length,
    seq: () => store.current().seq,
    restored: () => store.current().restored,
    isSignedOut: () => isSignedOut,
    condition() {
      const { status, seq } = store.current();
      const line = link.isConnected() ? "connected" : "not connected";
      const session = isSignedOut ? "signed out" : "signed in";
      const answers = [...lastAnswers].join(" ");
      return `reader ${name}: ${line}, ${session}, ${JSON.stringify(status)} at ${seq}, heard ${answers}`;
    },
    testify() {
      const { meeting, seq } = store.current();
      const shown = JSON.stringify(meeting);
      evidence.shown({
        person,
        meetingId,
        seq,
        sha256: createHash("sha256").update(shown).digest("hex"),
        isOpenTo: writes !== null,
        text: writes === null ? shown : "",
      });
    },
    stop() {
      store.stop();
      outbox.stop();
      link.close();
    },
  };
}
