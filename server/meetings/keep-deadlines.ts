// Sees to it that what a meeting has set a time for happens when that time comes: once, whichever processes are there.
// Nobody leads. Each process asks the database twice a second what falls due, and gives the command, whose id follows
// from what is due: the log takes it once, and not before its time (`docs/decisions/0020`).
import { createHash } from "node:crypto";
import type { LogClient } from "#db/client.ts";
import { type Due, dueWithin } from "#db/event-log.ts";
import { CommandId, type MeetingId, type VoteId } from "#domain/ids.ts";
import { isTimeUp } from "#domain/meeting/vote.ts";
import { timedVotes } from "#domain/meeting/vote-time.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Desks } from "./desks.ts";

const ASK_EVERY_MS = 500;
/** What falls due until after the next asking is waited for here. */
const AHEAD_MS = 1000;
/** As many at once; more would only keep people's commands waiting. */
const HANDS = 16;

export type DeadlineKeeper = {
  /** Begins nothing more, and waits for what is under way. */
  readonly close: () => Promise<void>;
};

export type DeadlineNeeds = {
  readonly log: LogClient;
  readonly clock: Pick<Clock, "now" | "asking">;
  readonly lines: Log;
  readonly desks: () => Desks;
};

/** Begins at once. */
export function openDeadlineKeeper({ log, clock, lines, desks }: DeadlineNeeds): DeadlineKeeper {
  const planned = new Map<MeetingId, NodeJS.Timeout>();
  const waiting = new Map<MeetingId, Due>();
  /** Where, at that number, nothing was due, whatever the database says: a server that knows no deadlines ended it. */
  const idle = new Map<MeetingId, number>();
  const underWay = new Set<Promise<void>>();
  let asking: Promise<void> | null = null;
  let isClosed = false;

  const timer = setInterval(ask, ASK_EVERY_MS);
  timer.unref();
  ask();

  function ask(): void {
    asking ??= askNow()
      .catch((error: unknown) => complain("not known what is due", error))
      .finally(() => {
        asking = null;
      });
  }

  async function askNow(): Promise<void> {
    const heard = clock.asking();
    const { due, now } = await dueWithin(log, AHEAD_MS);
    heard(now);
    for (const each of due) plan(each, each.dueAt - now);
  }

  // planned once: should it be given more time meanwhile, it is found not to be due
  function plan(due: Due, inMs: number): void {
    const { meetingId, seq } = due;
    if (isClosed || planned.has(meetingId) || waiting.has(meetingId)) return;
    if (idle.get(meetingId) === seq) return;
    const planning = setTimeout(
      () => {
        planned.delete(meetingId);
        waiting.set(meetingId, due);
        work();
      },
      Math.max(0, inMs),
    );
    planning.unref();
    planned.set(meetingId, planning);
  }

  function work(): void {
    for (const [meetingId, due] of waiting) {
      if (isClosed || underWay.size >= HANDS) return;
      waiting.delete(meetingId);
      const settling = settle(due)
        .catch((error: unknown) => complain("deadline not kept yet", error, meetingId))
        .finally(() => {
          underWay.delete(settling);
          work();
        });
      underWay.add(settling);
    }
  }

  async function settle({ meetingId }: Due): Promise<void> {
    const { meeting, seq } = await desks().at(meetingId).catchUp();
    const timed = timedVotes(meeting);
    if (timed.length === 0) idle.set(meetingId, seq);
    for (const vote of timed) {
      if (!isTimeUp(vote, clock.now())) return;
      const command = { type: "closeVoteOnTime", voteId: vote.id } as const;
      // whoever is late finds it done; what is not done is asked for again
      await desks()
        .at(meetingId)
        .ask({ id: closingOf(vote.id), by: vote.by, command });
    }
  }

  function complain(what: string, error: unknown, meetingId?: MeetingId): void {
    const reason = error instanceof Error ? error.message : "unknown";
    if (!isClosed) lines.warn({ reason, ...(meetingId && { meetingId }) }, what);
  }

  return {
    async close() {
      isClosed = true;
      clearInterval(timer);
      for (const planning of planned.values()) clearTimeout(planning);
      await Promise.all([asking, ...underWay]);
    },
  };
}

/** The same for whoever closes it. */
function closingOf(voteId: VoteId): CommandId {
  const hash = createHash("sha256").update(`closeVoteOnTime ${voteId}`).digest();
  // a UUID of version 8: its other bits are ours to say
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return CommandId.parse(parts.join("-"));
}
