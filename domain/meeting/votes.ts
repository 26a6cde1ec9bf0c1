// Votes and temperature checks: the chair puts a question, each full seat answers once, and nobody sees a result before
// it is revealed. A seat may change its answer until the close; of a secret one no answer ever reaches the log.
import * as z from "zod";
import { EntryId, ItemId, type PersonId, SeatId, VoteId } from "../ids.ts";
import { optionalWords, words } from "../words.ts";
import { rulesOf } from "./board-rules.ts";
import { accept, type Decision, type Refused, refuse } from "./decision.ts";
import { standing, WORDS_MAX } from "./entries.ts";
import type { Envelope, EventOf } from "./events.ts";
import { itemStands } from "./item-gate.ts";
import { itemOf, seatOf, sittingIn, voteOf } from "./look-up.ts";
import { type Actor, permit } from "./permissions.ts";
import { type Meeting, withItem, withVote } from "./state.ts";
import { seatsAsked } from "./turnout.ts";
import {
  type Ballot,
  CHOICES,
  Choice,
  Count,
  counted,
  isSettled,
  isTimeUp,
  outcomeOf,
  revealedWith,
  type Vote,
  VoteKind,
} from "./vote.ts";

const question = { kind: VoteKind, text: words(WORDS_MAX) };

/** How long answers may be taken, in seconds. */
export const VoteSeconds = z.int().min(5).max(3600);

/**
 * `linkedTo` is a vote with which it is to be revealed; `about` a decision that is still to be agreed. After so many
 * `seconds` it closes by itself; not said, it waits for the chair.
 */
export const OpenVote = z.strictObject({
  type: z.literal("openVote"),
  voteId: VoteId,
  itemId: ItemId,
  ...question,
  about: EntryId.nullable(),
  secret: z.boolean(),
  linkedTo: VoteId.nullable(),
  seconds: VoteSeconds.optional(),
});
export type OpenVote = z.infer<typeof OpenVote>;

/** The words and what may be answered, until the first seat has. */
export const AmendVote = z.strictObject({ type: z.literal("amendVote"), voteId: VoteId, ...question });
export type AmendVote = z.infer<typeof AmendVote>;

/** The answer of a seat to a recorded vote; the last one before the close counts. */
export const CastVote = z.strictObject({
  type: z.literal("castVote"),
  voteId: VoteId,
  seat: SeatId,
  choice: Choice,
  reason: optionalWords(300),
});
export type CastVote = z.infer<typeof CastVote>;

/** The answer of a seat to a secret vote. It comes by a message of its own, once, and never enters the log. */
export const BallotSlip = z.strictObject({ kind: z.literal("ballot"), seat: SeatId, choice: Choice });
export type BallotSlip = z.infer<typeof BallotSlip>;

export const CloseVote = z.strictObject({ type: z.literal("closeVote"), voteId: VoteId });
export type CloseVote = z.infer<typeof CloseVote>;

/** Makes known what a vote came to, and all that are linked to it. */
export const RevealVotes = z.strictObject({ type: z.literal("revealVotes"), voteId: VoteId });
export type RevealVotes = z.infer<typeof RevealVotes>;

/** Whoever presides decides a tie, where the board's rules give them a casting vote. */
export const GiveCastingVote = z.strictObject({
  type: z.literal("giveCastingVote"),
  voteId: VoteId,
  choice: z.enum(["for", "against"]),
});
export type GiveCastingVote = z.infer<typeof GiveCastingVote>;

export const CancelVote = z.strictObject({
  type: z.literal("cancelVote"),
  voteId: VoteId,
  reason: optionalWords(300),
});
export type CancelVote = z.infer<typeof CancelVote>;

/** Given by the server alone, when the ballots of a closed secret vote have been counted. */
export const CountBallots = z.strictObject({
  type: z.literal("countBallots"),
  voteId: VoteId,
  counts: z.array(Count).max(Choice.options.length),
});
export type CountBallots = z.infer<typeof CountBallots>;

