"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { MeetingStart } from "#app/_live/meeting-store.ts";
import { Button } from "#app/_ui/button.tsx";
import { useRoomState } from "../../_room/use-room-state.ts";

const words = { draftMinutes: "Draft minutes", approveMinutes: "Approve the minutes" } as const;

/** One press: the clerk drafts, the chair approves. The page then shows what has become of it. */
export function MinutesActButton({ act, start }: { act: keyof typeof words; start: MeetingStart }) {
  const router = useRouter();
  const [isSending, setIsSending] = useState(false);
  const { room, told } = useRoomState(start);

  async function press() {
    setIsSending(true);
    const outcome = await room.act({ type: act });
    setIsSending(false);
    if (outcome.status === "recorded") router.refresh();
  }
  return (
    <>
      <Button
        look="filled"
        aria-busy={isSending}
        whyNot={room.whyNot({ type: act })}
        onClick={() => void press()}
      >
        {words[act]}
      </Button>
      {told && (
        <p className="problem" role="alert">
          {told}
        </p>
      )}
    </>
  );
}
