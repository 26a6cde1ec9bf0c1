// What may be asked about the yearly paper of a board.
import * as z from "zod";
import { BoardId, PaperId } from "../ids.ts";
import { BlockKey } from "../paper/paper.ts";
import { optionalWords } from "../words.ts";

/** As long as a page of print. */
export const PARAGRAPH_MOST = 4000;

/** The last month of the twelve, `2026-10`. */
const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

export const WritePaper = z.strictObject({ boardId: BoardId, month: Month });
export type WritePaper = z.infer<typeof WritePaper>;

/** From the records as they stand now; `basis` is the number of the writing that was looked at. */
export const WriteAgain = z.strictObject({ paperId: PaperId, basis: z.int().min(1) });
export type WriteAgain = z.infer<typeof WriteAgain>;

/** One paragraph. Null takes the words of the records; empty leaves it out. */
export const SaveParagraph = z.strictObject({
  paperId: PaperId,
  key: BlockKey,
  /** The number of the paragraph's last saving that was seen, so that nobody's words are written over unseen; 0 for none. */
  basis: z.int().min(0),
  /** The writing over which it was put in other words. */
  writing: z.int().min(1),
  text: optionalWords(PARAGRAPH_MOST).nullable(),
  isPublic: z.boolean(),
});
export type SaveParagraph = z.infer<typeof SaveParagraph>;

/** What came of a saving: kept under a number, or not, because somebody else had saved the paragraph meanwhile. */
export const Saved = z.discriminatedUnion("kept", [
  z.object({ kept: z.literal(true), basis: z.int() }),
  z.object({
    kept: z.literal(false),
    basis: z.int(),
    text: z.string().nullable(),
    isPublic: z.boolean(),
    by: z.string(),
  }),
]);
export type Saved = z.infer<typeof Saved>;

/** Every saving of one paragraph, by the two halves of its key. */
export const ParagraphSavings = z.strictObject({ paperId: PaperId, section: z.string(), name: z.string() });
export type ParagraphSavings = z.infer<typeof ParagraphSavings>;

export const Saving = z.object({
  no: z.int(),
  /** Null where the words of the records were taken. */
  text: z.string().nullable(),
  by: z.string(),
  at: z.number(),
});
export type Saving = z.infer<typeof Saving>;
