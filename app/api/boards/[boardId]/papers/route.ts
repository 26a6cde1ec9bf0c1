import { WritePaper } from "#domain/registers/papers.ts";
import { answering } from "#server/auth/answering.ts";
import { writePaper } from "#server/paper/write-paper.ts";

export const POST = answering(WritePaper, writePaper);
