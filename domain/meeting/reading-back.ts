// The wording that is being agreed: read back by the chair, on every screen of the room until it is agreed or laid
// aside. What has changed in it since it was last read is known, so that it can be shown.
import type { Decision } from "./entry.ts";
import type { AgendaItem } from "./item.ts";
import { itemOf } from "./look-up.ts";
import type { Meeting } from "./state.ts";
import { isSettled } from "./vote.ts";

export type WordingBeingAgreed = {
  readonly item: AgendaItem;
  readonly decision: Decision;
  /** The wording as the board last heard it; null where this is the first it hears, or nothing has changed since. */
  readonly before: string | null;
  /** Amended since it was read out: it is to be read again before it can be agreed. */
  readonly isUnread: boolean;
  /** The event that put it on the screens. */
  readonly seq: number;
};

/** What every screen of the room shows now; null where nothing is being read back, and while a vote is not over. */
export function wordingBeingAgreed(meeting: Meeting): WordingBeingAgreed | null {
  const open = meeting.items.filter(({ status }) => status === "open");
  // it would stand before the vote on every screen; it comes back once the result is known
  if (open.some(({ votes }) => votes.some((vote) => !isSettled(vote)))) return null;
  const shown = open
    .flatMap(({ entries }) => entries)
    .flatMap((entry) =>
      entry.kind === "decision" && isOnScreens(meeting, entry) ? (wordingOf(meeting, entry) ?? []) : [],
    );
  return shown.toSorted((one, other) => one.seq - other.seq).at(-1) ?? null;
}

/** Whether a decision's wording is among what is being read back: since its item was last taken up. */
export function isOnScreens(meeting: Meeting, decision: Decision): boolean {
  const last = decision.readBacks.at(-1);
  const spell = itemOf(meeting, decision.itemId)?.spells.at(-1);
  if (!last || !spell || spell.to !== null || meeting.phase !== "inSession") return false;
  return decision.isBeingRead && decision.standing === "stands" && last.at >= spell.from;
}

function wordingOf(meeting: Meeting, decision: Decision): WordingBeingAgreed | null {
  const item = itemOf(meeting, decision.itemId);
  const last = decision.readBacks.at(-1);
  if (!item || !last) return null;
  const isUnread = decision.status === "proposed";
  const heard = isUnread ? last.text : decision.readBacks.at(-2)?.text;
  return {
    item,
    decision,
    before: heard === undefined || heard === decision.text ? null : heard,
    isUnread,
    seq: last.seq,
  };
}
