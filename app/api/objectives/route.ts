import { AddObjective } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { addObjective } from "#server/registers/objectives.ts";

export const POST = answering(AddObjective, addObjective);
