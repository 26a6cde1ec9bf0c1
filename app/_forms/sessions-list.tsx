"use client";

import { longDate, time } from "#app/_text/dates.ts";
import type { PersonId } from "#domain/ids.ts";
import { Act } from "./act.tsx";
import { nothingMore } from "./ask.ts";

export type Session = { id: string; createdAt: number; seenAt: number };

/** Where somebody is signed in, each with the way to end it. `here` is the session that is reading. */
export function SessionsList(props: { personId: PersonId; sessions: readonly Session[]; here?: string }) {
  const { personId, sessions, here } = props;
  if (sessions.length === 0) return <p className="nothing">Signed in nowhere.</p>;
  return (
    <ul className="folk">
      {sessions.map(({ id, createdAt, seenAt }) => (
        <li key={id}>
          <span>
            Since {longDate(createdAt)}, {time(createdAt)}
          </span>
          <span className="muted">
            Last used {longDate(seenAt)}, {time(seenAt)}
          </span>
          <span>
            {id === here ? (
              "This one"
            ) : (
              <Act
                way={{ method: "DELETE", path: `/api/people/${personId}/sessions/${id}`, reads: nothingMore }}
                act="Sign out there"
                look="plain"
              />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
