"use client";

import Link from "next/link";
import { useEffect } from "react";
import type { MeetingStart } from "#app/_live/meeting-store.ts";
import { Button, LinkButton } from "#app/_ui/button.tsx";
import type { Meeting } from "#domain/meeting/state.ts";
import { ConnectionStrip } from "../../_room/connection-strip.tsx";
import { RoomContext, useRoom } from "../../_room/room-context.ts";
import { UndoNotice } from "../../_room/undo-notice.tsx";
import { Unread } from "../../_room/unread.tsx";
import { useRoomState } from "../../_room/use-room-state.ts";
import { Attendance } from "./attendance.tsx";
import { Files } from "./files.tsx";
import { type HeardIn, HeardInContext } from "./heard-in.ts";
import { RecordHead } from "./record-head.tsx";
import { RecordItem } from "./record-item.tsx";

/** The whole record, item by item. It stays live: what is answered and done afterwards arrives here, too. */
export function LiveRecord({ start, heardIn }: { start: MeetingStart; heardIn: HeardIn }) {
  const { room, told, putAway } = useRoomState(start);
  return (
    <RoomContext value={room}>
      <HeardInContext value={heardIn}>
        <main className="page record" id="main">
          <ConnectionStrip />
          <Record />
          <div className="row no-print">
            <div className="w">
              <UndoNotice />
            </div>
          </div>
        </main>
      </HeardInContext>
      {told && (
        <p className="telling" role="alert" data-react-aria-top-layer>
          {told}{" "}
          <Button look="plain" onClick={putAway}>
            Put away
          </Button>
        </p>
      )}
    </RoomContext>
  );
}

function Record() {
  const { meeting } = useRoom();
  if (meeting.phase === "none") return <Unread />;
  return meeting.openedAt === null ? <NotHeld /> : <Whole />;
}

function Whole() {
  const { meeting, meetingId } = useRoom();
  useTarget(meeting);
  return (
    <>
      <RecordHead>
        {meeting.phase === "inSession" || meeting.phase === "adjourned" ? (
          <LinkButton href={`/meetings/${meetingId}`}>To the room</LinkButton>
        ) : (
          <LinkButton href={`/meetings/${meetingId}/minutes`}>The minutes</LinkButton>
        )}
        <Button onClick={() => window.print()}>Print</Button>
      </RecordHead>
      <Attendance />
      {meeting.items.map((item) => (
        <RecordItem key={item.id} item={item} />
      ))}
      <Files />
    </>
  );
}

/** A link within the product changes the address without making its entry the target: the browser is asked again. */
function useTarget({ items }: Meeting): void {
  const isThere = items.length > 0;
  useEffect(() => {
    if (isThere && window.location.hash) window.location.replace(window.location.hash);
  }, [isThere]);
}

function NotHeld() {
  const { meeting, meetingId } = useRoom();
  return (
    <div className="row title">
      <div className="w">
        <h1>{meeting.title}: nothing on the record yet</h1>
        <p className="lede">The record begins when the meeting opens.</p>
        <p className="meta">
          <Link href={`/meetings/${meetingId}`}>The agenda and the room</Link>
        </p>
      </div>
    </div>
  );
}
