// Who has been heard on an item, by sector: seats are counted, never people.
import type { SeatId } from "#domain/ids.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { partnerOfSeat, seatsPresent } from "#domain/meeting/look-up.ts";
import { Sector } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { spokenMs, type Turn } from "#domain/meeting/turn.ts";

export type SectorTalk = {
  readonly sector: Sector;
  /** Share of the talk of all seats on this item, 0 to 1. */
  readonly talk: number;
  /** Share of the seats in which somebody sits, 0 to 1. */
  readonly seats: number;
};

/** One row for each sector that has a seat in the room, or has spoken; the chair's and guests' turns are not counted. */
export function talkBySector(meeting: Meeting, item: AgendaItem, now: number): readonly SectorTalk[] {
  const running = meeting.floor?.itemId === item.id ? [meeting.floor] : [];
  const turns = [...item.turns, ...running];
  const present = seatsPresent(meeting);
  const talked = (sector: Sector) =>
    turns.reduce((sum, turn) => sum + (isOf(turn, sector) ? spokenMs(turn, now) : 0), 0);
  const all = Sector.options.reduce((sum, sector) => sum + talked(sector), 0);

  return Sector.options.flatMap((sector) => {
    const seats = present.filter(({ id }) => sectorOf(id) === sector).length;
    const ms = talked(sector);
    if (seats === 0 && ms === 0) return [];
    return [
      { sector, talk: all === 0 ? 0 : ms / all, seats: present.length === 0 ? 0 : seats / present.length },
    ];
  });

  function sectorOf(seat: SeatId): Sector | undefined {
    return partnerOfSeat(meeting, seat)?.sector;
  }
  function isOf({ speaker }: Turn, sector: Sector): boolean {
    return speaker.as === "seat" && sectorOf(speaker.seat) === sector;
  }
}
