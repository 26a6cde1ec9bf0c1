"use client";

import { time } from "#app/_text/dates.ts";
import { progressText, voteKindWord } from "#app/_text/vote-text.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import type { Vote } from "#domain/meeting/vote.ts";
import { useRoom } from "../room-context.ts";
import { VoteResult } from "./vote-result.tsx";

/** The votes on an item as they stand on the record, in the order in which they were opened. */
export function VotesOfItem({ item, without }: { item: AgendaItem; without?: readonly Vote[] }) {
  const votes = item.votes.filter(({ id }) => !without?.some((other) => other.id === id));
  if (votes.length === 0) return null;
  return (
    <section
      className="voted"
      aria-label={item.number ? `Votes on item ${item.number}` : "Votes on this item"}
    >
      {votes.map((vote) => (
        <VoteOnRecord key={vote.id} vote={vote} />
      ))}
    </section>
  );
}

function VoteOnRecord({ vote }: { vote: Vote }) {
  const { meeting } = useRoom();
  const { kind, secret, status, text, at, cancelled } = vote;
  return (
    <article>
      <div className="by">
        <b>{voteKindWord[kind]}</b>
        {secret && <span>secret</span>}
        <span className="st">{time(at)}</span>
      </div>
      <p className={status === "cancelled" ? "tx cancelled" : "tx"}>{text}</p>
      {status === "revealed" && <VoteResult vote={vote} />}
      {status === "cancelled" && (
        <p>
          <b>Cancelled.</b> {cancelled?.reason}
        </p>
      )}
      {(status === "open" || status === "closed") && (
        <p>
          <b>{status === "open" ? "Open." : "Closed."}</b> {progressText(meeting, vote)}{" "}
          {meeting.phase !== "inSession" && meeting.phase !== "adjourned" && "Its result was not made known."}
        </p>
      )}
    </article>
  );
}
