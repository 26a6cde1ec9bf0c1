"use client";

import { createContext, useContext, useRef, useSyncExternalStore } from "react";
import type { Connection } from "#app/_live/connection.ts";
import type { DraftStore } from "#app/_live/device-store.ts";
import type { MeetingView } from "#app/_live/meeting-store.ts";
import type { Observable } from "#app/_live/observable.ts";
import type { Outcome, Waiting } from "#app/_live/outbox.ts";
import type { Live } from "#app/_live/use-meeting.ts";
import type { MeetingId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { Role } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";

export type Room = MeetingView & {
  readonly meetingId: MeetingId;
  /** The role in which one acts now; undefined for somebody without one. */
  readonly role: Role | undefined;
  /** Null until the line is being opened. */
  readonly live: Live | null;
  readonly connection: Connection;
  /** The line is down and has been told to be: what needs it cannot be done now. */
  readonly isCut: boolean;
  /** One's own commands in this meeting that the record has not yet answered. */
  readonly waiting: readonly Waiting[];
  /** Null until the device's storage is open. */
  readonly drafts: DraftStore | null;
  /** The room with each word that is said, as it is now. */
  readonly whole: Observable<Room>;
  /** Milliseconds of server time. */
  readonly now: () => number;
  /** The meeting at this moment; `meeting` is as it was when this was drawn. */
  readonly latest: () => Meeting;
  /** Since when, in milliseconds of server time, the line is down; null while it holds. */
  readonly cutSince: number | null;
  /** An act for the moment; what stands in its way is told at once. */
  readonly act: (command: SentCommand) => Promise<Outcome>;
  /** An entry, or what belongs to one: kept until it is on the record. */
  readonly record: (command: SentCommand) => Promise<Outcome>;
  /** What stands in the way of a command now, in a sentence. */
  readonly whyNot: (command: SentCommand) => string | null;
  /** Whether the rules let this person do it at all; the sentence above says why not yet. */
  readonly may: (command: SentCommand) => boolean;
  /** Lets the others know on which item one is writing. */
  readonly typing: (itemId: string | null) => void;
  /** Once what is being written is on the device, as far as it will be. */
  readonly reload: () => Promise<void>;
  readonly takeBack: (waiting: Waiting) => Promise<boolean>;
  readonly dismiss: (waiting: Waiting) => Promise<void>;
};

/** In the room of a meeting that runs it is the quiet one (`room-source.ts`); on a page of its own, the whole. */
export const RoomContext = createContext<Room | null>(null);

/**
 * The room in which this stands. While a meeting runs it stays as it is when something is said: what tells of entries, of
 * acts that can be undone or of who is there asks `useFromRoom`.
 */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error("useRoom is for what stands in a room");
  return room;
}

/** The room with each word that is said: what asks for it is drawn anew with each. */
export function useWholeRoom(): Room {
  const { whole } = useRoom();
  return useSyncExternalStore(whole.subscribe, whole.current, whole.current);
}

/**
 * What is made of the whole room, looked at with each word that is said. It is drawn anew only when what has been made is
 * another: by `isSame`, where it is made anew each time.
 */
export function useFromRoom<Made>(
  make: (room: Room) => Made,
  isSame: (before: Made, after: Made) => boolean = Object.is,
): Made {
  const { whole } = useRoom();
  const held = useRef<{ readonly made: Made } | null>(null);
  const current = () => {
    const made = make(whole.current());
    // oxlint-disable-next-line react/refs -- a memory of what was made, not of what is shown
    if (!held.current || !isSame(held.current.made, made)) held.current = { made };
    return held.current.made;
  };
  return useSyncExternalStore(whole.subscribe, current, current);
}
