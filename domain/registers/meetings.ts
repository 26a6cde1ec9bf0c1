// What may be asked about making a meeting: when it is, as people write it, and not as the log does.
import * as z from "zod";
import { BoardId, ItemId, MeetingId } from "../ids.ts";
import { Day, optionalWords, TimeOfDay, words } from "../words.ts";

/** The id comes with the form, so that a form sent twice makes one meeting. */
export const ConveneMeeting = z.strictObject({
  meetingId: MeetingId,
  boardId: BoardId,
  title: words(160),
  day: Day,
  time: TimeOfDay,
  lengthMinutes: z.int().min(5).max(720),
  place: optionalWords(200),
  /** What the board's last meeting left: a place for matters arising, and which of what it put off. Nothing without it. */
  carryOver: z.strictObject({ matters: z.boolean(), items: z.array(ItemId).max(40) }).optional(),
});
export type ConveneMeeting = z.infer<typeof ConveneMeeting>;
