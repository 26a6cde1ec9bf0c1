// What may be asked about the yearly self-assessment: by the clerk who runs it, and by whoever holds a link of it.
import * as z from "zod";
import { LONGEST_DAYS } from "../assessment/assessment.ts";
import { Answers } from "../assessment/scoring.ts";
import { startOfDay } from "../calendar.ts";
import { BoardId, PersonId } from "../ids.ts";
import { Day } from "../words.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const ofBoard = { boardId: BoardId };
const ofOne = { ...ofBoard, assessmentId: z.uuid() };

const isNotBefore = ({ firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string }) => {
  const length = startOfDay(lastDay) - startOfDay(firstDay);
  return length >= 0 && length <= LONGEST_DAYS * DAY_MS + HOUR_MS; // the clocks may change in between
};

/** `people`: of those who sit or stand in for somebody on the board, whoever is asked. */
export const OpenAssessment = z
  .strictObject({
    ...ofBoard,
    firstDay: Day,
    lastDay: Day,
    people: z.array(PersonId).min(1).max(200),
    /** Chair and clerks, in a pool of their own. */
    officers: z.boolean(),
  })
  .refine(isNotBefore, { path: ["lastDay"] });
export type OpenAssessment = z.infer<typeof OpenAssessment>;

/** Another last day, before or after the one that was set. */
export const MoveAssessment = z.strictObject({ ...ofOne, lastDay: Day });
export type MoveAssessment = z.infer<typeof MoveAssessment>;

/** Before letters have gone out: as if it had never been opened. */
export const TakeBackAssessment = z.strictObject(ofOne);
export type TakeBackAssessment = z.infer<typeof TakeBackAssessment>;

/** Nobody answers from now on, and what has been answered is counted; with fewer than five, removed unread. */
export const EndAssessment = z.strictObject(ofOne);
export type EndAssessment = z.infer<typeof EndAssessment>;

/** A letter to whoever has not answered. */
export const RemindAssessment = z.strictObject(ofOne);
export type RemindAssessment = z.infer<typeof RemindAssessment>;

/** They are not asked any more: their link opens nothing. What they may have answered stays, for nobody knows which it is. */
export const RevokeLink = z.strictObject({ ...ofOne, linkId: z.uuid() });
export type RevokeLink = z.infer<typeof RevokeLink>;

/** The asker's own link, for whoever is signed in and is asked. */
export const OwnLink = z.strictObject(ofOne);
export type OwnLink = z.infer<typeof OwnLink>;

const Token = z.string().regex(/^[\w-]{43}$/);

export const LookIntoLink = z.strictObject({ token: Token });
export type LookIntoLink = z.infer<typeof LookIntoLink>;

export const AnswerAssessment = z.strictObject({ token: Token, answers: Answers });
export type AnswerAssessment = z.infer<typeof AnswerAssessment>;

/** No letter of the house reaches them any more, or again. */
export const StopLetters = z.strictObject({ token: Token, stopped: z.boolean() });
export type StopLetters = z.infer<typeof StopLetters>;
export const StopOwnLetters = z.strictObject({ stopped: z.boolean() });
export type StopOwnLetters = z.infer<typeof StopOwnLetters>;

/** What a link opens, as far as it is told to whoever has it. */
export const LinkOpens = z.object({
  board: z.string(),
  year: z.number(),
  closesAt: z.number(),
  phase: z.enum(["coming", "open", "tooLittle", "counting", "told"]),
  answered: z.boolean(),
  pool: z.enum(["members", "officers"]),
  /** Under which a draft is kept on the device. */
  draftKey: PersonId,
  lettersStopped: z.boolean(),
});
export type LinkOpens = z.infer<typeof LinkOpens>;

export const LinkToken = z.object({ token: Token });
