"use client";

import { useState } from "react";
import * as z from "zod";
import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";
import { useAsking } from "#app/_forms/use-asking.ts";
import { dayMonth, time } from "#app/_text/dates.ts";
import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import type { PersonId } from "#domain/ids.ts";

type Props = {
  personId: PersonId;
  /** Where Candour is: the link to hand over begins with it. */
  home: string;
  link: { madeAt: number; expiresAt: number } | null;
  whyNoLink: string | undefined;
  disabled: boolean;
};

/** What gives somebody a way in, and what takes it. */
export function AccountPanel({ personId, home, link, whyNoLink, disabled }: Props) {
  const [made, setMade] = useState<{ token: string; expiresAt: number } | null>(null);
  return (
    <>
      <p className="prose">
        {disabled
          ? "They are not let in. What they recorded stays on the record under their name."
          : "They come in with their address and a password. A link lets them set one, the first time or when it was forgotten; it works once, for seven days, and a new one ends it."}
      </p>
      {made ? (
        <div className="form">
          <TextField
            label="Hand this link over"
            hint={`It is shown only now, and works until ${until(made.expiresAt)}.`}
            value={`${home}/welcome/${made.token}`}
            readOnly
            onFocus={(event) => event.target.select()}
          />
        </div>
      ) : (
        link && (
          <p className="small muted">
            A link made on {until(link.madeAt)} may still be used, until {until(link.expiresAt)}.
          </p>
        )
      )}
      <div className="actions after">
        {!disabled && <LinkMaker personId={personId} whyNot={whyNoLink} onMade={setMade} />}
        <Act
          way={{ method: "PUT", path: `/api/people/${personId}/disabled`, reads: nothingMore }}
          asked={{ disabled: !disabled }}
          act={disabled ? "Let them in again" : "Let them in no longer"}
        />
      </div>
    </>
  );
}

function until(at: number): string {
  return `${dayMonth(at)}, ${time(at)}`;
}

const madeLink = z.object({ token: z.string(), expiresAt: z.number() });

function LinkMaker(props: {
  personId: PersonId;
  whyNot: string | undefined;
  onMade: (made: z.infer<typeof madeLink>) => void;
}) {
  const { personId, whyNot, onMade } = props;
  const path = `/api/people/${personId}/links`;
  const { send, busy, problemOf } = useAsking({
    schema: z.object({}),
    method: "POST",
    path,
    reads: madeLink,
    onDone: onMade,
  });
  return (
    <>
      <Button onClick={() => void send({})} aria-busy={busy} whyNot={whyNot}>
        Make a link
      </Button>
      {problemOf(null) && (
        <p className="problem" role="alert">
          {problemOf(null)}
        </p>
      )}
    </>
  );
}
