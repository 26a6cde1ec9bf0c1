// The floor: who speaks, from when to when, and what the board is talking about. One speaks at a time;
// the next turn, the item's close and an adjournment end a turn.
import * as z from "zod";
import { SeatId } from "../ids.ts";
import { unreachable } from "../unreachable.ts";
import { isLimited } from "./allowances.ts";
import { endedTurn, endFocus, startFocus } from "./clocks.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Envelope, EventOf } from "./events.ts";
import { Focus } from "./item.ts";
import { itemOf, seatsFor, sittingIn } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { type Meeting, withItem } from "./state.ts";
import { endSpells, isPaused, type Speaker, type Turn, TurnKind } from "./turn.ts";

/** For whom something is said, as a command says it. */
export const SpeakingAs = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("seat"), seat: SeatId }),
  z.strictObject({ as: z.literal("chair") }),
  z.strictObject({ as: z.literal("officer") }),
  z.strictObject({ as: z.literal("guest") }),
  z.strictObject({ as: z.literal("public") }),
]);

export const SetFocus = z.strictObject({ type: z.literal("setFocus"), focus: Focus });
export type SetFocus = z.infer<typeof SetFocus>;

export const GiveFloor = z.strictObject({
  type: z.literal("giveFloor"),
  speaker: SpeakingAs,
  kind: TurnKind,
  /** The chair asked this seat in, rather than the seat asking to speak. */
  invited: z.boolean(),
});
export type GiveFloor = z.infer<typeof GiveFloor>;

/** Stops the clock: whoever speaks keeps the floor, and what passes now is not charged. */
export const PauseTurn = z.strictObject({ type: z.literal("pauseTurn") });
export type PauseTurn = z.infer<typeof PauseTurn>;

export const ResumeTurn = z.strictObject({ type: z.literal("resumeTurn") });
export type ResumeTurn = z.infer<typeof ResumeTurn>;

/**
 * Lets whoever speaks have so many seconds in all beyond what the board allows, on their own and on their sector's
 * account: pressed by two at once, it is granted once.
 */
export const GrantTime = z.strictObject({ type: z.literal("grantTime"), seconds: z.int().min(10).max(3600) });
export type GrantTime = z.infer<typeof GrantTime>;

export const EndTurn = z.strictObject({ type: z.literal("endTurn") });
export type EndTurn = z.infer<typeof EndTurn>;

export function setFocus(meeting: Meeting, { focus }: SetFocus): Decision {
  const item = meeting.current === null ? undefined : itemOf(meeting, meeting.current);
  if (!item) return refuse({ code: "nothingOpen" });
  if (item.focus === focus) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "focusSet", itemId: item.id, focus });
}

export function giveFloor(meeting: Meeting, { speaker, kind, invited }: GiveFloor): Decision {
  if (meeting.current === null) return refuse({ code: "nothingOpen" });
  if (speaker.as === "seat" && !sittingIn(meeting, speaker.seat)) return refuse({ code: "seatEmpty" });

  const now = meeting.floor;
  if (now && now.kind === kind && sameSpeaker(now.speaker, speaker))
    return refuse({ code: "alreadyRecorded" });
  return accept({ type: "floorGiven", itemId: meeting.current, speaker, kind, invited });
}

export function endTurn(meeting: Meeting, _command: EndTurn, actor: Actor): Decision {
  const turn = meeting.floor;
  if (turn === null) return refuse({ code: "floorNotTaken" });
  if (actor.scope === "own" && !speaksFor(meeting, turn.speaker, actor)) return refuse({ code: "notYours" });
  return accept({ type: "turnEnded", itemId: turn.itemId });
}

export function pauseTurn({ floor: turn }: Meeting): Decision {
  if (turn === null) return refuse({ code: "floorNotTaken" });
  if (isPaused(turn)) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "turnPaused", itemId: turn.itemId });
}

export function resumeTurn({ floor: turn }: Meeting): Decision {
  if (turn === null) return refuse({ code: "floorNotTaken" });
  if (!isPaused(turn)) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "turnResumed", itemId: turn.itemId });
}

export function grantTime(meeting: Meeting, { seconds }: GrantTime): Decision {
  const turn = meeting.floor;
  if (turn === null) return refuse({ code: "floorNotTaken" });
  if (!isLimited(meeting, turn)) return refuse({ code: "noAllowance" });
  if (turn.extraMs === seconds * 1000) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "timeGranted", itemId: turn.itemId, seconds });
}

export function applyFocusSet(meeting: Meeting, event: EventOf<"focusSet">, { at, seq }: Envelope): Meeting {
  return withItem(meeting, event.itemId, (item) => startFocus(endFocus(item, at), event.focus, at, seq));
}

export function applyFloorGiven(
  meeting: Meeting,
  event: EventOf<"floorGiven">,
  { at, seq }: Envelope,
): Meeting {
  const { itemId, speaker, kind, invited } = event;
  return { ...endedTurn(meeting, at), floor: { ...begun, seq, itemId, speaker, kind, invited, from: at } };
}

const begun = { to: null, pauses: [], extraMs: 0 } as const;

export function applyTurnPaused(meeting: Meeting, { at }: Envelope): Meeting {
  return withTurn(meeting, ({ pauses, ...turn }) => ({
    ...turn,
    pauses: [...pauses, { from: at, to: null }],
  }));
}

export function applyTurnResumed(meeting: Meeting, { at }: Envelope): Meeting {
  return withTurn(meeting, (turn) => ({ ...turn, pauses: endSpells(turn.pauses, at) }));
}

export function applyTimeGranted(meeting: Meeting, { seconds }: EventOf<"timeGranted">): Meeting {
  return withTurn(meeting, (turn) => ({ ...turn, extraMs: seconds * 1000 }));
}

function withTurn(meeting: Meeting, change: (turn: Turn) => Turn): Meeting {
  return meeting.floor === null ? meeting : { ...meeting, floor: change(meeting.floor) };
}

export function applyTurnEnded(meeting: Meeting, { at }: Envelope): Meeting {
  return endedTurn(meeting, at);
}

export function sameSpeaker(one: Speaker, other: Speaker): boolean {
  return one.as === "seat" && other.as === "seat" ? one.seat === other.seat : one.as === other.as;
}

/** Whether something said by this speaker is this person's own to say. */
export function speaksFor(meeting: Meeting, speaker: Speaker, { by, role }: Actor): boolean {
  switch (speaker.as) {
    case "seat":
      return seatsFor(meeting, by).some(({ id }) => id === speaker.seat);
    case "chair":
      return role === "chair";
    case "officer":
      return role === "clerk";
    case "guest":
      return role === "adviser";
    case "public":
      return false;
    default:
      return unreachable(speaker);
  }
}
