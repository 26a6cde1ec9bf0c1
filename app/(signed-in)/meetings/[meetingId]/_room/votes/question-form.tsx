"use client";

import { useState } from "react";
import { voteKindWord } from "#app/_text/vote-text.ts";
import { TextArea } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { Select } from "#app/_ui/select.tsx";
import { type EntryId, type ItemId, VoteId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { WORDS_MAX } from "#domain/meeting/entries.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import { isSettled, type Vote, VoteKind } from "#domain/meeting/vote.ts";
import { InlineForm } from "../acts/inline-form.tsx";
import { useGiving } from "../acts/use-giving.ts";
import { useRoom } from "../room-context.ts";

const kinds = VoteKind.options.toReversed().map((value) => ({ value, label: voteKindWord[value] }));
const ways = [
  { value: "recorded", label: "Recorded, by seat" },
  { value: "secret", label: "Secret, totals alone" },
] as const;
const ALONE = "alone";
const times = [
  { value: "none", label: "Until the chair closes it" },
  { value: "30", label: "30 seconds" },
  { value: "60", label: "1 minute" },
  { value: "120", label: "2 minutes" },
  { value: "300", label: "5 minutes" },
] as const;

type Props = {
  /** A question that nobody has answered yet, to be put in other words. */
  readonly vote?: Vote;
  readonly itemId?: ItemId;
  readonly about?: { readonly id: EntryId; readonly text: string };
  readonly onClose: () => void;
};

/** The chair puts a question to the seats: what is asked, how it is answered, and with what it is revealed. */
export function QuestionForm({ vote, itemId, about, onClose }: Props) {
  const { meeting } = useRoom();
  const [kind, setKind] = useState<VoteKind>(vote?.kind ?? "vote");
  const [text, setText] = useState(vote?.text ?? about?.text ?? "");
  const [way, setWay] = useState<"recorded" | "secret">("recorded");
  const [time, setTime] = useState<(typeof times)[number]["value"]>("none");
  const [linkedTo, setLinkedTo] = useState<string>(ALONE);
  const { problem, setProblem, give } = useGiving(onClose);
  const pending = itemId ? (itemOf(meeting, itemId)?.votes.filter((each) => !isSettled(each)) ?? []) : [];

  function asked(): SentCommand | null {
    const question = { kind, text: text.trim() };
    if (vote) return { type: "amendVote", voteId: vote.id, ...question };
    if (!itemId) return null;
    return {
      type: "openVote",
      voteId: VoteId.parse(crypto.randomUUID()),
      itemId,
      ...question,
      about: about?.id ?? null,
      secret: way === "secret",
      linkedTo: pending.find(({ id }) => id === linkedTo)?.id ?? null,
      ...(time !== "none" && { seconds: Number(time) }),
    };
  }
  function submit() {
    const command = asked();
    if (text.trim() === "" || !command) return setProblem("Write what the seats are asked.");
    return give(command);
  }
  return (
    <InlineForm
      label={vote ? "Change the question" : "Open a vote"}
      act={vote ? "Change the question" : "Open the vote"}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup label="Kind" inRow choices={kinds} value={kind} onChange={setKind} />
      <TextArea
        label="What is asked"
        hint="It stays as it is from the first vote on."
        record
        maxLength={WORDS_MAX}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a press, to be written in
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {!vote && <RadioGroup label="How it is cast" inRow choices={ways} value={way} onChange={setWay} />}
      {!vote && <RadioGroup label="Open for" inRow choices={times} value={time} onChange={setTime} />}
      {!vote && pending.length > 0 && (
        <Select
          label="Revealed"
          options={[
            { value: ALONE, label: "By itself" },
            ...pending.map(({ id, text: other }) => ({ value: id, label: `Together with “${other}”` })),
          ]}
          value={linkedTo}
          onChange={setLinkedTo}
        />
      )}
    </InlineForm>
  );
}
