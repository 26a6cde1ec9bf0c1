"use client";

import type { ReactNode } from "react";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { mayReadItem } from "#domain/meeting/rights.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import { QuietPrompts } from "../chair/quiet-prompts.tsx";
import { PrivateNote } from "../rights/private-note.tsx";
import { useFromRoom, useRoom } from "../room-context.ts";
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
  const { meeting, you, role } = useRoom();
  const isRunning = meeting.phase === "inSession";
  const isOut = meeting.current !== null && !mayReadItem(meeting, meeting.current, you);
  const isHeard = isRunning && !isOut;
  // the chair works by the queue, the clerk of a room without devices by the plan
  const presides = role === "chair";
  // in session the line below the record has it, and the bar of whoever runs the meeting in a break, too
  const runsBreak = meeting.phase === "adjourned" && (role === "chair" || role === "clerk");
  return (
    <aside className="floor" aria-label="Floor">
      <div className="panel">
        {isRunning && isOut && (
          <p className="closed-note">Who speaks on this item, and who waits to, is withheld from you.</p>
        )}
        {isHeard && <HasFloor />}
        {isHeard && !presides && <SeatPlan onChallenge={onChallenge} />}
        {isHeard && meeting.current !== null && <Queue />}
        {isHeard && presides && item && item.id === meeting.current && (
          <>
            <HeardBars item={item} />
            <QuietPrompts item={item} />
          </>
        )}
        {isHeard && presides && <SeatPlan onChallenge={onChallenge} />}
        {item && mayReadItem(meeting, item.id, you) && <PrivateNote key={item.id} item={item} />}
        <Attendance />
        <RoomOpen />
        {!isRunning && !runsBreak && <UndoNotice />}
      </div>
      {children}
    </aside>
  );
}

function RoomOpen() {
  const count = useFromRoom(({ here }) => here.length);
  if (count === 0) return null;
  return <p className="muted">{count === 1 ? "One person has" : `${count} people have`} this room open.</p>;
}
