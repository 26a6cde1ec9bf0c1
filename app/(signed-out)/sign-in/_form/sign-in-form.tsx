"use client";

import { signIn } from "next-auth/react";
import { type SubmitEvent, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { signInText } from "./sign-in-text.ts";

/** One answer for a wrong address and a wrong password: nobody learns from it who has an account. */
export function SignInForm({ next }: { next: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    const answer = await signIn("credentials", {
      email: fields.get("email"),
      password: fields.get("password"),
      redirect: false,
    }).catch(() => undefined);
    if (answer?.ok) return window.location.assign(next);
    setBusy(false);
    setProblem(signInText(answer?.error));
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <TextField label="E-mail address" name="email" type="email" autoComplete="username" required />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={512}
      />
      <div className="field" role="alert">
        {problem && <p className="problem">{problem}</p>}
      </div>
      <div className="actions">
        <Button type="submit" look="filled" aria-busy={busy}>
          Sign in
        </Button>
      </div>
    </form>
  );
}
