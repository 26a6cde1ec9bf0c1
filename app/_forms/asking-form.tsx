"use client";

import { type ReactNode, type SubmitEvent, useRef } from "react";
import { Button, type ButtonLook } from "#app/_ui/button.tsx";
import { type Asking, useAsking } from "./use-asking.ts";

type Props<Done extends object> = Asking<Done> & {
  /** What the form says, as the schema wants it. */
  read: (fields: FormData) => unknown;
  /** The act by its name. */
  act: string;
  children: (problemOf: (field: string) => string | undefined) => ReactNode;
  look?: ButtonLook["look"];
};

/** A form that keeps what was typed after a refusal, and takes one to the first field that needs another look. */
export function AskingForm<Done extends object>(props: Props<Done>) {
  const { read, act, children, look = "filled", ...asking } = props;
  const form = useRef<HTMLFormElement>(null);
  const { send, busy, problemOf } = useAsking(asking);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const done = await send(read(new FormData(event.currentTarget)));
    if (!done) requestAnimationFrame(() => focusFirstProblem(form.current));
  }

  const whole = problemOf(null);
  return (
    <form className="form" ref={form} noValidate onSubmit={(event) => void submit(event)}>
      {children(problemOf)}
      <div className="field" role="alert">
        {whole && <p className="problem">{whole}</p>}
      </div>
      <div className="actions">
        <Button type="submit" look={look} aria-busy={busy}>
          {act}
        </Button>
      </div>
    </form>
  );
}

function focusFirstProblem(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>(
    '[aria-invalid="true"], [data-invalid] :is(input, button):not([tabindex="-1"])',
  );
  field?.focus();
}
