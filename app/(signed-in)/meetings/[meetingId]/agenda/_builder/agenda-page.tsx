"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { MeetingStart } from "#app/_live/meeting-store.ts";
import type { Live } from "#app/_live/use-meeting.ts";
import { time } from "#app/_text/dates.ts";
import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { ConnectionWord, lineOf } from "#app/(signed-in)/_frame/top-bar.tsx";
import { ConnectionStrip } from "#app/(signed-in)/meetings/[meetingId]/_room/connection-strip.tsx";
import { RoomContext, useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import { UndoNotice } from "#app/(signed-in)/meetings/[meetingId]/_room/undo-notice.tsx";
import { useRoomState } from "#app/(signed-in)/meetings/[meetingId]/_room/use-room-state.ts";
import { permit } from "#domain/meeting/permissions.ts";
import { type Agenda, AgendaContext, type OpenForm, openerOf } from "./agenda-context.tsx";
import { AgendaHead } from "./agenda-head.tsx";
import { AgendaItems } from "./agenda-items.tsx";
import { AgendaTotal } from "./agenda-total.tsx";
import { PasteAgenda } from "./paste-agenda.tsx";
import { timingOf } from "./timing.ts";
import { useChanges } from "./use-changes.ts";

/** The agenda: a paper for who reads it, a workplace for who prepares it, live for both. */
export function AgendaPage({ start }: { start: MeetingStart }) {
  const { room, live, told, putAway } = useRoomState(start);
  return (
    <RoomContext value={room}>
      <ConnectionStrip />
      <Paper live={live} />
      {told && (
        <p className="telling" role="alert">
          {told}{" "}
          <Button look="plain" onClick={putAway}>
            Put away
          </Button>
        </p>
      )}
    </RoomContext>
  );
}

function Paper({ live }: { live: Live | null }) {
  const { meeting, isCut, connection } = useRoom();
  const [reason, setReason] = useState("");
  const agenda = useAgendaState(live, reason);
  const { mayChange, open } = agenda;

  return (
    <AgendaContext value={agenda}>
      <main id="main" className={isCut ? "page agenda cut" : "page agenda"}>
        {meeting.phase === "none" ? (
          <div className="row title">
            <p className="w nothing">The agenda is being read.</p>
          </div>
        ) : (
          <>
            <AgendaHead />
            {mayChange && meeting.openedAt !== null && <ReasonRow reason={reason} onChange={setReason} />}
            <AgendaItems />
            <AgendaTotal />
            {mayChange && open?.form === "paste" && <PasteAgenda />}
            {mayChange && (
              <div className="row foot no-print">
                <div className="w">
                  <UndoNotice fallback={<ConnectionWord line={lineOf(connection)} />} />
                </div>
              </div>
            )}
          </>
        )}
      </main>
    </AgendaContext>
  );
}

function useAgendaState(live: Live | null, reason: string): Agenda {
  const { meeting, you, people, act, now, meetingId } = useRoom();
  const [open, setOpen] = useState<OpenForm | null>(null);
  useFocusGivenBack(open);
  const [unsent] = useState<Agenda["unsent"]>(() => new Map());
  const writingOn = useCallback<Agenda["writingOn"]>(
    (itemId) => live?.tab.link.typing({ meetingId, itemId }),
    [live, meetingId],
  );
  const changedBy = useChanges(live, you, people);
  const mayChange = permit(meeting, "amendItem", { by: you, at: now() }).outcome === "permitted";
  const timing = useMemo(() => timingOf(meeting, time(meeting.startsAt)), [meeting]);
  return {
    mayChange,
    timing,
    reason: meeting.openedAt === null ? "" : reason,
    change: act,
    live,
    writingOn,
    changedBy,
    unsent,
    open,
    setOpen,
  };
}

/** A form that closes takes focus with it, so the button that opened it gets it back. */
function useFocusGivenBack(open: OpenForm | null): void {
  const last = useRef<OpenForm | null>(null);
  useEffect(() => {
    if (open === null && last.current) document.getElementById(openerOf(last.current))?.focus();
    last.current = open;
  }, [open]);
}

/** Asked once, for all that is changed after it: the record gives a reason with each change. */
function ReasonRow({ reason, onChange }: { reason: string; onChange: (reason: string) => void }) {
  return (
    <div className="row sect no-print">
      <div className="w">
        <div className="form">
          <TextField
            label="Why the agenda is changed now"
            hint="The meeting has begun, so each change is recorded with this reason."
            maxLength={300}
            value={reason}
            onChange={({ target }) => onChange(target.value)}
          />
        </div>
      </div>
    </div>
  );
}
