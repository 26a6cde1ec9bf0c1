"use client";

import type { ReactNode } from "react";
import { Label, Radio, RadioGroup, Text } from "react-aria-components/RadioGroup";

type Props = {
  /** The statement, with its number before it. */
  number: number;
  children: ReactNode;
  hint?: string | undefined;
  /** What one to five mean. */
  scale: readonly string[];
  /** The answer that is no number, as it stands on its tap. */
  none: string;
  /** "" before anything is tapped, "1" to "5", or "none". */
  value: string;
  onChange: (value: string) => void;
};

/** One statement and six taps: five in a row, and one that is kept apart. */
export function Taps({ number, children, hint, scale, none, value, onChange }: Props) {
  const [least, most] = [scale[0], scale.at(-1)];
  return (
    <RadioGroup
      className="tapped"
      value={value === "" ? null : value}
      orientation="horizontal"
      onChange={onChange}
    >
      <Label>
        <span className="n">{number}</span> {children}
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
          {none}
        </Radio>
        <span className="ends" aria-hidden="true">
          <span>{least}</span>
          <span>{most}</span>
        </span>
      </div>
    </RadioGroup>
  );
}
