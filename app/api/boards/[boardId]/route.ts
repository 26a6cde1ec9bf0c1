import { ChangeBoard } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { changeBoard } from "#server/registers/boards.ts";

export const PUT = answering(ChangeBoard, changeBoard);
