"use client";

import { signOut } from "next-auth/react";
import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";
import type { PersonId } from "#domain/ids.ts";

export function SignOutEverywhere({ personId }: { personId: PersonId }) {
  return (
    <div className="actions after">
      <Act
        way={{ method: "DELETE", path: `/api/people/${personId}/sessions`, reads: nothingMore }}
        asked={{ but: "this" }}
        act="Sign out everywhere else"
      />
      <Act
        way={{ method: "DELETE", path: `/api/people/${personId}/sessions`, reads: nothingMore }}
        asked={{ but: "none" }}
        act="Sign out everywhere"
        onDone={() => void signOut({ callbackUrl: "/sign-in" })}
      />
    </div>
  );
}
