// The time a vote may take. The chair opens it with a deadline, or sets one later; from then on no answer is taken, and
// the vote closes by itself, once. What is too early or too late is decided where the log is written, by the database's
// own clock (`timesOf`): what a process believes of the time only says what to try.
import * as z from "zod";
import { VoteId } from "../ids.ts";
import type { Command } from "./commands.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { EventOf } from "./events.ts";
import { voteOf } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { type Meeting, withVote } from "./state.ts";
import { seatsAsked } from "./turnout.ts";
import { isTimeUp, type Vote } from "./vote.ts";
import { openOne, VoteSeconds } from "./votes.ts";

/** So many seconds more; where there was no deadline, from now on. */
export const ExtendVote = z.strictObject({
  type: z.literal("extendVote"),
  voteId: VoteId,
  seconds: VoteSeconds,
});
export type ExtendVote = z.infer<typeof ExtendVote>;

/** Given by the server alone, once the deadline has passed. */
export const CloseVoteOnTime = z.strictObject({ type: z.literal("closeVoteOnTime"), voteId: VoteId });
export type CloseVoteOnTime = z.infer<typeof CloseVoteOnTime>;

/** Milliseconds between which something can be recorded: not before the one, and no more from the other on. */
export type Times = { readonly notBefore?: number; readonly until?: number };

export function extendVote(meeting: Meeting, { voteId, seconds }: ExtendVote, { at }: Actor): Decision {
  const found = openOne(meeting, voteId);
  if (found.outcome === "refused") return found;
  const { itemId, closesAt } = found.vote;
  if (isTimeUp(found.vote, at)) return refuse({ code: "voteNotOpen" });
  return accept({ type: "voteExtended", itemId, voteId, closesAt: (closesAt ?? at) + seconds * 1000 });
}

/** Refused while there is time: it may have been given more since somebody saw it end. */
export function closeVoteOnTime(meeting: Meeting, { voteId }: CloseVoteOnTime, at: number): Decision {
  const found = openOne(meeting, voteId);
  if (found.outcome === "refused") return found;
  if (!isTimeUp(found.vote, at)) return refuse({ code: "voteStillOpen" });
  const { itemId } = found.vote;
  const present = seatsAsked(meeting, itemId).map(({ id }) => id);
  return accept({ type: "voteClosed", itemId, voteId, present, onTime: true });
}

export function applyVoteExtended(meeting: Meeting, event: EventOf<"voteExtended">): Meeting {
  return withVote(meeting, event, (vote) => ({ ...vote, closesAt: event.closesAt, leftMs: null }));
}

/** The open votes that close by themselves, the first to do so first. */
export function timedVotes(meeting: Meeting): readonly (Vote & { readonly closesAt: number })[] {
  if (meeting.phase !== "inSession") return [];
  return meeting.items
    .flatMap(({ votes }) => votes)
    .flatMap((vote) =>
      vote.status === "open" && vote.closesAt !== null ? [{ ...vote, closesAt: vote.closesAt }] : [],
    )
    .toSorted((one, other) => one.closesAt - other.closesAt);
}

/** Between which moments the log may take a command decided on this meeting; nothing said where any will do. */
export function timesOf(meeting: Meeting, command: Command): Times {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- nothing else ends with a vote's time
  switch (command.type) {
    case "castVote":
    case "extendVote":
      return untilTimeOf(meeting, command.voteId);
    case "closeVoteOnTime": {
      const closesAt = voteOf(meeting, command.voteId)?.closesAt ?? null;
      return closesAt === null ? {} : { notBefore: closesAt };
    }
    case "undo": {
      const act = meeting.recent.find(({ seq }) => seq === command.seq);
      return act?.inverse.of === "ballot" ? untilTimeOf(meeting, act.inverse.voteId) : {};
    }
    default:
      return {};
  }
}

function untilTimeOf(meeting: Meeting, voteId: VoteId): Times {
  const closesAt = voteOf(meeting, voteId)?.closesAt ?? null;
  return closesAt === null ? {} : { until: closesAt };
}
