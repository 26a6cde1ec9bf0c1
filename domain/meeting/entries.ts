// What is true of every entry, whatever its kind: on which item it may be recorded, whose it is, and the
// four ways back, kept apart: amended, struck out (in error), withdrawn (taken back), undone (`undo.ts`).
import * as z from "zod";
import { EntryId, ItemId, MeetingId } from "../ids.ts";
import { words } from "../words.ts";
import { accept, type Decision, type Refused, refuse } from "./decision.ts";
import type { EarlierWording, Entry, EntryKind } from "./entry.ts";
import type { Envelope, EventOf } from "./events.ts";
import { SpeakingAs, speaksFor } from "./floor.ts";
import type { AgendaItem } from "./item.ts";
import { entryOf, itemOf, seatOf, seatsFor } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import type { Seat } from "./registers.ts";
import { type Meeting, withConfirmed, withEntry, withItem } from "./state.ts";
import type { Speaker } from "./turn.ts";

/** Long enough for a considered question, short enough to be read out and minuted whole. */
export const WORDS_MAX = 1200;

export const Recorded = { entryId: EntryId, itemId: ItemId, speaker: SpeakingAs, text: words(WORDS_MAX) };
export const OfEntry = { entryId: EntryId };
/** Where something was said, when it was in another meeting than the one whose log holds it. */
export const Heard = z.strictObject({ meetingId: MeetingId, itemId: ItemId }).nullable();

export const StrikeOutEntry = z.strictObject({
  type: z.literal("strikeOutEntry"),
  ...OfEntry,
  reason: words(300),
});
export type StrikeOutEntry = z.infer<typeof StrikeOutEntry>;

export const WithdrawEntry = z.strictObject({
  type: z.literal("withdrawEntry"),
  ...OfEntry,
  reason: words(300),
});
export type WithdrawEntry = z.infer<typeof WithdrawEntry>;

export const ConfirmEntries = z.strictObject({
  type: z.literal("confirmEntries"),
  itemId: ItemId,
  entryIds: z.array(EntryId).min(1).max(500),
});
export type ConfirmEntries = z.infer<typeof ConfirmEntries>;

export const DisputeEntry = z.strictObject({
  type: z.literal("disputeEntry"),
  ...OfEntry,
  reason: words(300),
});
export type DisputeEntry = z.infer<typeof DisputeEntry>;

export const SettleDispute = z.strictObject({
  type: z.literal("settleDispute"),
  ...OfEntry,
  /** Upheld, the entry is struck out. */
  upheld: z.boolean(),
  reason: words(300),
});
export type SettleDispute = z.infer<typeof SettleDispute>;

type Recordable = { readonly outcome: "recordable"; readonly no: number; readonly item: AgendaItem };

