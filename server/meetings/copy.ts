// A desk's copy of a meeting, and what is decided on it. Pure: the copy is replaced, never changed.
import type { DecidedCommand } from "#db/event-log.ts";
import type { CommandId, PersonId } from "#domain/ids.ts";
import type { Command } from "#domain/meeting/commands.ts";
import type { Refusal } from "#domain/meeting/decision.ts";
import { EVENT_VERSION, type RecordedEvent, type SentEvent } from "#domain/meeting/events.ts";
import { decide, evolve } from "#domain/meeting/meeting.ts";
import { type Meeting, unconvened } from "#domain/meeting/state.ts";
import { type Times, timesOf } from "#domain/meeting/vote-time.ts";

/** What somebody asks of a meeting. */
export type Request = { readonly id: CommandId; readonly by: PersonId; readonly command: Command };

export type Copy = {
  readonly seq: number;
  readonly meeting: Meeting;
  /** When the last event happened: within a meeting time never goes backwards. */
  readonly lastAt: number;
};

export const emptyCopy: Copy = { seq: 0, meeting: unconvened, lastAt: 0 };

/** The copy after the events that follow it; what it already holds is skipped, a gap is a broken read. */
export function copyWith(copy: Copy, events: readonly SentEvent[]): Copy {
  let { seq, meeting, lastAt } = copy;
  for (const event of events) {
    if (event.seq <= seq) continue;
    if (event.seq !== seq + 1) throw new Error(`event ${event.seq} after ${seq}`);
    meeting = evolve(meeting, event);
    seq = event.seq;
    lastAt = Math.max(lastAt, event.at);
  }
  return { seq, meeting, lastAt };
}

export type Draft<R extends Request> = {
  readonly decided: readonly (Omit<DecidedCommand, "notBefore" | "until"> & {
    readonly request: R;
    /** Between which moments it may be recorded, by the clock it was decided by. */
    readonly times: Times;
  })[];
  readonly refused: readonly { readonly request: R; readonly refusal: Refusal }[];
  /** The events of what was decided, as the log will number them, and the copy after them. */
  readonly events: readonly RecordedEvent[];
  readonly copy: Copy;
};

/** Decides requests one after the other, each on what those before it would leave. */
export function decideAll<R extends Request>(
  start: Copy,
  requests: readonly R[],
  now: () => number,
): Draft<R> {
  const decided: Draft<R>["decided"][number][] = [];
  const refused: Draft<R>["refused"][number][] = [];
  const recorded: RecordedEvent[] = [];
  let copy = start;

  for (const request of requests) {
    const { id, by, command } = request;
    const at = Math.max(now(), copy.lastAt);
    const decision = decide(copy.meeting, command, { by, at });
    if (decision.outcome === "refused") {
      refused.push({ request, refusal: decision.refusal });
      continue;
    }
    const { seq, meeting } = copy;
    const events = decision.events.map((event, place) => ({
      seq: seq + 1 + place,
      at,
      by,
      commandId: id,
      nth: 1 + place,
      v: EVENT_VERSION,
      event,
    }));
    copy = copyWith(copy, events);
    recorded.push(...events);
    decided.push({ id, by, at, command, events: decision.events, request, times: timesOf(meeting, command) });
  }
  return { decided, refused, events: recorded, copy };
}
