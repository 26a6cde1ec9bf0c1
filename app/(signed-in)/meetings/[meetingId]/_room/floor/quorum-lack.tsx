"use client";

import { quorumOf } from "#domain/meeting/quorum.ts";
import { lackText } from "../quorum.ts";
import { useRoom } from "../room-context.ts";

/** What the board lacks while it sits, for all to see. */
export function QuorumLack() {
  const { meeting } = useRoom();
  const lack = meeting.phase === "inSession" ? lackText(quorumOf(meeting)) : null;
  if (lack === null) return null;
  return (
    <p className="lack">
      <b>Not quorate.</b> {lack}
    </p>
  );
}
