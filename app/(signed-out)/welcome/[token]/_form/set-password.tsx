"use client";

import { signIn } from "next-auth/react";
import { useRef } from "react";
import * as z from "zod";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { textOf } from "#app/_forms/fields.ts";
import { TextField } from "#app/_ui/field.tsx";
import { UseLink } from "#domain/registers/people.ts";

const reads = z.object({ email: z.string() });

export function SetPassword({ token, email }: { token: string; email: string }) {
  async function enter(password: string) {
    await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
    window.location.assign("/");
  }

  const typed = useRef("");
  return (
    <AskingForm
      schema={UseLink}
      method="POST"
      path="/api/sign-in-links"
      reads={reads}
      read={(fields) => {
        typed.current = textOf(fields, "password");
        return { token, password: typed.current };
      }}
      onDone={() => void enter(typed.current)}
      act="Set the password and go in"
    >
      {(problemOf) => (
        <>
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <TextField
            label="Password"
            hint="At least 12 signs. Three or four words that do not belong together are strong and easy to keep; spaces are fine."
            problem={problemOf("password")}
            name="password"
            type="password"
            autoComplete="new-password"
          />
        </>
      )}
    </AskingForm>
  );
}