export function openVote(meeting: Meeting, command: OpenVote, { at }: Pick<Actor, "at">): Decision {
  const { voteId, itemId, kind, text, about, secret, linkedTo, seconds } = command;
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (voteOf(meeting, voteId)) return refuse({ code: "alreadyRecorded" });
  if (item.status !== "open") return refuse({ code: "itemNotOpen", itemId });

  const first = linkedTo === null ? null : item.votes.find(({ id }) => id === linkedTo);
  if (first === undefined) return refuse({ code: "voteNotFound" });
  if (first && isSettled(first)) return refuse({ code: "voteSettled" });
  const group = first?.group ?? voteId;
  return (
    decidable(meeting, itemId, about) ??
    accept({
      type: "voteOpened",
      itemId,
      voteId,
      kind,
      text,
      about,
      secret,
      group,
      ...(seconds !== undefined && { closesAt: at + seconds * 1000 }),
    })
  );
}

/** The wording of a secret one stays as it was opened: nobody may know whether anybody has answered it. */
export function amendVote(meeting: Meeting, { voteId, kind, text }: AmendVote): Decision {
  const found = openOne(meeting, voteId);
  if (found.outcome === "refused") return found;
  const { vote } = found;
  if (vote.secret) return refuse({ code: "voteIsSecret" });
  if (vote.ballots.length > 0) return refuse({ code: "voteBegun" });
  if (vote.kind === kind && vote.text === text) return refuse({ code: "nothingChanges" });
  return accept({ type: "voteAmended", itemId: vote.itemId, voteId, kind, text });
}

/** By seat: whoever sits in it now answers for it; the clerk only where nobody has answered from a device. */
export function castVote(
  meeting: Meeting,
  { voteId, seat, choice, reason }: CastVote,
  actor: Actor,
): Decision {
  const found = castable(meeting, voteId, seat, actor);
  if (found.outcome === "refused") return found;
  const { vote, person } = found;
  if (vote.secret) return refuse({ code: "voteIsSecret" });
  if (!CHOICES[vote.kind].includes(choice)) return refuse({ code: "choiceNotOffered" });

  const before = vote.ballots.find((ballot) => ballot.seat === seat);
  const isKnown = before && (before.by === actor.by || before.person === actor.by);
  if (before && person !== actor.by && before.by !== actor.by) return refuse({ code: "seatHasVoted" });
  // to whoever may not know what was answered it must not be told by a refusal
  if (isKnown && before.choice === choice && before.reason === reason)
    return refuse({ code: "alreadyRecorded" });
  return accept({ type: "voteCast", itemId: vote.itemId, voteId, seat, person, choice, reason });
}

/**
 * What stands in the way of a secret ballot of this seat from this person now; null when nothing does. The same as for a
 * recorded vote, but that nobody casts it for another.
 */
export function ballotStands(
  meeting: Meeting,
  { voteId, seat, choice }: { readonly voteId: VoteId } & Pick<BallotSlip, "seat" | "choice">,
  who: { readonly by: PersonId; readonly at: number },
): Refused | null {
  const permitted = permit(meeting, "castVote", who);
  if (permitted.outcome === "refused") return permitted;
  const stands = itemStands(meeting, { type: "castVote", voteId, seat, choice, reason: "" }, who.by);
  if (stands) return stands;
  const found = castable(meeting, voteId, seat, permitted.actor);
  if (found.outcome === "refused") return found;
  if (!found.vote.secret) return refuse({ code: "voteNotFound" });
  return CHOICES[found.vote.kind].includes(choice) ? null : refuse({ code: "choiceNotOffered" });
}

type Castable = { readonly outcome: "castable"; readonly vote: Vote; readonly person: Ballot["person"] };

/** Whether an answer of this seat is taken now, from this actor, recorded or secret. */
function castable(meeting: Meeting, voteId: VoteId, seat: SeatId, actor: Actor): Castable | Refused {
  const vote = voteOf(meeting, voteId);
  if (!vote) return refuse({ code: "voteNotFound" });
  const registered = seatOf(meeting, seat);
  if (!registered) return refuse({ code: "seatNotFound" });
  const person = sittingIn(meeting, seat)?.person;
  // a secret ballot is cast by nobody else
  if ((actor.scope === "own" || vote.secret) && person !== actor.by) return refuse({ code: "notYours" });
  if (person === undefined) return refuse({ code: "seatEmpty" });
  if (!registered.full) return refuse({ code: "seatHasNoVote" });
  if (vote.status !== "open" || isTimeUp(vote, actor.at)) return refuse({ code: "voteNotOpen" });
  if (itemOf(meeting, vote.itemId)?.status !== "open")
    return refuse({ code: "itemNotOpen", itemId: vote.itemId });
  return { outcome: "castable", vote, person };
}

