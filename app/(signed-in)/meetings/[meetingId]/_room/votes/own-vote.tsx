"use client";

import { useId, useState } from "react";
import { seatName } from "#app/_text/speaker-text.ts";
import { choiceWord } from "#app/_text/vote-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { votingSeat } from "#domain/meeting/look-up.ts";
import { type Ballot, CHOICES, type Choice, type Vote } from "#domain/meeting/vote.ts";
import { InlineForm } from "../acts/inline-form.tsx";
import { useRoom } from "../room-context.ts";

/** The answers one may give for one's own seat, large enough for a thumb; pressed again, one is changed. */
export function OwnVote({ vote }: { vote: Vote }) {
  const { meeting, you, isCut, act, may } = useRoom();
  const headingId = useId();
  const seat = votingSeat(meeting, you);
  if (!seat) return null;

  const ballot = vote.ballots.find((each) => each.seat === seat.id);
  const answer = (choice: Choice, reason: string) =>
    ({ type: "castVote", voteId: vote.id, seat: seat.id, choice, reason }) as const;
  const [first = "for"] = CHOICES[vote.kind];
  if (!may(answer(first, ""))) return null;
  return (
    <div className="ownvote">
      <p id={headingId}>
        {answeredText(ballot, you)} <span className="muted">For {seatName(meeting, seat.id)}.</span>
      </p>
      <fieldset className="ballot" aria-labelledby={headingId}>
        {CHOICES[vote.kind].map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={ballot?.choice === choice}
            aria-disabled={isCut || undefined}
            onClick={() => {
              if (ballot?.choice !== choice) void act(answer(choice, ""));
            }}
          >
            {choiceWord[choice]}
          </button>
        ))}
      </fieldset>
      {isCut && <p className="muted">Voting needs a connection.</p>}
      {ballot?.choice && (
        <Reason
          key={ballot.choice}
          reason={ballot.reason}
          onSay={(reason) => void act(answer(ballot.choice ?? first, reason))}
        />
      )}
    </div>
  );
}

function answeredText(ballot: Ballot | undefined, you: string): string {
  if (!ballot) return "How do you vote?";
  if (ballot.choice === null)
    return "This seat has voted. You may vote in its place, until the vote is closed.";
  const by = ballot.by === you ? "You have voted" : "The clerk has voted for you";
  return `${by}: ${choiceWord[ballot.choice].toLowerCase()}. You may change it until the vote is closed.`;
}

function Reason({ reason, onSay }: { reason: string; onSay: (reason: string) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const [words, setWords] = useState(reason);
  if (!isOpen) {
    return (
      <p className="why">
        {reason !== "" && <span>“{reason}” </span>}
        <Button look="plain" onClick={() => setIsOpen(true)}>
          {reason === "" ? "Say why" : "Change the reason"}
        </Button>
      </p>
    );
  }
  return (
    <InlineForm
      label="Why you vote so"
      act="Add the reason"
      onClose={() => setIsOpen(false)}
      onSubmit={() => {
        if (words.trim() !== reason) onSay(words.trim());
        setIsOpen(false);
      }}
    >
      <TextField
        label="Why"
        hint="It is made known with the result."
        maxLength={300}
        record
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a press, to be written in
        autoFocus
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
    </InlineForm>
  );
}
