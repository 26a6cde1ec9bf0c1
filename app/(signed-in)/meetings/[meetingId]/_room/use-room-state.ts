"use client";

import { useCallback, useMemo, useState } from "react";
import type { MeetingStart } from "#app/_live/meeting-store.ts";
import type { Outcome } from "#app/_live/outbox.ts";
import { useCommand } from "#app/_live/use-command.ts";
import { type Live, useConnection, useMeeting, useWaiting } from "#app/_live/use-meeting.ts";
import { failureText } from "#app/_text/failure-text.ts";
import { refusalText } from "#app/_text/refusal-text.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { Refusal } from "#domain/meeting/decision.ts";
import { isRestricted, itemOf } from "#domain/meeting/look-up.ts";
import { decide } from "#domain/meeting/meeting.ts";
import { roleOf } from "#domain/meeting/permissions.ts";
import { type Meeting } from "#domain/meeting/state.ts";
import { unreachable } from "#domain/unreachable.ts";
import type { Room } from "./room-context.ts";

export type RoomState = {
  readonly room: Room;
  readonly live: Live | null;
  /** What stood in the way of the last act, until it is put away. */
  readonly told: string | null;
  readonly putAway: () => void;
};

// these say that it is not this person's to do; others say that it is not to be done yet
const NEVER: readonly Refusal["code"][] = [
  "roleMayNot",
  "noRoleOnBoard",
  "notYours",
  "wrongPhase",
  "interestDeclared",
  "needsAgreement",
  "daysOver",
];

export function useRoomState(start: MeetingStart): RoomState {
  const { view, live } = useMeeting(start);
  const connection = useConnection(live);
  const allWaiting = useWaiting(live);
  const waiting = useMemo(
    () => allWaiting.filter(({ meetingId, momentary }) => meetingId === start.meetingId && !momentary),
    [allWaiting, start.meetingId],
  );
  const send = useCommand(start.you, start.meetingId);
  const [told, setTold] = useState<string | null>(null);
  const { meeting, you } = view;

  const now = useCallback(() => live?.store.now() ?? start.serverTime, [live, start]);
  const latest = useCallback(() => live?.store.current().meeting ?? start.meeting, [live, start]);
  const refusalOf = useCallback(
    (command: SentCommand): Refusal | null => {
      const decision = decide(latest(), command, { by: you, at: now() });
      return decision.outcome === "refused" ? decision.refusal : null;
    },
    [latest, you, now],
  );

  const room = useMemo((): Room => {
    const isConnected = connection.state === "live" || connection.state === "doubtful";
    const isCut = connection.state === "notConnected";
    const tell = (outcome: Outcome) => {
      setTold(outcomeText(outcome, latest()));
      return outcome;
    };
    return {
      ...view,
      meetingId: start.meetingId,
      role: roleOf(meeting, you),
      live,
      connection,
      isCut,
      waiting,
      drafts: live?.tab.drafts ?? null,
      now,
      latest,
      cutSince: connection.since === null || !live ? null : live.store.serverTimeAt(connection.since),
      async act(command) {
        // what is pressed while the line is being opened is kept; what is pressed without one is not
        if (!isCut) return tell(await send(command, { momentary: true }));
        setTold("That was not done: it needs a connection. Press it again once the line is back.");
        return { status: "lapsed" };
      },
      record: (command) => send(command, { restricted: isUnkept(latest(), command) }),
      whyNot(command) {
        if (!isConnected) return "needs a connection";
        const refusal = refusalOf(command);
        // no copy holds what a secret vote came to: the server has it counted when it is asked
        if (refusal?.code === "ballotsNotCounted") return null;
        return refusal && refusalText(refusal, latest());
      },
      may(command) {
        const refusal = refusalOf(command);
        return refusal === null || !NEVER.includes(refusal.code);
      },
      typing: (itemId) => live?.tab.link.typing({ meetingId: start.meetingId, itemId }),
      async reload() {
        await live?.tab.drafts.settled();
        window.location.reload();
      },
      takeBack: async ({ commandId }) => (await live?.tab.outbox.takeBack(commandId)) ?? false,
      dismiss: async ({ commandId }) => live?.tab.outbox.dismiss(commandId),
    };
  }, [view, start, meeting, you, connection, waiting, live, now, latest, send, refusalOf]);

  return { room, live, told, putAway: useCallback(() => setTold(null), []) };
}

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

/** Words on a restricted item, or said while the public is excluded, are not written to the device. */
function isUnkept(meeting: Meeting, command: SentCommand): boolean {
  if (meeting.publicExcluded) return true;
  const item = "itemId" in command ? itemOf(meeting, command.itemId) : itemOfEntry(meeting, command);
  return item !== undefined && isRestricted(meeting, item);
}

function itemOfEntry(meeting: Meeting, command: SentCommand) {
  if (!("entryId" in command)) return undefined;
  return meeting.items.find(({ entries }) => entries.some(({ id }) => id === command.entryId));
}
