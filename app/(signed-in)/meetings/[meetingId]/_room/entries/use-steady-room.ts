"use client";

import { useMemo } from "react";
import type { ItemId } from "#domain/ids.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { isSame } from "../quiet.ts";
import { type Room, useFromRoom } from "../room-context.ts";
import { quieted } from "../room-source.ts";

// what changes with each thing said or done, and no line of the record but its own tells of
const OF_ROOM: readonly (keyof Room)[] = ["meeting", "seq", "here", "cutSince", "restored", "status"];
const OF_MEETING: readonly (keyof Meeting)[] = ["items", "recent", "floor", "queue"];
const OF_ITEM: readonly (keyof AgendaItem)[] = [
  "entries",
  "turns",
  "spells",
  "focusSpells",
  "focus",
  "invitations",
];

/**
 * The room as the lines of a record need it: another object only when something has changed that they stand on, so
 * that an entry costs its own line and not those of the whole evening, nor does a turn. What is asked of it is answered
 * by the room as it is.
 */
export function useSteadyRoom(itemId: ItemId): Room {
  const held = useFromRoom(asItIs, (before, after) => isSameToLines(itemId, before, after));
  return useMemo(() => quieted(held), [held]);
}

const asItIs = (room: Room) => room;

function isSameToLines(itemId: ItemId, before: Room, after: Room): boolean {
  if (before === after) return true;
  const [was, is] = [before, after].map(({ meeting }) => itemOf(meeting, itemId));
  return (
    isSame(before, after, OF_ROOM) &&
    isSame(before.meeting, after.meeting, OF_MEETING) &&
    (was === is || (was !== undefined && is !== undefined && isSame(was, is, OF_ITEM)))
  );
}
