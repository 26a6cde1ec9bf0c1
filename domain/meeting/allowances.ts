// Time a board allows: for a turn, and for all the turns of a sector on an item. It is told, never enforced: nobody is
// cut off, and whoever runs the meeting may grant more.
import { rulesOf } from "./board-rules.ts";
import type { AgendaItem } from "./item.ts";
import { itemOf, partnerOfSeat, presidingNow } from "./look-up.ts";
import type { Sector } from "./registers.ts";
import type { Meeting } from "./state.ts";
import { spokenMs, type Turn } from "./turn.ts";

/** Milliseconds; more may be used than is allowed. */
export type Allowance = { readonly allowedMs: number; readonly usedMs: number };

/** What is left of the turn of whoever has the floor; null where it is not limited. */
export function turnAllowance(meeting: Meeting, now: number): Allowance | null {
  const turn = meeting.floor;
  const { turnSeconds } = rulesOf(meeting);
  if (turn === null || turnSeconds === null || !isCharged(meeting, turn)) return null;
  return { allowedMs: turnSeconds * 1000 + turn.extraMs, usedMs: spokenMs(turn, now) };
}

/** What is left to the seats of a sector on the item the board is on; null where it is not limited. */
export function sectorAllowance(meeting: Meeting, sector: Sector, now: number): Allowance | null {
  const item = meeting.current === null ? undefined : itemOf(meeting, meeting.current);
  const { sectorMinutes } = rulesOf(meeting);
  if (!item || sectorMinutes === null) return null;
  const turns = turnsOn(meeting, item).filter(
    (turn) => isCharged(meeting, turn) && sectorOf(meeting, turn) === sector,
  );
  return {
    allowedMs: turns.reduce((ms, { extraMs }) => ms + extraMs, sectorMinutes * 60_000),
    usedMs: turns.reduce((ms, turn) => ms + spokenMs(turn, now), 0),
  };
}

/** The sector for which a turn is taken; null for the chair, the officers, a guest and the public. */
export function sectorOf(meeting: Meeting, { speaker }: Pick<Turn, "speaker">): Sector | null {
  return (speaker.as === "seat" && partnerOfSeat(meeting, speaker.seat)?.sector) || null;
}

/** Whether the board allows this turn so much and no more. */
export function isLimited(meeting: Meeting, turn: Turn): boolean {
  const { turnSeconds, sectorMinutes } = rulesOf(meeting);
  if (!isCharged(meeting, turn)) return false;
  return turnSeconds !== null || (sectorMinutes !== null && sectorOf(meeting, turn) !== null);
}

// who presides and who presents speaks as long as it takes
function isCharged(meeting: Meeting, { speaker, kind }: Turn): boolean {
  if (kind === "presenting" || speaker.as === "chair" || speaker.as === "officer") return false;
  return speaker.as !== "seat" || presidingNow(meeting)?.seat !== speaker.seat;
}

function turnsOn(meeting: Meeting, item: AgendaItem): readonly Turn[] {
  return meeting.floor?.itemId === item.id ? [...item.turns, meeting.floor] : item.turns;
}
