import { SaveParagraph } from "#domain/registers/papers.ts";
import { answering } from "#server/auth/answering.ts";
import { saveParagraph } from "#server/paper/write-paper.ts";

export const PUT = answering(SaveParagraph, saveParagraph);
