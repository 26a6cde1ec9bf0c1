// What stands on the sheet while it is being filled in: kept on this device, and told to nobody before it is sent.
import * as z from "zod";
import type { Answers } from "#domain/assessment/scoring.ts";
import { STATEMENTS } from "#domain/assessment/statements.ts";

/** What stands at a statement: nothing yet, one to five, or that one does not know. */
const Choice = z.enum(["", "1", "2", "3", "4", "5", "none"]);
export type Choice = z.infer<typeof Choice>;

export const Sheet = z.array(Choice).length(STATEMENTS.length);
export type Sheet = readonly Choice[];

export const emptySheet: Sheet = STATEMENTS.map(() => "");

export function choiceOf(value: string): Choice {
  return Choice.parse(value);
}

export function answersOn(sheet: Sheet): Answers {
  return sheet.map((choice) => {
    if (choice === "") return null;
    return choice === "none" ? "unknown" : Number(choice);
  });
}

/** The places without an answer, from 0. */
export function leftAlone(sheet: Sheet): readonly number[] {
  return sheet.flatMap((choice, place) => (choice === "" ? [place] : []));
}
