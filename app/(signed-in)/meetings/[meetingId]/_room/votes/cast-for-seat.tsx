"use client";

import { useState } from "react";
import { seatName } from "#app/_text/speaker-text.ts";
import { choiceWord } from "#app/_text/vote-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { SeatId } from "#domain/ids.ts";
import { seatsPresent } from "#domain/meeting/look-up.ts";
import { CHOICES, type Choice, type Vote } from "#domain/meeting/vote.ts";
import { InlineForm } from "../acts/inline-form.tsx";
import { useRoom } from "../room-context.ts";

/** The clerk takes down what a seat without a device says, in a recorded vote. */
export function CastForSeat({ vote }: { vote: Vote }) {
  const { meeting, role, you, act, whyNot } = useRoom();
  const [isOpen, setIsOpen] = useState(false);
  const [seat, setSeat] = useState<SeatId | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (role !== "clerk" || vote.secret) return null;

  const silent = seatsPresent(meeting).filter(({ id }) => {
    const ballot = vote.ballots.find((each) => each.seat === id);
    return !ballot || ballot.by === you;
  });
  if (!isOpen) {
    return (
      <p>
        <Button
          short
          whyNot={silent.length === 0 && "every seat has voted on its own device"}
          onClick={() => setIsOpen(true)}
        >
          Vote for a seat without a device
        </Button>
      </p>
    );
  }
  function submit() {
    if (seat === null) return setProblem("Choose the seat.");
    if (choice === null) return setProblem("Choose what it said.");
    const command = { type: "castVote", voteId: vote.id, seat, choice, reason: "" } as const;
    const stands = whyNot(command);
    if (stands) return setProblem(stands);
    void act(command);
    setSeat(null);
    setChoice(null);
    setProblem(null);
    return setIsOpen(false);
  }
  return (
    <InlineForm
      label="Vote for a seat"
      act="Record its vote"
      problem={problem}
      onSubmit={submit}
      onClose={() => setIsOpen(false)}
    >
      <Select
        label="Which seat"
        hint="On its word, as it is said in the room."
        options={silent.map(({ id }) => ({ value: id, label: seatName(meeting, id) }))}
        value={seat}
        onChange={setSeat}
      />
      <RadioGroup
        label="What it says"
        inRow
        choices={CHOICES[vote.kind].map((value) => ({ value, label: choiceWord[value] }))}
        {...(choice && { value: choice })}
        onChange={setChoice}
      />
    </InlineForm>
  );
}