/** The number an entry would get on an open item, or why it may not be recorded there. */
export function recordable(
  meeting: Meeting,
  entry: { readonly entryId: EntryId; readonly itemId: ItemId; readonly speaker: Speaker },
  actor: Actor,
): Recordable | Refused {
  const item = itemOf(meeting, entry.itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (entryOf(meeting, entry.entryId)) return refuse({ code: "alreadyRecorded" });
  if (item.status !== "open") return refuse({ code: "itemNotOpen", itemId: item.id });

  const { speaker } = entry;
  if (speaker.as === "seat" && !seatOf(meeting, speaker.seat)) return refuse({ code: "seatNotFound" });
  if (actor.scope === "own" && !speaksFor(meeting, speaker, actor)) return refuse({ code: "notYours" });
  return { outcome: "recordable", no: (item.entries.at(-1)?.no ?? 0) + 1, item };
}

/** What every entry begins with. */
export function newEntry(
  event: { entryId: EntryId; itemId: ItemId; no: number; speaker: Speaker; text: string },
  { seq, at, by }: Envelope,
) {
  const { entryId: id, itemId, no, speaker, text } = event;
  return {
    id,
    itemId,
    no,
    seq,
    at,
    by,
    speaker,
    text,
    standing: "stands" as const,
    ended: null,
    history: [],
    confirmed: null,
    disputes: [],
  };
}

export function withNewEntry(meeting: Meeting, entry: Entry): Meeting {
  return withItem(meeting, entry.itemId, (item) => ({ ...item, entries: [...item.entries, entry] }));
}

type Found<K extends EntryKind> = { readonly outcome: "found"; readonly entry: Extract<Entry, { kind: K }> };

/** An entry of the kind asked for that still stands, or why there is none. */
export function standing<K extends EntryKind>(meeting: Meeting, id: EntryId, kind: K): Found<K> | Refused {
  const entry = entryOf(meeting, id);
  if (!entry) return refuse({ code: "entryNotFound" });
  if (!isOfKind(entry, kind)) return refuse({ code: "entryOfOtherKind" });
  if (entry.standing !== "stands") return refuse({ code: "entryNotStanding" });
  return { outcome: "found", entry };
}

function isOfKind<K extends EntryKind>(entry: Entry, kind: K): entry is Extract<Entry, { kind: K }> {
  return entry.kind === kind;
}

/** Whoever recorded an entry, and the people of the seat it speaks for, may put it right. */
function isTheirs(meeting: Meeting, entry: Entry, actor: Actor): boolean {
  return entry.by === actor.by || speaksFor(meeting, entry.speaker, actor);
}

export function mayAmend(meeting: Meeting, entry: Entry, actor: Actor): Refused | null {
  return actor.scope === "own" && !isTheirs(meeting, entry, actor) ? refuse({ code: "notYours" }) : null;
}

/** The fields before an amendment are kept, for the history one press away. */
export function amended<E extends Entry>(
  entry: E,
  fields: Partial<E>,
  reason: string,
  { seq, at, by }: Envelope,
): E {
  const earlier: Record<string, unknown> = { ...entry };
  const before = Object.fromEntries(Object.keys(fields).map((name) => [name, earlier[name]]));
  return { ...entry, ...fields, history: [...entry.history, { seq, at, by, reason, fields: before }] };
}

export type Wording = {
  /** The entry as it then stood. */
  readonly entry: Entry;
  /** How that ended; null for the wording that stands now. */
  readonly until: Pick<EarlierWording, "at" | "by" | "reason" | "seq" | "kind"> | null;
};

/** Every wording an entry has had, the oldest first, the present one last. */
export function wordingsOf(entry: Entry): readonly Wording[] {
  const wordings: Wording[] = [{ entry, until: null }];
  for (const { fields, ...until } of entry.history.toReversed()) {
    const later = wordings[0]?.entry ?? entry;
    // an amendment changes only fields that entries of this kind have
    wordings.unshift({ entry: Object.assign({}, later, fields), until });
  }
  return wordings;
}

export function strikeOutEntry(
  meeting: Meeting,
  { entryId, reason }: StrikeOutEntry,
  actor: Actor,
): Decision {
  const entry = entryOf(meeting, entryId);
  if (!entry) return refuse({ code: "entryNotFound" });
  if (actor.scope === "own" && entry.by !== actor.by) return refuse({ code: "notYours" });
  if (entry.standing !== "stands") return refuse({ code: "entryNotStanding" });
  return accept({ type: "entryStruckOut", itemId: entry.itemId, entryId, reason });
}

/** A challenge may be taken back by whoever raised it, a decision until it is agreed. */
export function withdrawEntry(meeting: Meeting, { entryId, reason }: WithdrawEntry, actor: Actor): Decision {
  const entry = entryOf(meeting, entryId);
  if (!entry) return refuse({ code: "entryNotFound" });
  if (entry.kind !== "challenge" && entry.kind !== "decision") return refuse({ code: "entryOfOtherKind" });
  if (entry.standing !== "stands") return refuse({ code: "entryNotStanding" });
  if (entry.kind === "decision" && entry.agreed) return refuse({ code: "alreadyAgreed", entryId });
  return (
    mayAmend(meeting, entry, actor) ??
    accept({ type: "entryWithdrawn", itemId: entry.itemId, entryId, reason })
  );
}

export function confirmEntries(meeting: Meeting, { itemId, entryIds }: ConfirmEntries): Decision {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  for (const id of entryIds) {
    const entry = item.entries.find((each) => each.id === id);
    if (!entry) return refuse({ code: "entryNotFound" });
    if (entry.kind !== "challenge" && entry.kind !== "money") return refuse({ code: "entryOfOtherKind" });
    if (entry.standing !== "stands") return refuse({ code: "entryNotStanding" });
    if (entry.confirmed) return refuse({ code: "alreadyRecorded" });
  }
  return accept({ type: "entriesConfirmed", itemId, entryIds });
}

/** The partner named in an entry may dispute it, as may its recorder, the chair and the clerk. */
export function disputeEntry(meeting: Meeting, { entryId, reason }: DisputeEntry, actor: Actor): Decision {
  const entry = entryOf(meeting, entryId);
  if (!entry) return refuse({ code: "entryNotFound" });
  if (entry.kind !== "challenge" && entry.kind !== "money") return refuse({ code: "entryOfOtherKind" });
  if (entry.standing !== "stands") return refuse({ code: "entryNotStanding" });
  if (openDispute(entry)) return refuse({ code: "alreadyRecorded" });

  const named = entry.kind === "challenge" ? entry.target : entry.ownPartner;
  const isNamed = seatsFor(meeting, actor.by).some(({ partnerId }) => partnerId === named);
  if (actor.scope === "own" && !isNamed && !isTheirs(meeting, entry, actor))
    return refuse({ code: "notYours" });
  return accept({ type: "entryDisputed", itemId: entry.itemId, entryId, reason });
}

export function settleDispute(meeting: Meeting, { entryId, upheld, reason }: SettleDispute): Decision {
  const entry = entryOf(meeting, entryId);
  if (!entry) return refuse({ code: "entryNotFound" });
  const dispute = openDispute(entry);
  if (!dispute) return refuse({ code: "disputeNotFound" });
  return accept({
    type: "disputeSettled",
    itemId: entry.itemId,
    entryId,
    dispute: dispute.seq,
    upheld,
    reason,
  });
}

export function openDispute(entry: Entry) {
  return entry.disputes.find(({ settled }) => settled === null);
}

/** The seats, objectives, partners an entry names are there. */
export function seatsKnown(meeting: Meeting, seats: readonly (Seat["id"] | null)[]): Refused | null {
  return seats.every((id) => id === null || seatOf(meeting, id)) ? null : refuse({ code: "seatNotFound" });
}

export function applyEntryEnded(
  meeting: Meeting,
  event: EventOf<"entryStruckOut"> | EventOf<"entryWithdrawn">,
  { at, by }: Envelope,
): Meeting {
  const standing = event.type === "entryWithdrawn" ? "withdrawn" : "struckOut";
  return withEntry(meeting, event.itemId, event.entryId, (entry) => ({
    ...entry,
    standing,
    ended: { at, by, reason: event.reason },
  }));
}

export function applyEntriesConfirmed(
  meeting: Meeting,
  event: EventOf<"entriesConfirmed">,
  { at, by }: Envelope,
): Meeting {
  return withConfirmed(meeting, event.itemId, event.entryIds, { at, by });
}

export function applyEntryDisputed(
  meeting: Meeting,
  event: EventOf<"entryDisputed">,
  envelope: Envelope,
): Meeting {
  const { seq, at, by } = envelope;
  return withEntry(meeting, event.itemId, event.entryId, (entry) => ({
    ...entry,
    disputes: [...entry.disputes, { seq, at, by, reason: event.reason, settled: null }],
  }));
}

export function applyDisputeSettled(
  meeting: Meeting,
  event: EventOf<"disputeSettled">,
  { at, by }: Envelope,
): Meeting {
  const { itemId, entryId, dispute, upheld, reason } = event;
  return withEntry(meeting, itemId, entryId, (entry) => ({
    ...entry,
    disputes: entry.disputes.map((each) =>
      each.seq === dispute ? { ...each, settled: { by, at, upheld } } : each,
    ),
    ...(upheld ? { standing: "struckOut" as const, ended: { at, by, reason } } : {}),
  }));
}
