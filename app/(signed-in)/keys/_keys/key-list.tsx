"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";
import { noonOf, plainDate } from "#app/_text/dates.ts";
import { scopeText } from "#app/_text/key-text.ts";
import { listed } from "#app/_text/numbers.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import type { KeyRow } from "#domain/registers/keys.ts";

/** What each key reads, who made it, until when, and when it was last used; each with its end. */
export function KeyList({ keys }: { keys: readonly KeyRow[] }) {
  if (keys.length === 0) return <p className="nothing">There is none.</p>;
  return (
    <ul className="folk keys">
      {keys.map((key) => (
        <li key={key.id}>
          <span>
            <b>{key.name}</b>
            <br />
            <span className="muted">
              Made by {key.madeBy} on {plainDate(key.madeAt)}
            </span>
          </span>
          <span>
            Reads {listed(key.scopes.map((scope) => scopeText[scope].name.toLowerCase()))} of{" "}
            {listed(key.boards.map(({ name }) => name))}
            <br />
            <span className="muted">
              Until {plainDate(key.expiresAt)}.{" "}
              {key.lastUsedOn === null
                ? "Not used yet."
                : `Last used on ${plainDate(noonOf(key.lastUsedOn))}.`}
            </span>
          </span>
          <Revoke keyRow={key} />
        </li>
      ))}
    </ul>
  );
}

/** In two presses: what reads by it stops, and no key comes back. */
function Revoke({ keyRow: { id, name } }: { keyRow: KeyRow }) {
  const [isSure, setIsSure] = useState(false);
  const announce = useAnnounce();
  const router = useRouter();
  if (!isSure)
    return (
      <span>
        <Button look="plain" onClick={() => setIsSure(true)}>
          Revoke<span className="sr"> {name}</span>
        </Button>
      </span>
    );
  return (
    <span className="actions">
      <Act
        way={{ method: "DELETE", path: `/api/keys/${id}`, reads: nothingMore }}
        act={`Revoke ${name} for good`}
        onDone={() => {
          announce("The key is revoked.");
          router.refresh();
        }}
      />
      <Button look="plain" onClick={() => setIsSure(false)}>
        Keep it
      </Button>
    </span>
  );
}
