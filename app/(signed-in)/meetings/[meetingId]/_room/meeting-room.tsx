"use client";

import { type ReactNode, type RefObject, useCallback, useRef, useState } from "react";
import type { MeetingStart } from "#app/_live/meeting-store.ts";
import { Button } from "#app/_ui/button.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import type { PersonMenuProps } from "#app/(signed-in)/_frame/person-menu.tsx";
import type { ItemId } from "#domain/ids.ts";
import { type AgendaItem } from "#domain/meeting/item.ts";
import { isRestricted, itemOf } from "#domain/meeting/look-up.ts";
import { isBarred } from "#domain/meeting/rights.ts";
import { type Meeting } from "#domain/meeting/state.ts";
import { AgendaList, AgendaRail } from "./agenda-rail.tsx";
import { Overview } from "./before/overview.tsx";
import { StartForm } from "./before/start-form.tsx";
import { CaptureLine, type LineOpener } from "./capture/capture-line.tsx";
import { useDraft } from "./capture/use-draft.ts";
import { EarlierContext, type EarlierMeeting } from "./carried/earlier.ts";
import { ChairBar } from "./chair/chair-bar.tsx";
import { ChairWatched, TakeChair } from "./chair/take-chair.tsx";
import { ConnectionStrip } from "./connection-strip.tsx";
import { BundleOfItems } from "./deciding/bundle.tsx";
import { ReadingBack } from "./deciding/reading-back.tsx";
import { Ending } from "./ending/ending.tsx";
import { FirstNotice } from "./first-notice.tsx";
import { FloorPanel } from "./floor/floor-panel.tsx";
import { ItemSheet } from "./item-sheet.tsx";
import { NotRecorded } from "./not-recorded.tsx";
import { PublicExcluded } from "./public-excluded.tsx";
import { PulsePanel } from "./pulse/pulse-panel.tsx";
import { HandOver } from "./rights/hand-over.tsx";
import { RoomContext, useRoom } from "./room-context.ts";
import { RoomHead } from "./room-head.tsx";
import { Unread } from "./unread.tsx";
import { useAnnouncements } from "./use-announcements.ts";
import { useQuorumTold } from "./use-quorum-told.ts";
import { useQuietRoom } from "./use-room-state.ts";
import { useShown } from "./use-shown.ts";
import { useLastMinuteTold } from "./votes/use-last-minute-told.ts";
import { useVotesNow, VotesNow } from "./votes/votes-now.tsx";

export type MeetingRoomProps = {
  readonly start: MeetingStart;
  readonly person: PersonMenuProps;
  /** Those of the board's earlier meetings that have left something. */
  readonly earlier: readonly EarlierMeeting[];
  /** Whether this person has yet to be told what is recorded here. */
  readonly isFirst: boolean;
};

/** The one room, for all: each sees in it what their role can do. */
export function MeetingRoom({ start, person, isFirst, earlier }: MeetingRoomProps) {
  const { room, live, told, putAway } = useQuietRoom(start);
  useAnnouncements(live, room.you);
  useQuorumTold(room);
  useLastMinuteTold(room);
  return (
    <RoomContext value={room}>
      <EarlierContext value={earlier}>
        <ChairWatched>
          <Inside person={person} isFirst={isFirst} />
        </ChairWatched>
      </EarlierContext>
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

function Inside({ person, isFirst }: Pick<MeetingRoomProps, "person" | "isFirst">) {
  const { meeting, isCut } = useRoom();
  // told here, where it outlasts a copy that is read anew
  const [isTold, setIsTold] = useState(false);
  const { item, isElsewhere, show, follow } = useShown();
  const line = useRef<LineOpener>(null);
  const [wantsEnd, setWantsEnd] = useState(false);
  const isEnding = wantsEnd && (meeting.phase === "inSession" || meeting.phase === "adjourned");
  const beginEnd = () => {
    setWantsEnd(true);
    // once it is closed, the meeting itself is read again
    follow();
  };
  // the same one each time, so that the rows of the agenda are not drawn anew with every word that is said
  const lookAt = useCallback(
    (id: ItemId) => {
      setWantsEnd(false);
      show(id);
    },
    [show],
  );
  if (meeting.phase === "none") {
    return (
      <main className="page" id="main">
        <ConnectionStrip />
        <Unread />
      </main>
    );
  }
  return (
    <>
      <RoomHead person={person}>
        <span className="only-narrow">
          <DialogButton side look="plain" label="Agenda" title="Agenda">
            {(close) => (
              <div className="rail inside">
                <AgendaList
                  shown={item?.id ?? null}
                  onShow={(id) => {
                    lookAt(id);
                    close();
                  }}
                />
              </div>
            )}
          </DialogButton>
        </span>
      </RoomHead>
      <div className="room">
        <AgendaRail shown={isEnding ? null : (item?.id ?? null)} onShow={lookAt} />
        <main className={isCut ? "sheet cut" : "sheet"} id="main">
          <ConnectionStrip />
          <NotRecorded shown={item?.id ?? null} onShow={lookAt} />
          <TakeChair />
          <HandOver />
          <ReadingBack />
          <BundleOfItems />
          {isFirst && !isTold && <FirstNotice onRead={() => setIsTold(true)} />}
          <PulsePanel />
          {isElsewhere && !isEnding && (
            <div className="back">
              <Button short onClick={follow}>
                {meeting.current ? "Back to the chair" : "Back to the meeting"}
              </Button>
            </div>
          )}
          <Sheet item={item} line={line}>
            {isEnding && <Ending onShow={lookAt} onBack={() => setWantsEnd(false)} />}
          </Sheet>
        </main>
        <FloorPanel item={item} onChallenge={(speaker) => line.current?.("challenge", speaker)}>
          <ChairBar isEnding={isEnding} onEnd={beginEnd} />
          <StartForm />
        </FloorPanel>
      </div>
    </>
  );
}

type SheetProps = {
  readonly item: AgendaItem | undefined;
  readonly line: RefObject<LineOpener | null>;
  /** What stands in the place of the item, if anything does. */
  readonly children: ReactNode;
};

function Sheet({ item, line, children }: SheetProps) {
  const { meeting, you } = useRoom();
  const target = openFor(meeting, item);
  const isOut = target !== undefined && isBarred(meeting, target.id, you);
  const isClosed = meeting.publicExcluded || isOut || (target !== undefined && isRestricted(meeting, target));
  const held = useDraft(isClosed, target?.id ?? null);
  const now = useVotesNow();
  // one place for the line whatever stands above it: drawn anew, it would lose the keyboard of whoever writes
  return (
    <>
      <PublicExcluded />
      <VotesNow {...now} />
      {children || (item ? <ItemSheet item={item} votesNow={now.votes} onEdit={held.put} /> : <Overview />)}
      {!isOut && <CaptureLine item={target} held={held} isClosed={isClosed} opener={line} />}
    </>
  );
}

/** Where the next entry goes: the item one reads while it is open, else the one the board is on. */
function openFor(meeting: Meeting, item: AgendaItem | undefined): AgendaItem | undefined {
  if (item?.status === "open") return item;
  return meeting.current === null ? undefined : itemOf(meeting, meeting.current);
}
