"use client";

import { useEffect } from "react";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";

export type Conflicting = {
  /** What the other person has put there, in words. */
  readonly theirs: string;
  readonly onTake: () => void;
  readonly onKeep: () => void;
};

/** Somebody else has changed the same meanwhile: theirs beside one's own, and nothing lost until one is chosen. */
export function Conflict({ conflict }: { conflict: Conflicting | null }) {
  const announce = useAnnounce();
  const theirs = conflict?.theirs;
  useEffect(() => {
    if (theirs !== undefined) announce("Somebody else has changed the same field. Both wordings are shown.");
  }, [theirs, announce]);
  if (!conflict) return null;

  return (
    <div className="conflict">
      <p>
        Changed by somebody else meanwhile, to:{" "}
        <span className="rec">{conflict.theirs === "" ? "nothing" : `“${conflict.theirs}”`}</span>
      </p>
      <div className="actions">
        <Button short onClick={conflict.onTake}>
          Take theirs
        </Button>
        <Button short onClick={conflict.onKeep}>
          Keep mine
        </Button>
      </div>
    </div>
  );
}
