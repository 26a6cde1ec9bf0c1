"use client";

import { useState } from "react";
import { progressText, timeLeftText, voteKindWord } from "#app/_text/vote-text.ts";
import { Button } from "#app/_ui/button.tsx";
import type { VoteId } from "#domain/ids.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { isSettled, type Vote } from "#domain/meeting/vote.ts";
import { useRoom } from "../room-context.ts";
import { CastForSeat } from "./cast-for-seat.tsx";
import { CastingVote } from "./casting-vote.tsx";
import { OwnBallot } from "./own-ballot.tsx";
import { OwnVote } from "./own-vote.tsx";
import { useTimeLeft } from "./use-time-left.ts";
import { VoteActs } from "./vote-acts.tsx";
import { VoteResult } from "./vote-result.tsx";

export type NowVoted = {
  readonly votes: readonly Vote[];
  readonly putAway: () => void;
};

/** What is being voted on, and then what came of it, until one puts that away. */
export function useVotesNow(): NowVoted {
  const { meeting } = useRoom();
  const [away, setAway] = useState<VoteId | null>(null);
  const votes = votesNow(meeting).filter(({ group, status }) => status !== "revealed" || group !== away);
  return { votes, putAway: () => setAway(votes[0]?.group ?? null) };
}

/** Large and on every screen, whatever else one reads. */
export function VotesNow({ votes, putAway }: NowVoted) {
  if (votes.length === 0) return null;
  return (
    <section className="votes" aria-label={votes.length === 1 ? "Vote" : "Votes"}>
      {votes.map((vote) => (
        <VoteNow key={vote.id} vote={vote} />
      ))}
      {votes.every(({ status }) => status === "revealed") && (
        <p className="away">
          <Button look="plain" onClick={putAway}>
            Put the result away
          </Button>
        </p>
      )}
    </section>
  );
}

/** Of the item the board is on and the one it belongs to: what is not over, and what was made known last. */
function votesNow(meeting: Meeting): readonly Vote[] {
  const current = meeting.current === null ? undefined : itemOf(meeting, meeting.current);
  const parent = current?.parent ? itemOf(meeting, current.parent) : undefined;
  const votes = [...(parent?.votes ?? []), ...(current?.votes ?? [])];
  const pending = votes.filter((vote) => !isSettled(vote));
  if (pending.length > 0) return pending;
  const last = votes.findLast(({ status }) => status === "revealed");
  return last ? votes.filter(({ group, status }) => group === last.group && status === "revealed") : [];
}

function VoteNow({ vote }: { vote: Vote }) {
  const { meeting } = useRoom();
  const left = useTimeLeft(vote);
  const headingId = `vote-${vote.id}`;
  const takesAnswers = vote.status === "open" && left !== 0;
  return (
    <article className={vote.status === "open" ? "votenow running" : "votenow"} aria-labelledby={headingId}>
      <p className="what">
        <span>
          {voteKindWord[vote.kind]}
          {vote.secret && ", secret"}
          {vote.status === "open" ? ", open now" : vote.status === "closed" && ", closed"}
        </span>
        {/* a timer is never read out by itself */}
        {left !== null && (
          <span role="timer" className="left">
            {timeLeftText(left)}
            {vote.closesAt === null && ", once the meeting goes on"}
          </span>
        )}
      </p>
      <h2 id={headingId}>{vote.text}</h2>
      {vote.status === "revealed" ? (
        <>
          <VoteResult vote={vote} />
          <CastingVote vote={vote} />
        </>
      ) : (
        <>
          {takesAnswers && (vote.secret ? <OwnBallot vote={vote} /> : <OwnVote vote={vote} />)}
          <p className="progress">
            {vote.closed?.onTime && "Its time was up. "}
            {progressText(meeting, vote)}{" "}
            {vote.status === "closed" && "The result is not known until the chair reveals it."}
          </p>
          {takesAnswers && <CastForSeat vote={vote} />}
          <VoteActs vote={vote} />
        </>
      )}
    </article>
  );
}
