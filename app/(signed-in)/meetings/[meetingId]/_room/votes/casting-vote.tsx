"use client";

import { choiceWord } from "#app/_text/vote-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { outcomeOf, type Vote } from "#domain/meeting/vote.ts";
import { useRoom } from "../room-context.ts";

/** Whoever presides decides a tie, where the board's rules let them. */
export function CastingVote({ vote }: { vote: Vote }) {
  const { act, may, whyNot } = useRoom();
  const give = (choice: "for" | "against") => ({ type: "giveCastingVote", voteId: vote.id, choice }) as const;
  if (outcomeOf(vote) !== "tied" || !may(give("for"))) return null;
  const stands = whyNot(give("for"));
  if (stands) return <p className="muted">{stands}</p>;
  return (
    <div className="actions">
      <span>Your casting vote:</span>
      {(["for", "against"] as const).map((choice) => (
        <Button key={choice} short onClick={() => void act(give(choice))}>
          {choiceWord[choice]}
        </Button>
      ))}
    </div>
  );
}
