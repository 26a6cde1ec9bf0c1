// The clocks of a meeting: an item's time, its focus, the turn of whoever speaks, the time of a vote.
import type { AgendaItem, Focus } from "./item.ts";
import { type Meeting, withItem } from "./state.ts";
import { endSpells } from "./turn.ts";
import { held, running } from "./vote.ts";

/** Stops every clock, keeping what was open open. */
export function stopped(meeting: Meeting, at: number): Meeting {
  const silent = endedTurn(meeting, at);
  return {
    ...silent,
    items: silent.items.map((item) =>
      item.status === "open"
        ? {
            ...endFocus(item, at),
            spells: endSpells(item.spells, at),
            votes: item.votes.map((vote) => held(vote, at)),
          }
        : item,
    ),
  };
}

export function restarted(meeting: Meeting, at: number, seq: number): Meeting {
  return {
    ...meeting,
    items: meeting.items.map((item) => {
      if (item.status !== "open") return item;
      const again = {
        ...item,
        spells: [...item.spells, { from: at, to: null }],
        votes: item.votes.map((vote) => running(vote, at)),
      };
      return item.id === meeting.current ? startFocus(again, item.focus, at, seq) : again;
    }),
  };
}

/** Whoever speaks has spoken: the turn goes to the item it was taken in. */
export function endedTurn(meeting: Meeting, at: number): Meeting {
  const turn = meeting.floor;
  if (turn === null) return meeting;
  const ended = { ...turn, to: Math.max(at, turn.from), pauses: endSpells(turn.pauses, at) };
  const heard = withItem(meeting, turn.itemId, (item) => ({ ...item, turns: [...item.turns, ended] }));
  return { ...heard, floor: null };
}

export function startFocus(item: AgendaItem, focus: Focus | null, at: number, seq: number): AgendaItem {
  if (focus === null) return { ...item, focus };
  return { ...item, focus, focusSpells: [...item.focusSpells, { focus, seq, from: at, to: null }] };
}

export function endFocus(item: AgendaItem, at: number): AgendaItem {
  return { ...item, focusSpells: endSpells(item.focusSpells, at) };
}
