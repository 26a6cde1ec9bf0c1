// Evidence an item rests on: who provides it, whether all had it before the meeting, whether it is counted in a way
// the partners share, and what it told the board; or what stood in the way of having any (`indicators.md` §6.1).
import * as z from "zod";
import { SeatId } from "../ids.ts";
import { optionalWords } from "../words.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import {
  amended,
  mayAmend,
  newEntry,
  OfEntry,
  Recorded,
  recordable,
  seatsKnown,
  standing,
  withNewEntry,
} from "./entries.ts";
import { Obstacle } from "./entry.ts";
import { type Envelope, type EventOf, EvidenceFields } from "./events.ts";
import type { Actor } from "./permissions.ts";
import { type Meeting, withEntry } from "./state.ts";

export const Fields = {
  provider: SeatId.nullable(),
  circulated: z.boolean(),
  commonDefinition: z.boolean(),
  told: optionalWords(300),
  obstacle: Obstacle.nullable(),
};

export const RecordEvidence = z.strictObject({ type: z.literal("recordEvidence"), ...Recorded, ...Fields });
export type RecordEvidence = z.infer<typeof RecordEvidence>;

export const AmendEvidence = z.strictObject({
  type: z.literal("amendEvidence"),
  ...OfEntry,
  text: Recorded.text,
  ...Fields,
  reason: optionalWords(300),
});
export type AmendEvidence = z.infer<typeof AmendEvidence>;

export function recordEvidence(meeting: Meeting, command: RecordEvidence, actor: Actor): Decision {
  const { type: _, entryId, itemId, speaker, ...fields } = command;
  const place = recordable(meeting, command, actor);
  if (place.outcome === "refused") return place;
  return (
    seatsKnown(meeting, [fields.provider]) ??
    accept({ type: "evidenceRecorded", entryId, itemId, speaker, no: place.no, ...fields })
  );
}

export function amendEvidence(meeting: Meeting, command: AmendEvidence, actor: Actor): Decision {
  const { type: _, entryId, reason, ...fields } = command;
  const found = standing(meeting, entryId, "evidence");
  if (found.outcome === "refused") return found;

  const { entry } = found;
  if (JSON.stringify(EvidenceFields.parse(fields)) === JSON.stringify(EvidenceFields.parse(entry))) {
    return refuse({ code: "nothingChanges" });
  }
  return (
    mayAmend(meeting, entry, actor) ??
    seatsKnown(meeting, [fields.provider]) ??
    accept({ type: "evidenceAmended", itemId: entry.itemId, entryId, ...fields, reason })
  );
}

export function applyEvidenceRecorded(
  meeting: Meeting,
  event: EventOf<"evidenceRecorded">,
  envelope: Envelope,
): Meeting {
  const fields = EvidenceFields.parse(event);
  return withNewEntry(meeting, { ...newEntry(event, envelope), ...fields, kind: "evidence" });
}

export function applyEvidenceAmended(
  meeting: Meeting,
  event: EventOf<"evidenceAmended">,
  envelope: Envelope,
): Meeting {
  const fields = EvidenceFields.parse(event);
  return withEntry(meeting, event.itemId, event.entryId, (entry) =>
    entry.kind === "evidence" ? amended(entry, fields, event.reason, envelope) : entry,
  );
}
