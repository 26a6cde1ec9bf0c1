"use client";

import type { ReactNode } from "react";
import type { AgendaItem } from "#domain/meeting/item.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import { QuietPrompts } from "../chair/quiet-prompts.tsx";
import { useRoom } from "../room-context.ts";
import { UndoNotice } from "../undo-notice.tsx";
import { Attendance } from "./attendance.tsx";
import { HasFloor } from "./has-floor.tsx";
import { HeardBars } from "./heard-bars.tsx";
import { Queue } from "./queue.tsx";
import { SeatPlan } from "./seat-plan.tsx";

type FloorPanelProps = {
  readonly item: AgendaItem | undefined;
  /** Begins a challenge by this speaker in the line of the next entry. */
  readonly onChallenge: (speaker: Speaker) => void;
  readonly children: ReactNode;
};

/** Who speaks, who has been heard, who is here; at its foot what whoever runs the meeting does next. */
export function FloorPanel({ item, onChallenge, children }: FloorPanelProps) {
  const { meeting, here, role } = useRoom();
  const isRunning = meeting.phase === "inSession";
  // in session the line below the record has it, and the bar of whoever runs the meeting in a break, too
  const runsBreak = meeting.phase === "adjourned" && (role === "chair" || role === "clerk");
  return (
    <aside className="floor" aria-label="Floor">
      <div className="panel">
        {isRunning && <HasFloor />}
        {isRunning && <SeatPlan onChallenge={onChallenge} />}
        {isRunning && meeting.current !== null && <Queue />}
        {isRunning && role === "chair" && item?.id === meeting.current && item && (
          <>
            <QuietPrompts item={item} />
            <HeardBars item={item} />
          </>
        )}
        <Attendance />
        {here.length > 0 && (
          <p className="muted">
            {here.length === 1 ? "One person has" : `${here.length} people have`} this room open.
          </p>
        )}
        {!isRunning && !runsBreak && <UndoNotice />}
      </div>
      {children}
    </aside>
  );
}
