"use client";

import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";

/** Whether the house writes to whoever is signed in. */
export function LettersSwitch({ stopped }: { stopped: boolean }) {
  return (
    <Act
      way={{ method: "PUT", path: "/api/account/letters", reads: nothingMore }}
      asked={{ stopped: !stopped }}
      act={stopped ? "Write to me again" : "Send me no more letters"}
      look="outline"
    />
  );
}
