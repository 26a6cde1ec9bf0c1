import { ChangePot } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { changePot } from "#server/registers/pots.ts";

export const PUT = answering(ChangePot, changePot);