/** Records which seats were in the room then and could have answered. */
export function closeVote(meeting: Meeting, { voteId }: CloseVote): Decision {
  const found = openOne(meeting, voteId);
  if (found.outcome === "refused") return found;
  const { itemId } = found.vote;
  const present = seatsAsked(meeting, itemId).map(({ id }) => id);
  return accept({ type: "voteClosed", itemId, voteId, present });
}

export function countBallots(meeting: Meeting, { voteId, counts }: CountBallots): Decision {
  const vote = voteOf(meeting, voteId);
  if (!vote?.secret) return refuse({ code: "voteNotFound" });
  if (vote.counts) return refuse({ code: "alreadyRecorded" });
  if (vote.status === "open") return refuse({ code: "voteStillOpen" });
  if (isSettled(vote)) return refuse({ code: "voteSettled" });
  return accept({ type: "ballotsCounted", itemId: vote.itemId, voteId, counts });
}

export function revealVotes(meeting: Meeting, { voteId }: RevealVotes): Decision {
  const vote = voteOf(meeting, voteId);
  if (!vote) return refuse({ code: "voteNotFound" });
  if (vote.status === "revealed") return refuse({ code: "alreadyRecorded" });
  if (vote.status === "cancelled") return refuse({ code: "voteSettled" });

  const together = revealedWith(itemOf(meeting, vote.itemId)?.votes ?? [], vote).filter(
    ({ status }) => status !== "revealed",
  );
  if (together.some(({ status }) => status === "open")) return refuse({ code: "voteStillOpen" });
  if (together.some(({ secret, counts }) => secret && !counts)) return refuse({ code: "ballotsNotCounted" });
  return accept({ type: "votesRevealed", itemId: vote.itemId, votes: together.map(revealed) });
}

export function giveCastingVote(meeting: Meeting, { voteId, choice }: GiveCastingVote): Decision {
  const vote = voteOf(meeting, voteId);
  if (!vote) return refuse({ code: "voteNotFound" });
  if (vote.castingVote) return refuse({ code: "alreadyRecorded" });
  if (!rulesOf(meeting).castingVote) return refuse({ code: "noCastingVote" });
  if (outcomeOf(vote) !== "tied") return refuse({ code: "voteNotTied" });
  return accept({ type: "castingVoteGiven", itemId: vote.itemId, voteId, choice });
}

/** What the seats have answered is then never made known. */
export function cancelVote(meeting: Meeting, { voteId, reason }: CancelVote): Decision {
  const vote = voteOf(meeting, voteId);
  if (!vote) return refuse({ code: "voteNotFound" });
  if (isSettled(vote)) return refuse({ code: "voteSettled" });
  return accept({ type: "voteCancelled", itemId: vote.itemId, voteId, reason });
}

export function applyVoteOpened(
  meeting: Meeting,
  event: EventOf<"voteOpened">,
  { seq, at, by }: Envelope,
): Meeting {
  const { itemId, voteId: id, kind, text, about, secret, group, closesAt = null } = event;
  const vote: Vote = {
    id,
    seq,
    at,
    by,
    itemId,
    kind,
    text,
    about,
    secret,
    group,
    status: "open",
    closesAt,
    leftMs: null,
    ballots: [],
    closed: null,
    counts: null,
    revealed: null,
    castingVote: null,
    cancelled: null,
  };
  return withItem(meeting, itemId, (item) => ({ ...item, votes: [...item.votes, vote] }));
}

export function applyVoteAmended(meeting: Meeting, event: EventOf<"voteAmended">): Meeting {
  const { kind, text } = event;
  return withVote(meeting, event, (vote) => ({ ...vote, kind, text }));
}

