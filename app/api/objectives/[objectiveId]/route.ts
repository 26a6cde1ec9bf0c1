import { ChangeObjective } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { changeObjective } from "#server/registers/objectives.ts";

export const PUT = answering(ChangeObjective, changeObjective);
