import { GiveRole, TakeRole } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { giveRole, takeRole } from "#server/registers/roles.ts";

export const PUT = answering(GiveRole, giveRole);
export const DELETE = answering(TakeRole, takeRole);