export function applyVoteCast(
  meeting: Meeting,
  event: EventOf<"voteCast">,
  { seq, at, by }: Envelope,
): Meeting {
  const { seat, person, choice, reason } = event;
  return withVote(meeting, event, (vote) =>
    withBallot(vote, seat, { seq, at, by, seat, person, choice, reason }),
  );
}

export function applyVoteClosed(
  meeting: Meeting,
  event: EventOf<"voteClosed">,
  { seq, at, by }: Envelope,
): Meeting {
  const { present, onTime = false } = event;
  return withVote(meeting, event, (vote) => ({
    ...vote,
    status: "closed",
    closed: { seq, at, by, present, onTime },
  }));
}

export function applyBallotsCounted(meeting: Meeting, event: EventOf<"ballotsCounted">): Meeting {
  return withVote(meeting, event, (vote) => ({ ...vote, counts: event.counts }));
}

/** From here on every copy holds the same answers, whatever it held before. */
export function applyVotesRevealed(
  meeting: Meeting,
  { itemId, votes }: EventOf<"votesRevealed">,
  { seq, at, by }: Envelope,
): Meeting {
  return votes.reduce(
    (current, { voteId, counts, ballots }) =>
      withVote(current, { itemId, voteId }, (vote) => ({
        ...vote,
        status: "revealed",
        revealed: { seq, at, by },
        counts,
        ballots: ballots.reduce(told, vote.ballots),
      })),
    meeting,
  );
}

export function applyCastingVoteGiven(
  meeting: Meeting,
  event: EventOf<"castingVoteGiven">,
  { seq, at, by }: Envelope,
): Meeting {
  const { choice } = event;
  return withVote(meeting, event, (vote) => ({ ...vote, castingVote: { seq, at, by, choice } }));
}

export function applyVoteCancelled(
  meeting: Meeting,
  event: EventOf<"voteCancelled">,
  { seq, at, by }: Envelope,
): Meeting {
  const { reason } = event;
  return withVote(meeting, event, (vote) => ({
    ...vote,
    status: "cancelled",
    cancelled: { seq, at, by, reason },
  }));
}

/** The vote with this answer of a seat in place of its earlier one; null takes it out. */
export function withBallot(vote: Vote, seat: SeatId, ballot: Ballot | null): Vote {
  const place = vote.ballots.findIndex((each) => each.seat === seat);
  const ballots = place === -1 ? [...vote.ballots] : vote.ballots.toSpliced(place, 1);
  if (ballot) ballots.splice(place === -1 ? ballots.length : place, 0, ballot);
  return { ...vote, ballots };
}

function told(
  ballots: readonly Ballot[],
  { seat, choice, reason }: Pick<Ballot, "seat" | "choice" | "reason">,
): readonly Ballot[] {
  return ballots.map((ballot) => (ballot.seat === seat ? { ...ballot, choice, reason } : ballot));
}

function revealed({ id: voteId, kind, secret, ballots, counts }: Vote) {
  if (secret) return { voteId, counts: [...(counts ?? [])], ballots: [] };
  return {
    voteId,
    counts: [...counted(kind, ballots)],
    ballots: ballots.flatMap(({ seat, choice, reason }) => (choice ? [{ seat, choice, reason }] : [])),
  };
}

type Found = { readonly outcome: "found"; readonly vote: Vote };

/** A vote that has not been closed; its time may be up. */
export function openOne(meeting: Meeting, voteId: VoteId): Found | Refused {
  const vote = voteOf(meeting, voteId);
  if (!vote) return refuse({ code: "voteNotFound" });
  if (vote.status === "closed") return refuse({ code: "voteNotOpen" });
  if (isSettled(vote)) return refuse({ code: "voteSettled" });
  return { outcome: "found", vote };
}

function decidable(meeting: Meeting, itemId: ItemId, about: EntryId | null): Refused | null {
  if (about === null) return null;
  const found = standing(meeting, about, "decision");
  if (found.outcome === "refused") return found;
  if (found.entry.itemId !== itemId) return refuse({ code: "entryNotFound" });
  return found.entry.agreed ? refuse({ code: "alreadyAgreed", entryId: about }) : null;
}
