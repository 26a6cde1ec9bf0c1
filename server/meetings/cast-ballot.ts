// A seat casts its secret vote. Whether it may is decided on the meeting as its log stands; that it still stands so is
// checked by the statement that takes the ballot, so that it counts if and only if it came before the close. Nothing of
// it is logged, counted by a meter or told to anybody.
import { setTimeout as wait } from "node:timers/promises";
import { castSealed, hasAnswered } from "#db/sealed-answers.ts";
import { type BoxId, type MeetingId, type PersonId, VoteId } from "#domain/ids.ts";
import { voteOf, votingSeat } from "#domain/meeting/look-up.ts";
import { mayReadItem } from "#domain/meeting/rights.ts";
import { mayView } from "#domain/meeting/visibility.ts";
import { type BallotSlip, ballotStands } from "#domain/meeting/votes.ts";
import type { AnsweredReply, AnswerReply } from "#domain/wire.ts";
import type { Clock } from "../clock.ts";
import type { PulseNeeds } from "./answer-pulse.ts";

/** After as many changes of the log in between, the ballot is to be sent again. */
const TRIES = 12;
const LONGEST_WAIT_MS = 20;

export type BallotNeeds = PulseNeeds & { readonly clock: Pick<Clock, "now"> };

type Asking = { readonly meetingId: MeetingId; readonly box: BoxId };

/** Taken once for each seat, however often it is sent; the first that arrives is the one that counts. */
export async function castBallot(
  { log, desks, sealer, clock }: BallotNeeds,
  by: PersonId,
  { meetingId, box, slip }: Asking & { readonly slip: BallotSlip },
): Promise<AnswerReply> {
  if (!desks.isOpen()) return { status: "failed", reason: "unavailable" };
  const voteId = VoteId.parse(box);
  const { seat: who, choice } = slip;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { meeting, seq: asOf } = await desks.at(meetingId).catchUp();
    if (!mayView(meeting, by)) return { status: "failed", reason: "notFound" };
    const stands = ballotStands(meeting, { voteId, seat: who, choice }, { by, at: clock.now() });
    if (stands) return { status: "refused", refusal: stands.refusal };

    const sealed = sealer.seal(box, { choice });
    const cast = await castSealed(log, { box, meetingId, kind: "ballot" }, { who, sealed, asOf });
    if (cast === "closed") return { status: "closed" };
    if (cast !== "stale") return { status: "answered", before: cast === "already" };
    await wait(Math.random() * LONGEST_WAIT_MS * (tries + 1));
  }
  return { status: "failed", reason: "busy" };
}

/** Whether the seat in which this person sits has cast its ballot, for them alone. */
export async function haveCastBallot(
  { log, desks }: Pick<BallotNeeds, "log" | "desks">,
  person: PersonId,
  { meetingId, box }: Asking,
): Promise<AnsweredReply> {
  const { meeting } = await desks.at(meetingId).copy();
  const vote = voteOf(meeting, VoteId.parse(box));
  const seat = votingSeat(meeting, person);
  const isTheirs = mayView(meeting, person) && vote?.secret && mayReadItem(meeting, vote.itemId, person);
  if (!isTheirs || !seat) return { status: "failed", reason: "notFound" };
  return { status: "receipt", answered: await hasAnswered(log, box, seat.id) };
}
