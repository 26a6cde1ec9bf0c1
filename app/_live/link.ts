// The line to the server, in our words: what can be asked over it and what comes by itself. Socket.IO
// stands behind it in a browser, a bad network played from a seed in the simulation.
import type {
  Answer,
  AnsweredReply,
  AnswerReply,
  CommandReply,
  CommandRequest,
  FailureReason,
  Join,
  JoinReply,
  Leave,
  LinesReply,
  OfBox,
  ServerMessages,
  Since,
  SinceReply,
  Typing,
} from "#domain/wire.ts";

type Told<Name extends keyof ServerMessages> = Parameters<ServerMessages[Name]>[0];

export type LinkMessage =
  | { readonly type: "connected" }
  | { readonly type: "disconnected" }
  /** The server was reached and does not let this page in for now. */
  | { readonly type: "refused"; readonly reason: FailureReason }
  | { readonly type: "signedOut" }
  | ({ readonly type: "events" } & Told<"meeting:events">)
  | ({ readonly type: "grew" } & Told<"meeting:grew">)
  | ({ readonly type: "rejoin" } & Told<"meeting:rejoin">)
  | ({ readonly type: "people" } & Told<"meeting:people">)
  | ({ readonly type: "presence" } & Told<"meeting:presence">);

/** What is asked is answered, or `undefined` when no answer came: the outcome is then unknown, never "no". */
export type Link = {
  readonly isConnected: () => boolean;
  readonly join: (request: Join) => Promise<JoinReply | undefined>;
  readonly since: (request: Since) => Promise<SinceReply | undefined>;
  readonly command: (request: CommandRequest) => Promise<CommandReply | undefined>;
  readonly answer: (request: Answer) => Promise<AnswerReply | undefined>;
  readonly answered: (request: OfBox) => Promise<AnsweredReply | undefined>;
  readonly lines: (request: OfBox) => Promise<LinesReply | undefined>;
  readonly leave: (request: Leave) => void;
  readonly typing: (request: Typing) => void;
  /** There may be a network again: without a line, one is tried for at once and not after the next wait. */
  readonly wake: () => void;
  /** Ends it for good. */
  readonly close: () => void;
  readonly listen: (listener: (message: LinkMessage) => void) => () => void;
};
