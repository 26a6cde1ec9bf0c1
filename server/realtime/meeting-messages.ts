// What a client may ask of a meeting.
import type { OpenDatabase } from "#db/client.ts";
import { eventsAfter } from "#db/event-log.ts";
import { thePartnership } from "#db/partnership.ts";
import { linesOf } from "#db/sealed-answers.ts";
import type { PersonId } from "#domain/ids.ts";
import { mayReadLines } from "#domain/meeting/pulse.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { mayView } from "#domain/meeting/visibility.ts";
import {
  type Answer,
  type AnsweredReply,
  type AnswerReply,
  type CommandReply,
  type CommandRequest,
  type EventsPage,
  type Failed,
  type Join,
  type Joined,
  type Leave,
  type LinesReply,
  type OfBox,
  type People,
  PROTOCOL_VERSION,
  type Since,
  type Typing,
} from "#domain/wire.ts";
import type { Clock } from "../clock.ts";
import { answerPulse, haveAnsweredPulse } from "../meetings/answer-pulse.ts";
import { castBallot, haveCastBallot } from "../meetings/cast-ballot.ts";
import { carryOutVote } from "../meetings/count-ballots.ts";
import type { Desks } from "../meetings/desks.ts";
import type { PulseKeeper } from "../meetings/keep-pulses.ts";
import type { Meters } from "../meters.ts";
import type { Sealer } from "../sealed/sealer.ts";
import { type Readable, readings, sharedPages } from "./pages.ts";
import type { PresenceKeeper } from "./presence.ts";
import { roomOf, type Wire } from "./wires.ts";

/** An answer as it is handed to the wire. */
type Handed<Reply extends { readonly events: unknown }> = Omit<Reply, "events"> & {
  readonly events: Readable;
};

const notFound: Failed = { status: "failed", reason: "notFound" };

export type MeetingMessagesNeeds = {
  readonly database: OpenDatabase;
  readonly desks: Desks;
  readonly clock: Clock;
  /** How many seconds pass on the clock in one of ours. */
  readonly rate: number;
  readonly presence: PresenceKeeper;
  readonly peopleOf: (meeting: Meeting) => Promise<People>;
  readonly sealer: Sealer;
  readonly pulses: Pick<PulseKeeper, "noticed">;
  readonly meters: Pick<Meters, "answered">;
};

export function meetingMessages(needs: MeetingMessagesNeeds) {
  const { database, desks, clock, rate, presence, peopleOf, sealer, pulses, meters } = needs;
  const pages = sharedPages((meetingId, afterSeq) => eventsAfter(database.log, meetingId, afterSeq));
  const readable = readings();

  /** A page as a person may read it now, or null when the meeting is not theirs to open. */
  async function read(
    { meetingId, afterSeq }: Since,
    person: PersonId,
  ): Promise<{
    readonly meeting: Meeting;
    readonly events: Readable;
    readonly lastSeq: number;
    readonly more: boolean;
  } | null> {
    const page = await pages(meetingId, afterSeq);
    const { meeting } = await desks.at(meetingId).copy(page.lastSeq);
    if (!mayView(meeting, person)) return null;
    return { ...page, meeting, events: readable(page, meeting, person) };
  }

  async function join({ meetingId, afterSeq, protocol }: Join, wire: Wire): Promise<Handed<Joined> | Failed> {
    if (protocol !== PROTOCOL_VERSION) return { status: "failed", reason: "reloadNeeded" };
    const { personId } = wire.data;
    // before reading: an event in between is seen twice, never missed
    await wire.join(roomOf(meetingId));
    const partnership = await thePartnership(database.db);
    const page = await read({ meetingId, afterSeq }, personId);
    if (page === null || partnership === undefined) {
      await wire.leave(roomOf(meetingId));
      return notFound;
    }
    presence.changed(meetingId);
    pulses.noticed(meetingId, page.meeting);
    return {
      status: "joined",
      seq: page.lastSeq,
      epoch: partnership.epoch,
      events: page.events,
      more: page.more,
      people: await peopleOf(page.meeting),
      you: personId,
      serverTime: clock.now(),
      rate,
    };
  }

  async function since(request: Since, wire: Wire): Promise<Handed<EventsPage> | Failed> {
    const page = await read(request, wire.data.personId);
    if (page === null) return notFound;
    return { status: "events", events: page.events, more: page.more, serverTime: clock.now() };
  }

  async function carry(
    { meetingId, commandId: id, command, waited = 0 }: CommandRequest,
    wire: Wire,
  ): Promise<CommandReply> {
    const came = performance.now();
    const request = { id, by: wire.data.personId, command };
    const reply = await carryOutVote({ database, desks, sealer, clock }, meetingId, request);
    meters.answered(reply, { ms: performance.now() - came, waitedMs: waited });
    return reply;
  }

  function answer({ slip, ...box }: Answer, wire: Wire): Promise<AnswerReply> {
    const needs = { log: database.log, desks, sealer, clock };
    return slip.kind === "pulse"
      ? answerPulse(needs, wire.data.personId, { ...box, slip })
      : castBallot(needs, wire.data.personId, { ...box, slip });
  }

  async function answered(request: OfBox, wire: Wire): Promise<AnsweredReply> {
    const needs = { log: database.log, desks };
    const { meeting } = await desks.at(request.meetingId).copy();
    return meeting.pulse?.box === request.box
      ? haveAnsweredPulse(needs, wire.data.personId, request)
      : haveCastBallot(needs, wire.data.personId, request);
  }

  /** Once they have been counted, and from as many answers as the floor asks for: before that there are none. */
  async function lines({ meetingId, box }: OfBox, wire: Wire): Promise<LinesReply> {
    const { meeting } = await desks.at(meetingId).copy();
    const { personId } = wire.data;
    const mayRead = mayView(meeting, personId) && mayReadLines(meeting, personId);
    if (!mayRead || meeting.pulse?.box !== box || meeting.pulse.result === null) return notFound;
    return { status: "lines", lines: await linesOf(database.db, box) };
  }

  function leave({ meetingId }: Leave, wire: Wire): void {
    void wire.leave(roomOf(meetingId));
    presence.changed(meetingId);
  }

  function typing({ meetingId, itemId }: Typing, wire: Wire): void {
    if (wire.rooms.has(roomOf(meetingId))) presence.typing(meetingId, wire.data.personId, itemId);
  }

  return { join, since, command: carry, answer, answered, lines, leave, typing };
}
