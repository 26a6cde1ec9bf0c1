import { MakeBoard } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { makeBoard } from "#server/registers/boards.ts";

export const POST = answering(MakeBoard, makeBoard);
