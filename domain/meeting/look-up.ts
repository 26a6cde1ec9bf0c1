// What is found in a meeting: its items and entries, its seats and who sits in them.
import type { EntryId, ItemId, PartnerId, PersonId, SeatId, VoteId } from "../ids.ts";
import type { Entry } from "./entry.ts";
import type { AgendaItem } from "./item.ts";
import type { Presiding, Recording, SeatAttendance, Sitting } from "./presence.ts";
import type { Partner, Registers, Role, Seat } from "./registers.ts";
import type { Meeting } from "./state.ts";
import { isSettled, type Vote } from "./vote.ts";

export function itemOf(meeting: Meeting, itemId: ItemId): AgendaItem | undefined {
  return meeting.items.find(({ id }) => id === itemId);
}

/** Finds an entry wherever on the agenda it was recorded. */
export function entryOf(meeting: Meeting, entryId: EntryId): Entry | undefined {
  // most of what is asked for was recorded on the item the board is on
  const current = meeting.current === null ? undefined : itemOf(meeting, meeting.current);
  const found = current?.entries.findLast(({ id }) => id === entryId);
  if (found) return found;
  for (const item of meeting.items) {
    const entry = item.entries.findLast(({ id }) => id === entryId);
    if (entry) return entry;
  }
  return undefined;
}

/** Finds a vote wherever on the agenda it was opened. */
export function voteOf(meeting: Meeting, voteId: VoteId): Vote | undefined {
  for (const item of meeting.items) {
    const vote = item.votes.findLast(({ id }) => id === voteId);
    if (vote) return vote;
  }
  return undefined;
}

/** The vote about a decision of which the result is not known yet. */
export function pendingVoteOn(meeting: Meeting, entryId: EntryId): Vote | undefined {
  return meeting.items
    .flatMap(({ votes }) => votes)
    .find((vote) => vote.about === entryId && !isSettled(vote));
}

/** The vote about a decision of which the result was made known last. */
export function resultOn(meeting: Meeting, entryId: EntryId): Vote | undefined {
  return meeting.items
    .flatMap(({ votes }) => votes)
    .findLast((vote) => vote.about === entryId && vote.status === "revealed");
}

export function seatOf(meeting: Meeting, seatId: SeatId): Seat | undefined {
  return meeting.registers.seats.find(({ id }) => id === seatId);
}

export function partnerOf(meeting: Meeting, partnerId: PartnerId): Partner | undefined {
  return meeting.registers.partners.find(({ id }) => id === partnerId);
}

/** The partner and sector for which a seat is held. */
export function partnerOfSeat(meeting: Meeting, seatId: SeatId): Partner | undefined {
  const seat = seatOf(meeting, seatId);
  return seat && partnerOf(meeting, seat.partnerId);
}

export function attendanceOf(meeting: Meeting, seatId: SeatId): SeatAttendance | undefined {
  return meeting.attendance.find(({ seat }) => seat === seatId);
}

/** Who sits in a seat now, if anybody. */
export function sittingIn(meeting: Meeting, seatId: SeatId): Sitting | undefined {
  return attendanceOf(meeting, seatId)?.sittings.find(({ to }) => to === null);
}

/** The full seats in which somebody sits at this moment. */
export function seatsPresent(meeting: Meeting): readonly Seat[] {
  return meeting.registers.seats.filter((seat) => seat.full && sittingIn(meeting, seat.id));
}

/** The full seat in which a person sits now, if any: the one they vote for. */
export function votingSeat(meeting: Meeting, person: PersonId): Seat | undefined {
  return seatsPresent(meeting).find(({ id }) => sittingIn(meeting, id)?.person === person);
}

/** The seats for which a person may speak: their own, those they are named for, and the one they sit in. */
export function seatsFor(meeting: Meeting, person: PersonId): readonly Seat[] {
  return meeting.registers.seats.filter(
    (seat) =>
      seat.principal === person ||
      seat.substitutes.includes(person) ||
      sittingIn(meeting, seat.id)?.person === person,
  );
}

/** A role as the registers in the log have it, whoever presides. */
export function roleHeld(meeting: Pick<Meeting, "registers">, person: PersonId): Role | undefined {
  return rolesByPerson.of(meeting.registers).get(person);
}

/** Who presides now. */
export function presidingNow(meeting: Meeting): Presiding | undefined {
  return meeting.presiding.find(({ to }) => to === null);
}

/** Whether a chair is named. While a clerk stands in for one nothing is agreed, and no casting vote is given. */
export function isChaired(meeting: Meeting): boolean {
  const person = presidingNow(meeting)?.person;
  return person !== undefined && roleHeld(meeting, person) !== "clerk";
}

export function recordingNow(meeting: Meeting): Recording | undefined {
  return meeting.recording.find(({ to }) => to === null);
}

/** The item that counts for business time: a sub-item's parent, else the item itself. */
export function topOf(meeting: Meeting, item: AgendaItem): AgendaItem {
  return (item.parent && itemOf(meeting, item.parent)) || item;
}

/** Whether an item is taken without the public: a sub-item goes with its parent. */
export function isRestricted(meeting: Meeting, item: AgendaItem): boolean {
  return [item, topOf(meeting, item)].some(({ openness }) => openness.kind === "restricted");
}

// a room of a thousand asks a thousand times for each event; registers are replaced, never changed
const rolesByPerson = remembered(
  // from the end, so that of two roles the first counts
  ({ roles }: Registers): ReadonlyMap<PersonId, Role> =>
    new Map(roles.toReversed().map(({ personId, role }) => [personId, role])),
);

/** Finds once what follows from a value that is never changed. */
export function remembered<Of extends object, Found>(find: (of: Of) => Found): { of: (of: Of) => Found } {
  const known = new WeakMap<Of, Found>();
  return {
    of(of) {
      const before = known.get(of);
      if (before !== undefined) return before;
      const found = find(of);
      known.set(of, found);
      return found;
    },
  };
}
