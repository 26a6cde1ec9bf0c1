"use client";

import { useCallback } from "react";
import { CommandId, type MeetingId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { Keeping, Outcome } from "./outbox.ts";
import type { Live } from "./use-meeting.ts";

export type SendCommand = (command: SentCommand, keeping?: Keeping) => Promise<Outcome>;

/** Puts a command into the outbox, under an id of its own by which it is recognised if it arrives twice. */
export function useCommand(live: Live | null, meetingId: MeetingId): SendCommand {
  return useCallback<SendCommand>(
    async (command, keeping) => {
      if (!live) return { status: "lapsed" };
      const commandId = CommandId.parse(crypto.randomUUID());
      return live.tab.outbox.put({ meetingId, commandId, command }, keeping);
    },
    [live, meetingId],
  );
}
