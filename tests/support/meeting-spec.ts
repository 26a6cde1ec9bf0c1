// Given what has happened, when somebody asks, then this is recorded, or that stands in the way.
import { expect } from "vitest";
import { CommandId, type PersonId } from "#domain/ids.ts";
import type { Command } from "#domain/meeting/commands.ts";
import type { Refusal } from "#domain/meeting/decision.ts";
import type { MeetingEvent, RecordedEvent } from "#domain/meeting/events.ts";
import { decide, evolve, replay } from "#domain/meeting/meeting.ts";
import { type Meeting, unconvened } from "#domain/meeting/state.ts";

/** Who did what; `at` (milliseconds) is a second after what came before it unless told. */
export type Happened = readonly [by: PersonId, event: MeetingEvent, at?: number];
export type Asked = readonly [by: PersonId, command: Command, at?: number];

const BEGINNING = Date.UTC(2026, 10, 24, 18);
const SECOND = 1000;

/** The log of what has happened, each as the only event of a command of its own. */
export function logOf(happened: readonly Happened[]): readonly RecordedEvent[] {
  let at = BEGINNING - SECOND;
  return happened.map(([by, event, told], index) => {
    at = told ?? at + SECOND;
    const seq = index + 1;
    return { seq, at, by, commandId: commandIdOf(seq), nth: 1, v: 1, event };
  });
}

/** The meeting after all of this. */
export function after(...happened: readonly Happened[]): Meeting {
  return replay(logOf(happened));
}

/** The log of commands that are all accepted, from nothing or following a log. */
export function played(
  asked: readonly Asked[],
  log: readonly RecordedEvent[] = [],
): readonly RecordedEvent[] {
  const events = [...log];
  let meeting = replay(events);
  let clock = events.at(-1)?.at ?? BEGINNING - SECOND;
  for (const [by, command, told] of asked) {
    const at = told ?? clock + SECOND;
    clock = at;
    const decision = decide(meeting, command, { by, at });
    if (decision.outcome === "refused") {
      throw new Error(`${command.type} was refused: ${JSON.stringify(decision.refusal)}`);
    }
    const recorded = envelop(decision.events, events.length, { by, at });
    for (const each of recorded) meeting = evolve(meeting, each);
    events.push(...recorded);
  }
  return events;
}

/** Puts what one command records in envelopes that follow the event numbered `seq`. */
export function envelop(
  events: readonly MeetingEvent[],
  seq: number,
  who: { readonly by: PersonId; readonly at: number },
): readonly RecordedEvent[] {
  const commandId = commandIdOf(seq + 1);
  return events.map((event, index) => ({
    seq: seq + index + 1,
    ...who,
    commandId,
    nth: index + 1,
    v: 1,
    event,
  }));
}

export function given(...happened: readonly Happened[]) {
  const log = logOf(happened);
  const meeting = log.reduce(evolve, unconvened);

  return {
    when(by: PersonId, command: Command, at = (log.at(-1)?.at ?? BEGINNING) + SECOND) {
      const decision = decide(meeting, command, { by, at });

      return {
        thenRecorded(...events: readonly MeetingEvent[]): Meeting {
          expect(decision).toEqual({ outcome: "accepted", events });
          return envelop(events, log.length, { by, at }).reduce(evolve, meeting);
        },
        thenRefused(refusal: Refusal): void {
          expect(decision).toEqual({ outcome: "refused", refusal });
        },
      };
    },
  };
}

function commandIdOf(seq: number): CommandId {
  return CommandId.parse(`00000000-0000-4000-9000-${String(seq).padStart(12, "0")}`);
}
