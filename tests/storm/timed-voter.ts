// People who vote, in a process whose wall clock may be a day wrong: a chair who opens votes for so many seconds, and a
// seat that answers before, at about, and after the deadline. They send as an outbox does, to whichever server answers.
import { setTimeout as wait } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import type { CommandId, ItemId, MeetingId, SeatId, VoteId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { ClientMessages, CommandReply, ServerMessages } from "#domain/wire.ts";
import { newCommand } from "../support/ids.ts";
import { asBrowser } from "../support/live-server.ts";

export type TimedVote = {
  readonly meetingId: MeetingId;
  readonly itemId: ItemId;
  readonly seat: SeatId;
  readonly voteId: VoteId;
  readonly seconds: number;
  /** Milliseconds from the beginning until the chair opens it. */
  readonly opensIn: number;
  /** Milliseconds from the deadline, as they may see it, at which the seat answers. */
  readonly answersAt: readonly number[];
};

export type Errand = {
  readonly ports: readonly number[];
  readonly chair: string;
  readonly member: string;
  readonly votes: readonly TimedVote[];
};

export type Answered = {
  readonly voteId: VoteId;
  readonly opened: CommandReply;
  readonly answers: readonly CommandReply[];
};

/** `daysOff` is how far their clock was from the one they were told. */
export type Reported = { readonly answered: readonly Answered[]; readonly clockAt: number };

const ANSWER_WITHIN_MS = 3000;
const GIVE_UP_AFTER_MS = 60_000;
const CHOICES = ["for", "against", "abstain"] as const;

type Line = Socket<ServerMessages, ClientMessages>;

async function run({ ports, chair, member, votes }: Errand): Promise<Reported> {
  const lines = (cookie: string): readonly Line[] =>
    ports.map((port) =>
      io(`http://127.0.0.1:${port}`, {
        extraHeaders: asBrowser(cookie),
        transports: ["websocket"],
        forceNew: true,
        reconnectionDelay: 50,
        reconnectionDelayMax: 200,
      }),
    );
  const [chairs, members] = [lines(chair), lines(member)];
  const answered = await Promise.all(
    votes.map(async (vote, nth): Promise<Answered> => {
      await wait(vote.opensIn);
      const opened = await send(chairs, nth, vote.meetingId, opening(vote));
      const closes = performance.now() + vote.seconds * 1000;
      const answers = await Promise.all(
        vote.answersAt.map(async (offset, place) => {
          await wait(Math.max(0, closes + offset - performance.now()));
          const choice = CHOICES[place % CHOICES.length] ?? "for";
          const { voteId, seat } = vote;
          const command = { type: "castVote", voteId, seat, choice, reason: "" } as const;
          return send(members, nth, vote.meetingId, command);
        }),
      );
      return { voteId: vote.voteId, opened, answers };
    }),
  );
  for (const line of [...chairs, ...members]) line.disconnect();
  return { answered, clockAt: Date.now() };
}

/** The same id to one server and the other, until one of them says recorded or refused. */
async function send(
  lines: readonly Line[],
  first: number,
  meetingId: MeetingId,
  command: SentCommand,
): Promise<CommandReply> {
  const commandId: CommandId = newCommand();
  const until = performance.now() + GIVE_UP_AFTER_MS;
  for (let tried = first; performance.now() < until; tried += 1) {
    const line = lines[tried % lines.length];
    const reply = line?.connected
      ? await line
          .timeout(ANSWER_WITHIN_MS)
          .emitWithAck("meeting:command", { meetingId, commandId, command })
          .catch(() => null)
      : null;
    if (reply && reply.status !== "failed") return reply;
    await wait(20);
  }
  return { status: "failed", reason: "unavailable" };
}

function opening({ voteId, itemId, seconds }: TimedVote) {
  return {
    type: "openVote",
    voteId,
    itemId,
    kind: "vote",
    text: "Forty homes",
    about: null,
    secret: false,
    linkedTo: null,
    seconds,
  } as const;
}

if (import.meta.main) {
  process.once("message", (errand: Errand) => {
    void run(errand).then((report) => process.send?.(report, () => process.exit(0)));
  });
  process.send?.("ready");
}
