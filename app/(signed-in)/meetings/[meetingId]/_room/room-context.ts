"use client";

import { createContext, useContext } from "react";
import type { Connection } from "#app/_live/connection.ts";
import type { DraftStore } from "#app/_live/device-store.ts";
import type { MeetingView } from "#app/_live/meeting-store.ts";
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

export const RoomContext = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error("useRoom is for what stands in a room");
  return room;
}
