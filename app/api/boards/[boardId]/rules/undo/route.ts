import { UndoRules } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { undoRules } from "#server/registers/rules.ts";

export const POST = answering(UndoRules, undoRules);
