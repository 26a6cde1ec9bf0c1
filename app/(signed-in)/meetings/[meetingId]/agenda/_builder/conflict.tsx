"use client";

import { Button } from "#app/_ui/button.tsx";

/** Somebody else has changed the same meanwhile: theirs beside one's own, and nothing lost until one is chosen. */
export function Conflict(props: { theirs: string; onTake: () => void; onKeep: () => void }) {
  const { theirs, onTake, onKeep } = props;
  return (
    <div className="conflict" role="status">
      <p>
        Changed by somebody else meanwhile, to: <span className="rec">{theirs === "" ? "nothing" : `“${theirs}”`}</span>
      </p>
      <div className="actions">
        <Button short onClick={onTake}>
          Take theirs
        </Button>
        <Button short onClick={onKeep}>
          Keep mine
        </Button>
      </div>
    </div>
  );
}
