"use client";

import { Choice, type PulseAnswer, type PulseView } from "#app/_live/pulse-answer.ts";
import { inWords } from "#app/_text/numbers.ts";
import { pulseQuestions } from "#app/_text/pulse-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Taps } from "#app/_ui/taps.tsx";
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
        <Taps
          key={asked.question}
          number={asked.question}
          hint={asked.hint}
          scale={asked.scale}
          none="No view"
          value={draft.choices[place] ?? ""}
          onChange={(value) => choose(place, Choice.parse(value))}
        >
          {asked.statement}
        </Taps>
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
