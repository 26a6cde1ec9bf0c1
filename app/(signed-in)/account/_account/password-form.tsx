"use client";

import { useState } from "react";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { textOf } from "#app/_forms/fields.ts";
import { TextField } from "#app/_ui/field.tsx";
import { ChangePassword } from "#domain/registers/people.ts";

export function PasswordForm() {
  // a changed password empties the form; a refused one stays to be put right
  const [times, setTimes] = useState(0);
  return (
    <>
      <AskingForm
        key={times}
        schema={ChangePassword}
        method="PUT"
        path="/api/account/password"
        reads={nothingMore}
        read={(fields) => ({ current: textOf(fields, "current"), password: textOf(fields, "password") })}
        onDone={() => setTimes(times + 1)}
        act="Change the password"
      >
        {(problemOf) => (
          <>
            <TextField
              label="Password you have now"
              name="current"
              type="password"
              autoComplete="current-password"
              problem={problemOf("current")}
            />
            <TextField
              label="New password"
              hint="At least 12 signs. Three or four words that do not belong together are strong and easy to keep."
              name="password"
              type="password"
              autoComplete="new-password"
              problem={problemOf("password")}
            />
          </>
        )}
      </AskingForm>
      <output>{times > 0 && "The password is changed. Everywhere else you are signed out."}</output>
    </>
  );
}
