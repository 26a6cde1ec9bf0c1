"use client";

import { useCallback } from "react";
import { CommandId, type MeetingId, type PersonId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { Keeping, Outcome } from "./outbox.ts";
import { liveTab } from "./tab.ts";

export type SendCommand = (command: SentCommand, keeping?: Keeping) => Promise<Outcome>;

/**
 * Puts a command into the outbox, under an id of its own by which it is recognised if it arrives twice.
 * What is pressed while the page is still opening its line waits for the outbox like everything else.
 */
export function useCommand(you: PersonId, meetingId: MeetingId): SendCommand {
  return useCallback<SendCommand>(
    async (command, keeping) => {
      const commandId = CommandId.parse(crypto.randomUUID());
      const { outbox } = await liveTab(you);
      return outbox.put({ meetingId, commandId, command }, keeping);
    },
    [you, meetingId],
  );
}
