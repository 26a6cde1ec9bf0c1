import { ParagraphSavings } from "#domain/registers/papers.ts";
import { answering } from "#server/auth/answering.ts";
import { savingsOf } from "#server/paper/load-paper.ts";

export const GET = answering(ParagraphSavings, savingsOf);
