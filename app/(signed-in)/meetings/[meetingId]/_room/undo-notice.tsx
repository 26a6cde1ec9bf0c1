"use client";

import { type ReactNode, useCallback, useState } from "react";
import { actText } from "#app/_text/undo-text.ts";
import { UndoLine } from "#app/_ui/undo-line.tsx";
import { lastUndoable, UNDO_WINDOW } from "#domain/meeting/undo.ts";
import { useRoom } from "./room-context.ts";

/** One's own last act, for ten seconds, with the way back; else what stands in its place. */
export function UndoNotice({ fallback }: { fallback?: ReactNode }) {
  const { meeting, you, now, act } = useRoom();
  const [over, setOver] = useState(0);
  const last = lastUndoable(meeting, you, now());
  const seq = last?.seq ?? 0;
  const gone = useCallback(() => setOver(seq), [seq]);
  if (!last || last.seq === over) return fallback;

  const seconds = Math.ceil((UNDO_WINDOW - (now() - last.at)) / 1000);
  return (
    <UndoLine
      key={last.seq}
      seconds={seconds}
      onGone={gone}
      onUndo={() => void act({ type: "undo", seq: last.seq })}
    >
      {actText(last, meeting)}
    </UndoLine>
  );
}
