"use client";

import { seatName } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { openInvitations } from "#domain/meeting/invitations.ts";
import { useRoom } from "../room-context.ts";

/** Seats the chair has asked in and that have not said yet; who runs the meeting notes what they say in the room. */
export function AskedIn() {
  const { meeting, isCut, act } = useRoom();
  return openInvitations(meeting).map(({ seat }) => {
    const name = seatName(meeting, seat);
    const answer = (takes: boolean) => void act({ type: "answerInvitation", seat, takes });
    return (
      <p key={seat} className="ofqueue">
        <span>{name}, asked in by the chair</span>
        <Button
          look="plain"
          aria-label={`Takes it, ${name}`}
          aria-disabled={isCut || undefined}
          onClick={() => answer(true)}
        >
          Takes it
        </Button>
        <Button
          look="plain"
          aria-label={`Declines, ${name}`}
          aria-disabled={isCut || undefined}
          onClick={() => answer(false)}
        >
          Declines
        </Button>
      </p>
    );
  });
}
