"use client";

import { isCleared } from "#domain/meeting/rights.ts";
import { useRoom } from "./room-context.ts";

/** That the public is out, for as long as it is: what is said meanwhile is not for everybody in this room. */
export function PublicExcluded() {
  const { meeting, you } = useRoom();
  if (!meeting.publicExcluded) return null;
  return (
    <p className="closed-note excluded">
      <b>The public is excluded.</b>{" "}
      {isCleared(meeting, you)
        ? "Observers are not shown what is recorded until it is readmitted."
        : "What is recorded until it is readmitted is withheld from you."}
    </p>
  );
}
