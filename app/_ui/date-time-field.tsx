"use client";

import { parseDate, parseTime } from "@internationalized/date";
import {
  DateField as DateBehaviour,
  DateInput,
  DateSegment,
  FieldError,
  Label,
  Text,
} from "react-aria-components/DateField";
import { TimeField as TimeBehaviour } from "react-aria-components/TimeField";
import type { FieldWords } from "./field.tsx";

type Props = FieldWords & {
  name?: string;
  defaultValue?: string | undefined;
  onChange?: (value: string | null) => void;
  isRequired?: boolean;
};

/** A day as "2026-09-17", typed as day, month, year whatever the device is set to. */
export function DateField({ defaultValue, onChange, problem, ...rest }: Props) {
  const { label, hint, ...behaviour } = rest;
  return (
    <DateBehaviour
      className="field"
      isInvalid={Boolean(problem)}
      {...(defaultValue && { defaultValue: parseDate(defaultValue) })}
      onChange={(value) => onChange?.(value?.toString() ?? null)}
      {...behaviour}
    >
      <Segments label={label} hint={hint} problem={problem} />
    </DateBehaviour>
  );
}

/** A time of day as "14:05". */
export function TimeField({ defaultValue, onChange, problem, ...rest }: Props) {
  const { label, hint, ...behaviour } = rest;
  return (
    <TimeBehaviour
      className="field"
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={Boolean(problem)}
      {...(defaultValue && { defaultValue: parseTime(defaultValue) })}
      onChange={(value) => onChange?.(value?.toString().slice(0, 5) ?? null)}
      {...behaviour}
    >
      <Segments label={label} hint={hint} problem={problem} />
    </TimeBehaviour>
  );
}

function Segments({ label, hint, problem }: FieldWords) {
  return (
    <>
      <Label className="label">{label}</Label>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <DateInput className="control segments">{(segment) => <DateSegment segment={segment} />}</DateInput>
      <FieldError className="problem">{problem}</FieldError>
    </>
  );
}
