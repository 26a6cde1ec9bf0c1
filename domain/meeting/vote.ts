// NOUNS. A question put to the seats: what may be answered, what each has answered, and what came of it.
import * as z from "zod";
import type { EntryId, ItemId, PersonId, SeatId, VoteId } from "../ids.ts";

/** A temperature check sounds the board out and settles nothing; a vote is carried, lost or tied. */
export const VoteKind = z.enum(["temperatureCheck", "vote"]);
export type VoteKind = z.infer<typeof VoteKind>;

export const Choice = z.enum(["for", "against", "abstain", "agree", "liveWith", "object", "block"]);
export type Choice = z.infer<typeof Choice>;

/** What may be answered, in the order in which it is offered and read out. */
export const CHOICES: Readonly<Record<VoteKind, readonly Choice[]>> = {
  temperatureCheck: ["agree", "liveWith", "object", "block"],
  vote: ["for", "against", "abstain"],
};

export const Count = z.object({ choice: Choice, count: z.number() });
export type Count = z.infer<typeof Count>;

/** What a seat has answered, the last time it did. */
export type Ballot = {
  readonly seq: number;
  readonly at: number;
  readonly by: PersonId;
  readonly seat: SeatId;
  /** Who sat in the seat then. */
  readonly person: PersonId;
  /** Null in the copy of whoever may not know it yet. */
  readonly choice: Choice | null;
  readonly reason: string;
};

type Done = { readonly seq: number; readonly at: number; readonly by: PersonId };

export type Vote = Done & {
  readonly id: VoteId;
  readonly itemId: ItemId;
  readonly kind: VoteKind;
  readonly text: string;
  /** The decision it is about; null when it is about the item. */
  readonly about: EntryId | null;
  /** Of a secret one no answer of a seat is in the log, and no ballot here. */
  readonly secret: boolean;
  /** The first of those that are revealed together; its own id when it stands alone. */
  readonly group: VoteId;
  readonly status: "open" | "closed" | "revealed" | "cancelled";
  /**
   * The moment from which no answer is taken, in milliseconds of server time; null where the chair closes it when they
   * will, and while the meeting is adjourned.
   */
  readonly closesAt: number | null;
  /** What was left of its time when the meeting was adjourned. */
  readonly leftMs: number | null;
  /** One for each seat that has answered; empty for a secret one. */
  readonly ballots: readonly Ballot[];
  readonly closed:
    | (Done & {
        /** The seats in the room then that could have answered. */
        readonly present: readonly SeatId[];
        /** Whether its time was up, and nobody closed it. */
        readonly onTime: boolean;
      })
    | null;
  /** What was answered how often; null until it is revealed, and in the record of a secret one until it is counted. */
  readonly counts: readonly Count[] | null;
  readonly revealed: Done | null;
  readonly castingVote: (Done & { readonly choice: "for" | "against" }) | null;
  readonly cancelled: (Done & { readonly reason: string }) | null;
};

/** How often each of the choices was made. */
export function counted(kind: VoteKind, ballots: readonly Pick<Ballot, "choice">[]): readonly Count[] {
  return CHOICES[kind].map((choice) => ({
    choice,
    count: ballots.filter((ballot) => ballot.choice === choice).length,
  }));
}

/** What a revealed vote came to, the casting vote included; null for what settles nothing. */
export function outcomeOf({ kind, status, counts, castingVote }: Vote): "carried" | "lost" | "tied" | null {
  if (kind !== "vote" || status !== "revealed" || counts === null) return null;
  const of = (choice: Choice) => counts.find((each) => each.choice === choice)?.count ?? 0;
  const lead = of("for") - of("against");
  if (lead !== 0) return lead > 0 ? "carried" : "lost";
  if (castingVote === null) return "tied";
  return castingVote.choice === "for" ? "carried" : "lost";
}

/** Whether nothing more can come of it. */
export function isSettled({ status }: Vote): boolean {
  return status === "revealed" || status === "cancelled";
}

/** Whether an answer given then comes too late, closed or not. */
export function isTimeUp({ closesAt }: Pick<Vote, "closesAt">, at: number): boolean {
  return closesAt !== null && at >= closesAt;
}

/** The vote with its time standing still, as all clocks do while the meeting is adjourned. */
export function held(vote: Vote, at: number): Vote {
  if (vote.status !== "open" || vote.closesAt === null) return vote;
  return { ...vote, closesAt: null, leftMs: Math.max(0, vote.closesAt - at) };
}

/** The vote with its time running again from where it stood. */
export function running(vote: Vote, at: number): Vote {
  if (vote.status !== "open" || vote.leftMs === null) return vote;
  return { ...vote, closesAt: at + vote.leftMs, leftMs: null };
}

/** Those that are revealed with it, itself among them. */
export function revealedWith(votes: readonly Vote[], { group }: Vote): readonly Vote[] {
  return votes.filter((vote) => vote.group === group && vote.status !== "cancelled");
}
