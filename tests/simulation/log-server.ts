// The server's part of the protocol over a log in memory: decide, append, publish, acknowledge. What each
// reader gets is redacted by the domain's own rule, as the real server does it.

import type { LinkMessage } from "#app/_live/link.ts";
import type { CommandId, MeetingId, PersonId } from "#domain/ids.ts";
import type { Command } from "#domain/meeting/commands.ts";
import type { RecordedEvent } from "#domain/meeting/events.ts";
import { decide, evolve } from "#domain/meeting/meeting.ts";
import { type Meeting, unconvened } from "#domain/meeting/state.ts";
import { audienceChanged, mayView, redact } from "#domain/meeting/visibility.ts";
import type { CommandReply, Join, JoinReply, Since, SinceReply } from "#domain/wire.ts";

/** Small on purpose, so that a reader has to ask several times. */
const PAGE = 20;

export type Reader = { readonly person: PersonId; readonly tell: (message: LinkMessage) => void };

export type LogServer = {
  readonly log: () => readonly RecordedEvent[];
  readonly meeting: () => Meeting;
  /** Commands of which at least one copy was refused. */
  readonly refused: ReadonlySet<CommandId>;
  /** Commands that were on the record before a backup was put back that does not hold them. */
  readonly forgotten: ReadonlySet<CommandId>;
  readonly carryOut: (commandId: CommandId, command: Command, by: PersonId) => CommandReply;
  readonly join: (reader: Reader, request: Join) => JoinReply;
  readonly since: (reader: Reader, request: Since) => SinceReply;
  readonly leave: (reader: Reader) => void;
  /** Puts an older backup back: what followed it is gone, and the epoch is another. */
  readonly restore: (seq: number) => void;
};

export function openLogServer(meetingId: MeetingId, now: () => number): LogServer {
  let log: RecordedEvent[] = [];
  let meeting = unconvened;
  let epoch = 1;
  const readers = new Set<Reader>();
  const refused = new Set<CommandId>();
  const forgotten = new Set<CommandId>();

  function carryOut(commandId: CommandId, command: Command, by: PersonId): CommandReply {
    const earlier = log.find((event) => event.commandId === commandId);
    if (earlier) return { status: "recorded", seq: earlier.seq };
    const at = now();
    const decision = decide(meeting, command, { by, at });
    if (decision.outcome === "refused") {
      refused.add(commandId);
      return { status: "refused", refusal: decision.refusal };
    }

    const before = meeting;
    const events = decision.events.map((event, index): RecordedEvent => {
      return { seq: log.length + index + 1, at, by, commandId, nth: index + 1, v: 1, event };
    });
    log = [...log, ...events];
    for (const event of events) meeting = evolve(meeting, event);
    publish(before, events);
    return { status: "recorded", seq: log.length - events.length + 1 };
  }

  function publish(before: Meeting, events: readonly RecordedEvent[]) {
    for (const reader of readers) {
      const { person, tell } = reader;
      if (audienceChanged(before, meeting, person)) {
        readers.delete(reader);
        tell({ type: "rejoin", meetingId, reason: "audienceChanged" });
      } else if (mayView(meeting, person)) {
        tell({ type: "events", meetingId, events: redact(meeting, person, events) });
        tell({ type: "grew", meetingId, seq: log.length });
      }
    }
  }

  function page(person: PersonId, afterSeq: number) {
    const events = redact(meeting, person, log.slice(afterSeq, afterSeq + PAGE));
    return { events, more: log.length > afterSeq + PAGE };
  }

  return {
    log: () => log,
    meeting: () => meeting,
    refused,
    forgotten,
    carryOut,
    join(reader, { afterSeq }) {
      if (!mayView(meeting, reader.person)) return { status: "failed", reason: "notFound" };
      readers.add(reader);
      const you = reader.person;
      const clock = { serverTime: now(), rate: 1 };
      return {
        status: "joined",
        seq: log.length,
        epoch: `${epoch}`,
        people: {},
        you,
        ...clock,
        ...page(you, afterSeq),
      };
    },
    since(reader, { afterSeq }) {
      if (!mayView(meeting, reader.person)) return { status: "failed", reason: "notFound" };
      return { status: "events", serverTime: now(), ...page(reader.person, afterSeq) };
    },
    leave: (reader) => void readers.delete(reader),
    restore(seq) {
      for (const { commandId } of log.slice(seq)) forgotten.add(commandId);
      log = log.slice(0, seq);
      meeting = log.reduce(evolve, unconvened);
      epoch += 1;
      readers.clear();
    },
  };
}
