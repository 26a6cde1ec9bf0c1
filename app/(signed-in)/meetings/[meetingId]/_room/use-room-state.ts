"use client";

import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import type { MeetingStart } from "#app/_live/meeting-store.ts";
import type { Outcome } from "#app/_live/outbox.ts";
import { useCommand } from "#app/_live/use-command.ts";
import { type Live, useLive } from "#app/_live/use-meeting.ts";
import { failureText } from "#app/_text/failure-text.ts";
import { refusalText } from "#app/_text/refusal-text.ts";
import { type Meeting } from "#domain/meeting/state.ts";
import { unreachable } from "#domain/unreachable.ts";
import type { Room } from "./room-context.ts";
import { type RoomSource, roomSource } from "./room-source.ts";

export type RoomState = {
  readonly room: Room;
  readonly live: Live | null;
  /** What stood in the way of the last act, until it is put away. */
  readonly told: string | null;
  readonly putAway: () => void;
};

/** A meeting as a page of its own shows it: drawn anew with each word that is said. */
export function useRoomState(start: MeetingStart): RoomState {
  return useRoomFrom(start, ({ whole }) => whole);
}

/** A meeting that runs: whatever tells of what is said looks for itself (`useFromRoom`). */
export function useQuietRoom(start: MeetingStart): RoomState {
  return useRoomFrom(start, ({ quiet }) => quiet);
}

function useRoomFrom(start: MeetingStart, choose: (source: RoomSource) => RoomSource["whole"]): RoomState {
  const live = useLive(start);
  const send = useCommand(start.you, start.meetingId);
  const [told, setTold] = useState<string | null>(null);
  const source = useMemo(
    () =>
      roomSource({
        start,
        live,
        send,
        tell: (what, meeting) =>
          setTold(what === "notConnected" ? NOT_CONNECTED : outcomeText(what, meeting)),
      }),
    [start, live, send],
  );
  const { subscribe, current } = choose(source);
  const room = useSyncExternalStore(subscribe, current, source.painted);
  return { room, live, told, putAway: useCallback(() => setTold(null), []) };
}

const NOT_CONNECTED = "That was not done: it needs a connection. Press it again once the line is back.";

function outcomeText(outcome: Outcome, meeting: Meeting): string | null {
  switch (outcome.status) {
    case "recorded":
      return null;
    case "refused":
      return refusalText(outcome.refusal, meeting);
    case "failed":
      return failureText(outcome.reason);
    case "lapsed":
      return "No answer came. If it was recorded after all, it shows here.";
    default:
      return unreachable(outcome);
  }
}
