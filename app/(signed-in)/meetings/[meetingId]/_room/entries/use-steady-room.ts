"use client";

import { useState } from "react";
import type { AgendaItem } from "#domain/meeting/item.ts";
import type { Room } from "../room-context.ts";

// what changes with each thing said, and no line of the record but its own tells of
const OF_MEETING: readonly string[] = ["items", "recent", "floor", "queue"];
const OF_ITEM: readonly string[] = ["entries", "turns", "spells", "focusSpells", "focus", "invitations"];
const OF_ROOM = ["role", "connection", "isCut", "waiting", "drafts", "people", "you", "latest"] as const;

/**
 * The room as the lines of a record need it: another object only when something has changed that they stand on, so
 * that an entry costs its own line and not those of the whole evening. What is asked of it is answered by the room as
 * it is.
 */
export function useSteadyRoom(room: Room, item: AgendaItem): Room {
  const basis = basisOf(room, item);
  const [held, setHeld] = useState(() => ({ basis, room: steadied(room) }));
  if (isSame(held.basis, basis)) return held.room;
  const next = { basis, room: steadied(room) };
  setHeld(next);
  return next.room;
}

function steadied(room: Room): Room {
  return {
    ...room,
    get meeting() {
      return room.latest();
    },
  };
}

function basisOf(room: Room, item: AgendaItem): readonly unknown[] {
  const of = (thing: object, without: readonly string[]) =>
    Object.entries(thing).flatMap(([name, value]) => (without.includes(name) ? [] : [value]));
  return [...of(room.meeting, OF_MEETING), ...of(item, OF_ITEM), ...OF_ROOM.map((name) => room[name])];
}

function isSame(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((value, place) => Object.is(value, after[place]));
}
