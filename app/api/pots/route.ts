import { AddPot } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { addPot } from "#server/registers/pots.ts";

export const POST = answering(AddPot, addPot);
