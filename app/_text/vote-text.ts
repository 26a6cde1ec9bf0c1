// Votes in words: what is asked, what may be answered, how many have, and what came of it.
import { seatsPresent } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { type Choice, type Count, outcomeOf, type Vote, type VoteKind } from "#domain/meeting/vote.ts";
import { capital, counted, listed } from "./numbers.ts";

export const voteKindWord: Readonly<Record<VoteKind, string>> = {
  vote: "Vote",
  temperatureCheck: "Temperature check",
};

export const choiceWord: Readonly<Record<Choice, string>> = {
  for: "For",
  against: "Against",
  abstain: "Abstain",
  agree: "Agree",
  liveWith: "Can live with it",
  object: "Object",
  block: "Block",
};

/** How a choice is read out behind its number: "9 for", "1 abstention". */
const read: Readonly<Record<Choice, readonly [one: string, many: string]>> = {
  for: ["for", "for"],
  against: ["against", "against"],
  abstain: ["abstention", "abstentions"],
  agree: ["agrees", "agree"],
  liveWith: ["can live with it", "can live with it"],
  object: ["objects", "object"],
  block: ["blocks", "block"],
};

/** "9 for, 2 against and 1 abstention"; what nobody chose is left out but for or against. */
function countsText(counts: readonly Count[]): string {
  const told = counts.filter(({ choice, count }) => count > 0 || choice === "for" || choice === "against");
  if (told.length === 0) return "nobody voted";
  return listed(told.map(({ choice, count }) => `${count} ${read[choice][count === 1 ? 0 : 1]}`));
}

/** "9 of 14 seats have voted." Of a secret vote nobody knows how many before it is counted. */
export function progressText(meeting: Meeting, vote: Vote): string {
  if (vote.secret) return vote.status === "open" ? "Nobody sees who has voted, or how many." : "";
  const voted = vote.ballots.map(({ seat }) => seat);
  const there = vote.closed?.present ?? seatsPresent(meeting).map(({ id }) => id);
  const seats = new Set([...there, ...voted]).size;
  return `${voted.length} of ${counted(seats, "seat has", "seats have")} voted.`;
}

export const outcomeWord = { carried: "Carried", lost: "Lost", tied: "A tie" } as const;

/** "9 for, 2 against and 1 abstention. Carried." */
export function resultText(vote: Vote): string {
  if (vote.counts === null) return "";
  const outcome = outcomeOf(vote);
  const casting = vote.castingVote ? ", on the chair’s casting vote" : "";
  return `${capital(countsText(vote.counts))}.${outcome ? ` ${outcomeWord[outcome]}${casting}.` : ""}`;
}
