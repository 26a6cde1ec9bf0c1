"use client";

import { DateField } from "#app/_ui/date-time-field.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { VisuallyHidden } from "#app/_ui/visually-hidden.tsx";

/** What a button does, and to which of many: the eye has that beside it, the ear has it here. */
export function Of({ what, of }: { what: string; of: string }) {
  return (
    <>
      {what}
      <VisuallyHidden>: {of}</VisuallyHidden>
    </>
  );
}

type ProblemOf = (field: string) => string | undefined;

/** A field of words, by the name it has in the line: what stands there, and what is wrong with it. */
export function wired<Name extends string>(
  name: Name,
  held: Readonly<Record<NoInfer<Name>, string>> | undefined,
  problemOf: ProblemOf,
) {
  return { name, defaultValue: held?.[name] ?? "", problem: problemOf(name) };
}

/** From which day, and until which, both included. */
export function Span(props: {
  from?: string | undefined;
  until?: string | null | undefined;
  problemOf: ProblemOf;
  untilHint: string;
}) {
  const { from, until, problemOf, untilHint } = props;
  return (
    <div className="pair">
      <DateField label="From" name="from" defaultValue={from} problem={problemOf("from")} />
      <DateField
        label="Until"
        hint={untilHint}
        name="until"
        defaultValue={until ?? undefined}
        problem={problemOf("until") && "Not before the day from which it counts, or nothing."}
      />
    </div>
  );
}

/** A sum in pounds, as people write it. */
export function Pounds(props: {
  label: string;
  name: string;
  hint: string;
  value: string;
  problem: string | undefined;
  /** What is expected here, when it cannot be read. */
  otherwise: string;
}) {
  const { label, name, hint, value, problem, otherwise } = props;
  return (
    <TextField
      label={label}
      hint={hint}
      name={name}
      inputMode="text"
      defaultValue={value}
      problem={problem && otherwise}
    />
  );
}
