// From the ballots of a closed secret vote to what may be told of it. Every step may be done twice, by two processes, or
// be left half-way by one that dies: whoever reveals the vote finds where things stand and goes on.
import * as z from "zod";
import type { OpenDatabase } from "#db/client.ts";
import { closeBox, countBox, countsOf, finishBox, sealedIn, voidBox } from "#db/sealed-answers.ts";
import { BoxId, CommandId, type MeetingId, type PersonId } from "#domain/ids.ts";
import { itemOf, voteOf } from "#domain/meeting/look-up.ts";
import { decide } from "#domain/meeting/meeting.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { mayView } from "#domain/meeting/visibility.ts";
import { CHOICES, Choice, type Count, revealedWith, type Vote } from "#domain/meeting/vote.ts";
import type { RevealVotes } from "#domain/meeting/votes.ts";
import type { CommandReply } from "#domain/wire.ts";
import type { Clock } from "../clock.ts";
import type { Sealer } from "../sealed/sealer.ts";
import { carryOut } from "./carry-out.ts";
import type { Request } from "./copy.ts";
import type { Desks } from "./desks.ts";

const SealedBallot = z.strictObject({ choice: Choice });
const QUESTION = "vote";

export type CountNeeds = {
  readonly database: OpenDatabase;
  readonly desks: Desks;
  readonly sealer: Sealer;
  readonly clock: Pick<Clock, "now" | "databaseAt">;
};

/** As `carryOut`; secret votes are counted before they are revealed, and emptied once they are cancelled or undone. */
export async function carryOutVote(
  needs: CountNeeds,
  meetingId: MeetingId,
  request: Request,
): Promise<CommandReply> {
  const { desks, clock } = needs;
  const { command, by } = request;
  const isEnding = command.type === "cancelVote" || command.type === "undo";
  if (command.type !== "revealVotes" && !isEnding) return carryOut(desks, meetingId, request);

  const { meeting } = await desks.at(meetingId).copy();
  if (command.type === "revealVotes") {
    const decision = decide(meeting, command, { by, at: clock.now() });
    const isSealed = decision.outcome === "refused" && decision.refusal.code === "ballotsNotCounted";
    if (isSealed && mayView(meeting, by)) await countBeforeReveal(needs, meetingId, command, by);
  }
  const reply = await carryOut(desks, meetingId, request);
  if (isEnding && reply.status === "recorded") {
    // what fails leaves ballots under their seal, which nobody opens any more
    await emptyBallots(needs, meetingId, meeting).catch(() => undefined);
  }
  return reply;
}

/** Counts the secret ones among what is about to be revealed, and puts what they came to on the record. */
async function countBeforeReveal(
  needs: CountNeeds,
  meetingId: MeetingId,
  { voteId }: RevealVotes,
  by: PersonId,
): Promise<void> {
  const { meeting } = await needs.desks.at(meetingId).catchUp();
  for (const vote of uncounted(meeting, voteId)) {
    const box = BoxId.parse(vote.id);
    const counts = await countBallots(needs, { meetingId, box, vote });
    // the same id from whoever counts: it is on the record once
    await needs.desks.ask(meetingId, {
      id: CommandId.parse(vote.id),
      by,
      command: { type: "countBallots", voteId: vote.id, counts: [...counts] },
    });
    await finishBox(needs.database.log, box);
  }
}

function uncounted(meeting: Meeting, voteId: Vote["id"]): readonly Vote[] {
  const vote = voteOf(meeting, voteId);
  const votes = vote ? (itemOf(meeting, vote.itemId)?.votes ?? []) : [];
  return vote
    ? revealedWith(votes, vote).filter(
        ({ secret, status, counts }) => secret && status === "closed" && !counts,
      )
    : [];
}

type Countable = { readonly meetingId: MeetingId; readonly box: BoxId; readonly vote: Vote };

async function countBallots(
  { database: { log, db }, sealer }: CountNeeds,
  { meetingId, box, vote }: Countable,
): Promise<readonly Count[]> {
  await closeBox(log, { box, meetingId, kind: "ballot" });
  const held = await sealedIn(log, box);
  if (held?.state === "closed") {
    const choices = held.sealed.flatMap(({ sealed }): Choice[] => {
      const ballot = SealedBallot.safeParse(sealer.open(box, sealed));
      return ballot.success ? [ballot.data.choice] : [];
    });
    await countBox(log, box, {
      keys: held.sealed.map(({ key }) => key),
      answered: held.sealed.length,
      counts: CHOICES[vote.kind].map((option) => ({
        question: QUESTION,
        option,
        count: choices.filter((choice) => choice === option).length,
      })),
      lines: [],
    });
  }
  const found = await countsOf(db, box);
  if (found === null) throw new Error("ballots not counted");
  return CHOICES[vote.kind].map((choice) => ({
    choice,
    count: found.counts.find(({ option }) => option === choice)?.count ?? 0,
  }));
}

/** What lies in the box of a vote that is not there any more, or was cancelled, is gone unread. */
async function emptyBallots(
  { database: { log }, desks }: CountNeeds,
  meetingId: MeetingId,
  before: Meeting,
): Promise<void> {
  const { meeting: after } = await desks.at(meetingId).copy();
  const over = before.items
    .flatMap(({ votes }) => votes)
    .filter(({ id, secret, status }) => {
      const now = voteOf(after, id);
      return secret && status !== "cancelled" && (now === undefined || now.status === "cancelled");
    });
  for (const { id } of over) await voidBox(log, { box: BoxId.parse(id), meetingId, kind: "ballot" });
}
