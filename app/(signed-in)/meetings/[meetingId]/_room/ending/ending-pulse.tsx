"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Confirm } from "#app/_ui/dialog.tsx";
import { BoxId } from "#domain/ids.ts";
import { rulesOf } from "#domain/meeting/board-rules.ts";
import { openPulseOf } from "#domain/meeting/pulse.ts";
import { useRoom } from "../room-context.ts";

/** The pulse is offered before the close; whether it is held is for whoever runs the meeting. */
export function EndingPulse() {
  const { meeting, act, whyNot } = useRoom();
  const [isAsking, setIsAsking] = useState(false);
  const { pulse } = meeting;
  const close = { type: "closePulse" } as const;
  const open = openPulseOf(meeting);
  return (
    <section className="left" aria-labelledby="ending-pulse">
      <h2 id="ending-pulse">The pulse</h2>
      <div className="said">
        {!pulse && (
          <>
            <p>
              Six taps from everybody here, in under a minute and in secret: how was this meeting? What they
              come to is shown to all together, from {rulesOf(meeting).pulseFloor} answers on.
            </p>
            <Button
              whyNot={whyNot({ type: "openPulse", box: ASKED })}
              onClick={() => void act({ type: "openPulse", box: BoxId.parse(crypto.randomUUID()) })}
            >
              Open the pulse
            </Button>
          </>
        )}
        {open && (
          <>
            <p>
              It is open. {open.present} were in the room when it was opened. How many have answered is shown
              to nobody, you neither, until it is closed: give them a minute, and ask aloud. With the meeting
              it closes too.
            </p>
            <Button whyNot={whyNot(close)} onClick={() => setIsAsking(true)}>
              Close the pulse
            </Button>
          </>
        )}
        {pulse && !open && (
          <p>
            {pulse.result
              ? "It is closed, and what it came to is shown."
              : "It is closed, and is being counted."}
          </p>
        )}
      </div>
      <Confirm
        title="Close the pulse?"
        lost="Nobody can answer after that, and it cannot be opened again in this meeting."
        act="Close the pulse"
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        onAct={() => void act(close)}
      />
    </section>
  );
}

/** For asking the rules whether a pulse could be opened. */
const ASKED = BoxId.parse("00000000-0000-4000-8000-000000000000");
