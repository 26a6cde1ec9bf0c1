"use client";

import { useState } from "react";
import { TextArea, TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { Select } from "#app/_ui/select.tsx";
import { WORDS_MAX } from "#domain/meeting/entries.ts";
import type { Challenge, ResponseKind } from "#domain/meeting/entry.ts";
import { InlineForm } from "../acts/inline-form.tsx";
import { speakerKey, speakerOptions } from "../capture/options.ts";
import { useHearing } from "../carried/earlier.ts";
import { useRoom } from "../room-context.ts";
import { answering } from "./acts-of.ts";

const choices: readonly { value: ResponseKind; label: string }[] = [
  { value: "answered", label: "Answered" },
  { value: "actionAgreed", label: "Action agreed" },
  { value: "decisionChanged", label: "Decision changed" },
  { value: "deferred", label: "Promised by a date" },
  { value: "notAnswered", label: "Not answered" },
];

/** What a challenge met with. */
export function RespondForm(props: { entry: Challenge; start: ResponseKind; onClose: () => void }) {
  const { entry, start, onClose } = props;
  const room = useRoom();
  const heardAt = useHearing();
  const { meeting, you, role, record } = room;
  const options = speakerOptions(meeting, you, role);
  const [speaker, setSpeaker] = useState(() => answering(entry.target, room));
  const [kind, setKind] = useState(start);
  const [text, setText] = useState("");
  const [day, setDay] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const takesDay = kind === "deferred" || kind === "actionAgreed";

  function submit() {
    if (speaker === null) return setProblem("Choose who answered.");
    if (kind === "deferred" && day === "") return setProblem("Give the day by which it is promised.");
    const promisedBy = takesDay && day !== "" ? day : null;
    void record({
      type: "respondToChallenge",
      entryId: entry.id,
      speaker,
      kind,
      text: text.trim(),
      promisedBy,
      heardAt,
    });
    return onClose();
  }

  return (
    <InlineForm label="What it met with" act="Record" onSubmit={submit} onClose={onClose} problem={problem}>
      <RadioGroup label="It was" inRow choices={choices} value={kind} onChange={setKind} />
      <div className="pair">
        {options.length > 1 && (
          <Select
            label="Who answered"
            options={options.map(({ key, label }) => ({ value: key, label }))}
            value={speaker && speakerKey(speaker)}
            onChange={(key) => setSpeaker(options.find((each) => each.key === key)?.value ?? null)}
          />
        )}
        {takesDay && (
          <TextField
            label="By when"
            type="date"
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        )}
      </div>
      <TextArea
        label="In what words"
        record
        maxLength={WORDS_MAX}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a press, to be written in
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </InlineForm>
  );
}
