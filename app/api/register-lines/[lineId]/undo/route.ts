import { UndoLine } from "#domain/registers/lines.ts";
import { answering } from "#server/auth/answering.ts";
import { undoLine } from "#server/registers/lines.ts";

export const POST = answering(UndoLine, undoLine);
