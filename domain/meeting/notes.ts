// Notes: what is worth keeping and is none of the other four.
import * as z from "zod";
import { optionalWords } from "../words.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import {
  amended,
  mayAmend,
  newEntry,
  OfEntry,
  Recorded,
  recordable,
  standing,
  withNewEntry,
} from "./entries.ts";
import type { Envelope, EventOf } from "./events.ts";
import type { Actor } from "./permissions.ts";
import { type Meeting, withEntry } from "./state.ts";

export const RecordNote = z.strictObject({ type: z.literal("recordNote"), ...Recorded });
export type RecordNote = z.infer<typeof RecordNote>;

export const AmendNote = z.strictObject({
  type: z.literal("amendNote"),
  ...OfEntry,
  text: Recorded.text,
  reason: optionalWords(300),
});
export type AmendNote = z.infer<typeof AmendNote>;

export function recordNote(meeting: Meeting, command: RecordNote, actor: Actor): Decision {
  const { entryId, itemId, speaker, text } = command;
  const place = recordable(meeting, command, actor);
  if (place.outcome === "refused") return place;
  return accept({ type: "noteRecorded", entryId, itemId, speaker, no: place.no, text });
}

export function amendNote(meeting: Meeting, { entryId, text, reason }: AmendNote, actor: Actor): Decision {
  const found = standing(meeting, entryId, "note");
  if (found.outcome === "refused") return found;
  if (found.entry.text === text) return refuse({ code: "nothingChanges" });
  return (
    mayAmend(meeting, found.entry, actor) ??
    accept({ type: "noteAmended", itemId: found.entry.itemId, entryId, text, reason })
  );
}

export function applyNoteRecorded(
  meeting: Meeting,
  event: EventOf<"noteRecorded">,
  envelope: Envelope,
): Meeting {
  return withNewEntry(meeting, { ...newEntry(event, envelope), kind: "note" });
}

export function applyNoteAmended(
  meeting: Meeting,
  event: EventOf<"noteAmended">,
  envelope: Envelope,
): Meeting {
  const { itemId, entryId, text, reason } = event;
  return withEntry(meeting, itemId, entryId, (entry) =>
    entry.kind === "note" ? amended(entry, { text }, reason, envelope) : entry,
  );
}
