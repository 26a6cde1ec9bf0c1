"use client";

import { type ReactNode, useCallback, useState } from "react";
import { actText } from "#app/_text/undo-text.ts";
import { UndoLine } from "#app/_ui/undo-line.tsx";
import type { RecentAct } from "#domain/meeting/state.ts";
import { lastUndoable, UNDO_WINDOW } from "#domain/meeting/undo.ts";
import { useFromRoom, useRoom } from "./room-context.ts";

/** One's own last act, for ten seconds, with the way back; else what stands in its place. */
export function UndoNotice({ fallback }: { fallback?: ReactNode }) {
  const [over, setOver] = useState(0);
  const last = useFromRoom(({ meeting, you, now }) => lastUndoable(meeting, you, now()));
  if (!last || last.seq === over) return fallback;
  return <WayBack key={last.seq} last={last} seq={last.seq} onGone={setOver} />;
}

function WayBack(props: { last: RecentAct; seq: number; onGone: (seq: number) => void }) {
  const { last, seq, onGone } = props;
  const { meeting, now, act } = useRoom();
  // kept, or the line's own timer would begin again with each drawing
  const gone = useCallback(() => onGone(seq), [onGone, seq]);
  return (
    <UndoLine
      seconds={Math.ceil((UNDO_WINDOW - (now() - last.at)) / 1000)}
      onGone={gone}
      onUndo={() => void act({ type: "undo", seq })}
    >
      {actText(last, meeting)}
    </UndoLine>
  );
}
