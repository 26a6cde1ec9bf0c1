"use client";

import { Label, Radio, RadioGroup, Text } from "react-aria-components/RadioGroup";
import { Choice, type PulseAnswer, type PulseView } from "#app/_live/pulse-answer.ts";
import { inWords } from "#app/_text/numbers.ts";
import { type PulseQuestion, pulseQuestions } from "#app/_text/pulse-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { PULSE_LINE } from "#domain/meeting/pulse.ts";

type Props = {
  readonly view: PulseView;
  readonly answer: PulseAnswer | null;
  readonly isCut: boolean;
  /** With fewer answers than this nothing is shown of them. */
  readonly floor: number;
};

/** Six taps and, for whoever wants to, a line. */
export function PulseForm({ view, answer, isCut, floor }: Props) {
  const { draft } = view;
  const given = draft.choices.filter((choice) => choice !== "").length;
  const choose = (place: number, choice: Choice) =>
    answer?.change({ ...draft, choices: draft.choices.with(place, choice) });
  return (
    <form
      className="taps"
      aria-label="The pulse"
      onSubmit={(event) => {
        event.preventDefault();
        answer?.send();
      }}
    >
      <p className="hint">
        Six taps, in secret: answers are sealed as they come, and nobody can tell whose they are. They are
        shown together after the close, if at least {inWords(floor)} have answered. What you leave alone
        counts as no view.
      </p>
      {pulseQuestions.map((asked, place) => (
        <Question
          key={asked.question}
          asked={asked}
          choice={draft.choices[place] ?? ""}
          onChoose={(choice) => choose(place, choice)}
        />
      ))}
      <TextField
        label="What would have made this meeting better?"
        hint="If you like. Read by the chair and the clerk alone, mixed with those of others: but your words may give you away."
        maxLength={PULSE_LINE}
        autoComplete="off"
        value={draft.line}
        onChange={({ target }) => answer?.change({ ...draft, line: target.value })}
      />
      {view.notKept && (
        <p className="hint">This device would not keep what you have tapped. Send it from this page.</p>
      )}
      <div className="actions">
        <Button type="submit" whyNot={given === 0 && draft.line.trim() === "" && "tap an answer first"}>
          {isCut ? "Send once there is a line" : "Send my answer"}
        </Button>
        <span className="muted">{given} of 6 tapped. It cannot be changed afterwards.</span>
      </div>
    </form>
  );
}

type QuestionProps = {
  readonly asked: PulseQuestion;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
};

function Question({ asked, choice, onChoose }: QuestionProps) {
  const { question, statement, scale, hint } = asked;
  const [least, most] = [scale[0], scale.at(-1)];
  return (
    <RadioGroup
      className="tapped"
      value={choice === "" ? null : choice}
      orientation="horizontal"
      onChange={(value) => onChoose(Choice.parse(value))}
    >
      <Label>
        <span className="n">{question}</span> {statement}
      </Label>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <div className="five">
        {scale.map((word, place) => (
          <Radio key={word} value={String(place + 1)} className="tap" aria-label={`${place + 1}, ${word}`}>
            {place + 1}
          </Radio>
        ))}
        <Radio value="none" className="tap none">
          No view
        </Radio>
        <span className="ends" aria-hidden="true">
          <span>{least}</span>
          <span>{most}</span>
        </span>
      </div>
    </RadioGroup>
  );
}
