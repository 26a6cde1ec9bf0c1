// Votes in words: what is asked, what may be answered, how many have, and what came of it.
import type { Meeting } from "#domain/meeting/state.ts";
import { type Turnout, turnoutOf } from "#domain/meeting/turnout.ts";
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
  const turnout = turnoutOf(meeting, vote);
  if (turnout === null) return vote.status === "open" ? "Nobody sees who has voted, or how many." : "";
  return `${turnoutText(turnout)}.`;
}

/** "9 of 14 seats have voted" */
export function turnoutText({ voted, of }: Turnout): string {
  return `${voted} of ${counted(of, "seat has", "seats have")} voted`;
}

/** Of the time a vote has, in milliseconds: "1:05 left". */
export function timeLeftText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds <= 0) return "time is up";
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} left`;
}

/** How long a vote has, as it is said: "1 minute 30 seconds". */
export function voteLengthText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes > 0 && counted(minutes, "minute"), rest > 0 && counted(rest, "second")]
    .filter(Boolean)
    .join(" ");
}

export const outcomeWord = { carried: "Carried", lost: "Lost", tied: "A tie" } as const;

/** "9 for, 2 against and 1 abstention. Carried." */
export function resultText(vote: Vote): string {
  if (vote.counts === null) return "";
  const outcome = outcomeOf(vote);
  const casting = vote.castingVote ? ", on the chair’s casting vote" : "";
  return `${capital(countsText(vote.counts))}.${outcome ? ` ${outcomeWord[outcome]}${casting}.` : ""}`;
}
