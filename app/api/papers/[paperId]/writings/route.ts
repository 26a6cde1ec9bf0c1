import { WriteAgain } from "#domain/registers/papers.ts";
import { answering } from "#server/auth/answering.ts";
import { writeAgain } from "#server/paper/write-paper.ts";

export const POST = answering(WriteAgain, writeAgain);
