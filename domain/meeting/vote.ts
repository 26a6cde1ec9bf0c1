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
  /** One for each seat that has answered; empty for a secret one. */
  readonly ballots: readonly Ballot[];
  readonly closed:
    | (Done & { /** The full seats in the room then. */ readonly present: readonly SeatId[] })
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

/** Those that are revealed with it, itself among them. */
export function revealedWith(votes: readonly Vote[], { group }: Vote): readonly Vote[] {
  return votes.filter((vote) => vote.group === group && vote.status !== "cancelled");
}
