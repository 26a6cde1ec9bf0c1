"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "#app/_ui/button.tsx";

/** A form beneath an entry: its fields, the act by its name, and a way out. Escape closes it. */
export function InlineForm(props: {
  label: string;
  act: string;
  onSubmit: () => void;
  onClose: () => void;
  problem?: string | null;
  children: ReactNode;
}) {
  const { label, act, onSubmit, onClose, problem, children } = props;
  const form = useRef<HTMLFormElement>(null);
  // beneath the last entry it would stand behind the line of the next one
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, from any of its fields
    <form
      ref={form}
      className="inline"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      {children}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="actions">
        <Button type="submit">{act}</Button>
        <Button look="plain" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
