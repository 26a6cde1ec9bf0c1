// Plays a meeting of the past through the real rules: each command is decided as it would have been on the
// evening, and what it gave is kept for the log. A refusal here is a mistake in the sample, and stops it.
import type { DecidedCommand } from "#db/event-log.ts";
import { CommandId, type MeetingId, type PersonId } from "#domain/ids.ts";
import type { Command } from "#domain/meeting/commands.ts";
import { EVENT_VERSION } from "#domain/meeting/events.ts";
import { decide, evolve } from "#domain/meeting/meeting.ts";
import { emptyReplica, type Replica } from "#domain/meeting/replica.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Chance } from "./chance.ts";

export type Player = {
  readonly meetingId: MeetingId;
  readonly meeting: () => Meeting;
  /** Milliseconds, on the clock of the evening played. */
  readonly now: () => number;
  /** Lets time pass. */
  readonly wait: (seconds: number) => void;
  /** Moves to a later moment. */
  readonly until: (at: number) => void;
  /** Gives a command and returns the number of its first event. */
  readonly play: (by: PersonId, command: Command) => number;
  readonly played: () => readonly DecidedCommand[];
};

/** Begins with an empty log, or goes on from where one ends. */
export function openPlayer(
  meetingId: MeetingId,
  startsAt: number,
  chance: Chance,
  end: Replica = emptyReplica,
): Player {
  const played: DecidedCommand[] = [];
  let { meeting, seq } = end;
  let at = startsAt;

  function play(by: PersonId, command: Command): number {
    const decision = decide(meeting, command, { by, at });
    if (decision.outcome === "refused") {
      throw new Error(`sample: ${command.type} was refused: ${JSON.stringify(decision.refusal)}`);
    }
    const id = CommandId.parse(chance.id());
    const first = seq + 1;
    decision.events.forEach((event, place) => {
      seq += 1;
      meeting = evolve(meeting, { seq, at, by, commandId: id, nth: place + 1, v: EVENT_VERSION, event });
    });
    played.push({ id, by, at, command, events: decision.events });
    return first;
  }

  return {
    meetingId,
    meeting: () => meeting,
    now: () => at,
    wait: (seconds) => {
      at += Math.round(seconds * 1000);
    },
    until: (later) => {
      at = Math.max(at, later);
    },
    play,
    played: () => played,
  };
}
