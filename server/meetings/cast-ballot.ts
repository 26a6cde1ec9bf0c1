// A seat casts its secret vote.
import { hasAnswered } from "#db/sealed-answers.ts";
import { type PersonId, VoteId } from "#domain/ids.ts";
import { voteOf, votingSeat } from "#domain/meeting/look-up.ts";
import { mayReadItem } from "#domain/meeting/rights.ts";
import { mayView } from "#domain/meeting/visibility.ts";
import { type BallotSlip, ballotStands } from "#domain/meeting/votes.ts";
import type { AnsweredReply, AnswerReply } from "#domain/wire.ts";
import type { Clock } from "../clock.ts";
import { type Asking, type SealedNeeds, takeSealed } from "./take-sealed.ts";

export type BallotNeeds = SealedNeeds & { readonly clock: Pick<Clock, "now" | "databaseAt"> };

/** Taken once for each seat. */
export function castBallot(
  needs: BallotNeeds,
  by: PersonId,
  { slip, ...asking }: Asking & { readonly slip: BallotSlip },
): Promise<AnswerReply> {
  const voteId = VoteId.parse(asking.box);
  const { seat: who, choice } = slip;
  return takeSealed(needs, { ...asking, kind: "ballot" }, (meeting) => {
    if (!mayView(meeting, by)) return { status: "failed", reason: "notFound" };
    const stands = ballotStands(meeting, { voteId, seat: who, choice }, { by, at: needs.clock.now() });
    if (stands) return { status: "refused", refusal: stands.refusal };
    const closesAt = voteOf(meeting, voteId)?.closesAt ?? null;
    const until = closesAt === null ? null : needs.clock.databaseAt(closesAt);
    return { who, words: { choice }, until };
  });
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
