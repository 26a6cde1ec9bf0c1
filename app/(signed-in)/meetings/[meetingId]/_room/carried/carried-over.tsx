"use client";

import Link from "next/link";
import { useContext, useMemo, useState } from "react";
import type { MeetingStart } from "#app/_live/meeting-store.ts";
import { plainDate } from "#app/_text/dates.ts";
import { Button } from "#app/_ui/button.tsx";
import { HeardInContext } from "#app/(signed-in)/meetings/[meetingId]/record/_record/heard-in.ts";
import { RecordEntry } from "#app/(signed-in)/meetings/[meetingId]/record/_record/record-entry.tsx";
import { heardLater, isWaiting } from "#domain/facts/open-matters.ts";
import type { Entry } from "#domain/meeting/entry.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { isRestricted } from "#domain/meeting/look-up.ts";
import { type Meeting, unconvened } from "#domain/meeting/state.ts";
import { RoomContext, useRoom } from "../room-context.ts";
import { UndoNotice } from "../undo-notice.tsx";
import { useAnnouncements } from "../use-announcements.ts";
import { useRoomState } from "../use-room-state.ts";
import { EarlierContext, type EarlierMeeting, type Hearing, HearingContext, useHearing } from "./earlier.ts";

/**
 * What earlier meetings have left, live: each entry is answered and carried on in the record of the meeting it belongs
 * to, with where it was heard. `item` is the place for it on this agenda.
 */
export function CarriedOver({ item }: { item: AgendaItem }) {
  const { meeting, meetingId } = useRoom();
  const earlier = useContext(EarlierContext);
  const itemId = item.id;
  // what is said before the item is taken, or after the meeting, is said between meetings
  const isHeard = item.spells.length > 0 && isHeld(meeting);
  const hearing = useMemo(() => (isHeard ? { meetingId, itemId } : null), [isHeard, meetingId, itemId]);
  const heardIn = useMemo(() => ({ [meetingId]: meeting.startsAt }), [meetingId, meeting.startsAt]);
  if (earlier.length === 0) return null;
  return (
    <section className="carried" aria-labelledby="carried-over">
      <h2 id="carried-over">Left by earlier meetings</h2>
      <HeardInContext value={heardIn}>
        {earlier.map((one) => (
          <Earlier key={one.meetingId} earlier={one} hearing={hearing} />
        ))}
      </HeardInContext>
    </section>
  );
}

function Earlier({ earlier, hearing }: { earlier: EarlierMeeting; hearing: Hearing | null }) {
  const { you, now } = useRoom();
  const { meetingId, title, startsAt } = earlier;
  const [start] = useState(
    (): MeetingStart => ({
      meetingId,
      meeting: unconvened,
      seq: 0,
      people: {},
      you,
      serverTime: now(),
      rate: 1,
    }),
  );
  const { room, live, told, putAway } = useRoomState(start);
  useAnnouncements(live, you);
  return (
    <RoomContext value={room}>
      <HearingContext value={hearing}>
        <div className="earlier">
          <h3>
            <Link href={`/meetings/${meetingId}/record`}>
              {title}, {plainDate(startsAt)}
            </Link>
          </h3>
          <Left />
          {told && (
            <p className="problem" role="alert">
              {told}{" "}
              <Button look="plain" onClick={putAway}>
                Put away
              </Button>
            </p>
          )}
          <div className="foot">
            <UndoNotice />
          </div>
        </div>
      </HearingContext>
    </RoomContext>
  );
}

/** What waits, and what has been settled in this meeting; closed business on its own paper. */
function Left() {
  const { meeting, status } = useRoom();
  const { meetingId } = useHearing() ?? {};
  const lines = meeting.items.flatMap((item) =>
    item.entries
      .filter((entry) => isWaiting(entry) || wasHeardIn(entry, meetingId))
      .map((entry) => ({ item, entry, isClosed: isRestricted(meeting, item) })),
  );
  if (typeof status === "object") return <p className="muted">This record is not shown here now.</p>;
  if (status === "starting") return <p className="muted">The record is being read.</p>;
  if (lines.length === 0) return <p className="muted">Nothing of it is open any longer.</p>;
  return [false, true].map((isClosed) => {
    const these = lines.filter((line) => line.isClosed === isClosed);
    if (these.length === 0) return null;
    return (
      <div key={String(isClosed)} className={isClosed ? "closed" : undefined}>
        {isClosed && <p>Closed to the public</p>}
        <ol className="entries" aria-label={isClosed ? "What is open, closed to the public" : "What is open"}>
          {these.map(({ item, entry }) => (
            <RecordEntry key={entry.id} item={item} entry={entry} />
          ))}
        </ol>
      </div>
    );
  });
}

function wasHeardIn(entry: Entry, meetingId: string | undefined): boolean {
  return meetingId !== undefined && heardLater(entry).some((heard) => heard.meetingId === meetingId);
}

function isHeld({ phase }: Meeting): boolean {
  return phase === "inSession" || phase === "adjourned";
}
