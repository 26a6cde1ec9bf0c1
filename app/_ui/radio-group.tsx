"use client";

import type { ReactNode } from "react";
import { RadioGroup as Behaviour, FieldError, Label, Radio, Text } from "react-aria-components/RadioGroup";
import type { FieldWords } from "./field.tsx";

export type Choice<Value extends string> = { value: Value; label: ReactNode };

type Props<Value extends string> = FieldWords & {
  choices: readonly Choice<Value>[];
  name?: string;
  /** Null while nothing is chosen yet. */
  value?: Value | null;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  /** A row of words, the chosen one underlined, instead of a column of rings. */
  inRow?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
};

/** One of few, all of them in sight. */
export function RadioGroup<Value extends string>(props: Props<Value>) {
  const { label, hint, problem, choices, inRow = false, onChange, ...rest } = props;
  const chosen = (value: string) => choices.find((choice) => choice.value === value);
  return (
    <Behaviour
      className="fieldset"
      isInvalid={Boolean(problem)}
      onChange={(value) => {
        const choice = chosen(value);
        if (choice) onChange?.(choice.value);
      }}
      {...rest}
    >
      <Label className="label">{label}</Label>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <div className={inRow ? "choices" : undefined}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className={inRow ? "" : "tick"}>
            {!inRow && <span className="box round" aria-hidden="true" />}
            <span>{choice.label}</span>
          </Radio>
        ))}
      </div>
      <FieldError className="problem">{problem}</FieldError>
    </Behaviour>
  );
}
