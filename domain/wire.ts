// What crosses the socket. `docs/protocol.md` describes it so that a stranger can write a client.
import * as z from "zod";
import { BoxId, CommandId, MeetingId, PersonId } from "./ids.ts";
import { SentCommand } from "./meeting/commands.ts";
import type { Refusal } from "./meeting/decision.ts";
import { SentEvent } from "./meeting/events.ts";
import { PulseSlip } from "./meeting/pulse.ts";
import type { ScreenView } from "./meeting/screen.ts";
import { BallotSlip } from "./meeting/votes.ts";

/**
 * History: 1, the first; 2, the queue of those who have asked to speak; 3, interests, votes, evidence and the rest of the room.
 */
export const PROTOCOL_VERSION = 3;

/** The most a client gets in one answer; the rest follows on asking again. */
export const PAGE_EVENTS = 500;
export const PAGE_BYTES = 256 * 1024;

/** Milliseconds between the polls that make a lost hint harmless. */
export const POLL_EVERY = 15_000;

export const Join = z.strictObject({
  meetingId: MeetingId,
  afterSeq: z.int().min(0),
  protocol: z.int(),
});
export type Join = z.infer<typeof Join>;

export const Since = z.strictObject({ meetingId: MeetingId, afterSeq: z.int().min(0) });
export type Since = z.infer<typeof Since>;

export const CommandRequest = z.strictObject({
  meetingId: MeetingId,
  commandId: CommandId,
  command: SentCommand,
  /** Milliseconds it has waited on its device, by that device's clock; for the server's figures, not for the record. */
  waited: z.int().min(0).max(1e10).optional(),
});
export type CommandRequest = z.infer<typeof CommandRequest>;

/** What is answered in secret. It has no id of its own: the first answer of a person is the one that counts. */
export const Answer = z.strictObject({
  meetingId: MeetingId,
  box: BoxId,
  slip: z.discriminatedUnion("kind", [PulseSlip, BallotSlip]),
});
export type Answer = z.infer<typeof Answer>;

/** Asks of a box: whether one has answered oneself, or (the chair and the clerk) for the words that came with answers. */
export const OfBox = z.strictObject({ meetingId: MeetingId, box: BoxId });
export type OfBox = z.infer<typeof OfBox>;

export const Leave = z.strictObject({ meetingId: MeetingId });
export type Leave = z.infer<typeof Leave>;

export const Typing = z.strictObject({ meetingId: MeetingId, itemId: z.string().max(40).nullable() });
export type Typing = z.infer<typeof Typing>;

/**
 * Why nothing was done, and nothing recorded. `notFound` is also the answer to what is not yours.
 * After `unavailable`, `storageFull`, `busy` and `tooFast` the same command may be sent again under the same id.
 * `tooManyPages` is said of a connection alone: as many as one person may have are open.
 */
export const FailureReason = z.enum([
  "notSignedIn",
  "notFound",
  "malformed",
  "idReused",
  "tooFast",
  "tooManyPages",
  "busy",
  "unavailable",
  "storageFull",
  "reloadNeeded",
]);
export type FailureReason = z.infer<typeof FailureReason>;

export const Failed = z.object({ status: z.literal("failed"), reason: FailureReason });
export type Failed = z.infer<typeof Failed>;

/** Who is who among those a meeting's registers name. */
export const People = z.record(PersonId, z.object({ name: z.string(), partner: z.string() }));
export type People = z.infer<typeof People>;

/** Who has the room open; `typing` is the item on which they are writing something. */
export const Presence = z.array(z.object({ person: PersonId, typing: z.string().nullable() }));
export type Presence = z.infer<typeof Presence>;

export const Joined = z.object({
  status: z.literal("joined"),
  /** The number of the meeting's last event. */
  seq: z.number(),
  /** Another than before: the database was restored; discard, join from 0, send the outbox again. */
  epoch: z.string(),
  events: z.array(SentEvent),
  more: z.boolean(),
  people: People,
  you: PersonId,
  /** Milliseconds; the clock all screens show. `rate` is how many of its seconds pass in one of ours. */
  serverTime: z.number(),
  rate: z.number(),
});
export type Joined = z.infer<typeof Joined>;
export type JoinReply = Joined | Failed;

export const EventsPage = z.object({
  status: z.literal("events"),
  events: z.array(SentEvent),
  more: z.boolean(),
  serverTime: z.number(),
});
export type EventsPage = z.infer<typeof EventsPage>;
export type SinceReply = EventsPage | Failed;

/** What a second screen is sent, on the namespace `/screen`: the whole of what it shows, each time it is another. */
export type ScreenMessage = {
  readonly view: ScreenView;
  /** As in `Joined`. */
  readonly serverTime: number;
  readonly rate: number;
};

export type CommandReply =
  | { readonly status: "recorded"; readonly seq: number }
  | { readonly status: "refused"; readonly refusal: Refusal }
  | Failed;

/** `before`: this person had answered already, and that answer stands. */
export type AnswerReply =
  | { readonly status: "answered"; readonly before: boolean }
  | { readonly status: "closed" }
  | { readonly status: "notAsked" }
  /** Of a ballot: what stands in its way. */
  | { readonly status: "refused"; readonly refusal: Refusal }
  | Failed;

export type AnsweredReply = { readonly status: "receipt"; readonly answered: boolean } | Failed;

export type LinesReply = { readonly status: "lines"; readonly lines: readonly string[] } | Failed;

export type ClientMessages = {
  "meeting:join": (request: Join, answer: (reply: JoinReply) => void) => void;
  "meeting:since": (request: Since, answer: (reply: SinceReply) => void) => void;
  "meeting:command": (request: CommandRequest, answer: (reply: CommandReply) => void) => void;
  "meeting:answer": (request: Answer, answer: (reply: AnswerReply) => void) => void;
  "meeting:answered": (request: OfBox, answer: (reply: AnsweredReply) => void) => void;
  "meeting:lines": (request: OfBox, answer: (reply: LinesReply) => void) => void;
  "meeting:leave": (request: Leave) => void;
  "meeting:typing": (request: Typing) => void;
};

export type ServerMessages = {
  "meeting:events": (message: { meetingId: MeetingId; events: readonly SentEvent[] }) => void;
  "meeting:grew": (message: { meetingId: MeetingId; seq: number }) => void;
  "meeting:rejoin": (message: { meetingId: MeetingId; reason: "audienceChanged" }) => void;
  "meeting:people": (message: { meetingId: MeetingId; people: People }) => void;
  "meeting:presence": (message: { meetingId: MeetingId; here: Presence }) => void;
  /** The server is leaving; come back after `wait` milliseconds. */
  bye: (message: { wait: number }) => void;
  /** The session ended or was ended: sign in again. What has not been sent stays on this device. */
  signedOut: () => void;
  "screen:view": (message: ScreenMessage) => void;
  /** The link of this screen is revoked, or past its time. */
  "screen:ended": () => void;
};
