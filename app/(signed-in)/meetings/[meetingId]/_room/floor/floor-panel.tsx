"use client";

import type { ReactNode } from "react";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { QuietPrompts } from "../chair/quiet-prompts.tsx";
import { useRoom } from "../room-context.ts";
import { UndoNotice } from "../undo-notice.tsx";
import { Attendance } from "./attendance.tsx";
import { HasFloor } from "./has-floor.tsx";
import { HeardBars } from "./heard-bars.tsx";
import { Queue } from "./queue.tsx";
import { SeatPlan } from "./seat-plan.tsx";

/** Who speaks, who has been heard, who is here; at its foot what whoever runs the meeting does next. */
export function FloorPanel({ item, children }: { item: AgendaItem | undefined; children: ReactNode }) {
  const { meeting, here, role } = useRoom();
  const isRunning = meeting.phase === "inSession";
  // in session the line below the record has it, and the bar of whoever runs the meeting in a break, too
  const runsBreak = meeting.phase === "adjourned" && (role === "chair" || role === "clerk");
  return (
    <aside className="floor" aria-label="Floor">
      <div className="panel">
        {isRunning && <HasFloor />}
        {isRunning && meeting.current !== null && <Queue />}
        {isRunning && role === "chair" && item?.id === meeting.current && item && (
          <>
            <QuietPrompts item={item} />
            <HeardBars item={item} />
          </>
        )}
        {isRunning && <SeatPlan />}
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
