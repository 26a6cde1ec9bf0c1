// Private notes: on each item one that the chair and the clerks keep for each other, and nobody else ever reads.
import * as z from "zod";
import { ItemId } from "../ids.ts";
import { optionalWords } from "../words.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Envelope, EventOf } from "./events.ts";
import { itemOf } from "./look-up.ts";
import { type Meeting, withItem } from "./state.ts";

/** Replaces what the note said; empty takes it away. */
export const WritePrivateNote = z.strictObject({
  type: z.literal("writePrivateNote"),
  itemId: ItemId,
  text: optionalWords(2000),
});
export type WritePrivateNote = z.infer<typeof WritePrivateNote>;

export function writePrivateNote(meeting: Meeting, { itemId, text }: WritePrivateNote): Decision {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if ((item.privateNote?.text ?? "") === text) return refuse({ code: "nothingChanges" });
  return accept({ type: "privateNoteWritten", itemId, text });
}

export function applyPrivateNoteWritten(
  meeting: Meeting,
  { itemId, text }: EventOf<"privateNoteWritten">,
  { at, by }: Envelope,
): Meeting {
  return withItem(meeting, itemId, (item) => ({
    ...item,
    privateNote: text === "" ? null : { text, at, by },
  }));
}
