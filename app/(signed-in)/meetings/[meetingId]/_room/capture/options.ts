// What can be chosen in the sentence of an entry, each with a key a menu can hold.
import { entryNumber, seatName, speakerName } from "#app/_text/speaker-text.ts";
import type { EntryId, PartnerId, PersonId, SeatId } from "#domain/ids.ts";
import type { Target } from "#domain/meeting/entry.ts";
import { seatsFor } from "#domain/meeting/look-up.ts";
import type { Role } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import type { WordOption } from "./choice-word.tsx";

export type Keyed<Value> = WordOption<string> & { readonly value: Value };

/** For whom this person may record: the clerk and the chair for anybody, others for their own seats. */
export function speakerOptions(
  meeting: Meeting,
  you: PersonId,
  role: Role | undefined,
): readonly Keyed<Speaker>[] {
  const isFree = role === "clerk" || role === "chair";
  const seats = isFree ? meeting.registers.seats : seatsFor(meeting, you);
  const speakers: Speaker[] = seats.map(({ id }) => ({ as: "seat", seat: id }));
  if (isFree) speakers.push({ as: "chair" }, { as: "officer" }, { as: "guest" }, { as: "public" });
  else if (role === "adviser") speakers.push({ as: "guest" });
  return speakers.map((value) => ({ key: speakerKey(value), label: speakerName(meeting, value), value }));
}

export function speakerKey(speaker: Speaker): string {
  return speaker.as === "seat" ? speaker.seat : speaker.as;
}

export function partnerOptions(meeting: Meeting): readonly Keyed<PartnerId>[] {
  return meeting.registers.partners
    .map(({ id, name }) => ({ key: id, label: name, value: id }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
}

/** A partner, or the partnership as a whole. */
export function targetOptions(meeting: Meeting): readonly Keyed<Target>[] {
  const all: Keyed<Target> = { key: "partnership", label: "the partnership", value: "partnership" };
  return [all, ...partnerOptions(meeting)];
}

export const SUPPORT_TEAM = "support team";

/** Who can owe something: a seat, or the board's officers. */
export function ownerOptions(meeting: Meeting): readonly Keyed<SeatId | null>[] {
  const seats = meeting.registers.seats.map(({ id }) => ({
    key: id,
    label: seatName(meeting, id),
    value: id,
  }));
  return [{ key: SUPPORT_TEAM, label: "Support team", value: null }, ...seats];
}

/** The decisions of this meeting that stand, the latest first. */
export function decisionOptions(meeting: Meeting): readonly Keyed<EntryId>[] {
  return meeting.items
    .flatMap((item) =>
      item.entries
        .filter(({ kind, standing }) => kind === "decision" && standing === "stands")
        .map((entry) => ({ item, entry })),
    )
    .toSorted((one, other) => other.entry.seq - one.entry.seq)
    .map(({ item, entry }) => ({
      key: entry.id,
      label: `decision ${entryNumber(item, entry)}`,
      value: entry.id,
    }));
}

export function ownerName(meeting: Meeting, owner: SeatId | null): string {
  return owner === null ? "Support team" : seatName(meeting, owner);
}
