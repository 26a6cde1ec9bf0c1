// A turn one takes oneself. The chair gives the floor; whoever has been called need not wait for somebody to press it.
import * as z from "zod";
import { accept, type Decision, refuse } from "./decision.ts";
import { SpeakingAs, sameSpeaker, speaksFor } from "./floor.ts";
import { isInvited } from "./invitations.ts";
import { sittingIn } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { placeOf } from "./queue.ts";
import type { Meeting } from "./state.ts";
import type { Speaker } from "./turn.ts";

export const TakeFloor = z.strictObject({ type: z.literal("takeFloor"), speaker: SpeakingAs });
export type TakeFloor = z.infer<typeof TakeFloor>;

/** Whether a speaker may take the floor now: asked in by the chair, or first in the queue and nobody speaking. */
export function isCalled(meeting: Meeting, speaker: Speaker): boolean {
  if (isInvited(meeting, speaker)) return true;
  return meeting.floor === null && placeOf(meeting, speaker) === 0;
}

/** One asked in by the chair takes it from whoever has it; one who is next waits for the end of the turn. */
export function takeFloor(meeting: Meeting, { speaker }: TakeFloor, actor: Actor): Decision {
  const itemId = meeting.current;
  if (itemId === null) return refuse({ code: "nothingOpen" });
  if (actor.scope === "own" && !speaksFor(meeting, speaker, actor)) return refuse({ code: "notYours" });
  if (speaker.as === "seat" && !sittingIn(meeting, speaker.seat)) return refuse({ code: "seatEmpty" });
  if (meeting.floor && sameSpeaker(meeting.floor.speaker, speaker))
    return refuse({ code: "alreadyRecorded" });
  if (actor.scope === "own" && !isCalled(meeting, speaker)) return refuse({ code: "notCalled" });
  const invited = isInvited(meeting, speaker);
  return accept({ type: "floorGiven", itemId, speaker, kind: "discussion", invited });
}
