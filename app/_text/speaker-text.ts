// For whom something is said, as the record names it: a partner, the chair, the support team, a guest.
import type { EntryId, PartnerId, PersonId, SeatId } from "#domain/ids.ts";
import type { Entry, Target } from "#domain/meeting/entry.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { entryOf, itemOf, partnerOf, partnerOfSeat, seatOf } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Speaker } from "#domain/meeting/turn.ts";

/** The partner's name; with the seat's own when the partner holds several. */
export function seatName(meeting: Meeting, seatId: SeatId): string {
  const seat = seatOf(meeting, seatId);
  const partner = partnerOfSeat(meeting, seatId);
  if (!seat || !partner) return namedSeat("", "");
  const isOneOfSeveral = meeting.registers.seats.some(
    ({ id, partnerId }) => id !== seatId && partnerId === partner.id,
  );
  return namedSeat(partner.name, isOneOfSeveral ? seat.label : "");
}

/** As `seatName`, from the names themselves; `label` is empty where the partner's name is enough. */
export function namedSeat(partner: string, label: string): string {
  if (partner === "") return "A former seat";
  if (label === "") return partner;
  return label.startsWith(partner) ? label : `${partner}, ${label}`;
}

export function partnerName(meeting: Meeting, partnerId: PartnerId): string {
  return partnerOf(meeting, partnerId)?.name ?? "A former partner";
}

/** For whom a person of the board is there. */
export function partnerOfPerson(meeting: Meeting, person: PersonId): string {
  const of = meeting.registers.people.find(({ id }) => id === person)?.partnerId ?? null;
  return of === null ? "Somebody" : partnerName(meeting, of);
}

/** Who speaks for no seat. */
export const unseatedName: Readonly<Record<Exclude<Speaker["as"], "seat">, string>> = {
  chair: "The chair",
  officer: "Support team",
  guest: "A guest",
  public: "A member of the public",
};

export function speakerName(meeting: Meeting, speaker: Speaker): string {
  return speaker.as === "seat" ? seatName(meeting, speaker.seat) : unseatedName[speaker.as];
}

export function targetName(meeting: Meeting, target: Target): string {
  return target === "partnership" ? "the partnership" : partnerName(meeting, target);
}

/** "4.6" */
export function entryNumber(item: Pick<AgendaItem, "number">, entry: Pick<Entry, "no">): string {
  return item.number === "" ? `${entry.no}` : `${item.number}.${entry.no}`;
}

export function numberOfEntry(meeting: Meeting, entryId: EntryId): string {
  const entry = entryOf(meeting, entryId);
  const item = entry && itemOf(meeting, entry.itemId);
  return entry && item ? entryNumber(item, entry) : "";
}

export function itemLabel(item: Pick<AgendaItem, "number" | "title">): string {
  return item.number === "" ? item.title : `Item ${item.number}. ${item.title}`;
}
