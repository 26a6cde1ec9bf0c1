import { AddWalkIn } from "#domain/registers/people.ts";
import { answering } from "#server/auth/answering.ts";
import { addWalkIn } from "#server/registers/walk-in.ts";

export const POST = answering(AddWalkIn, addWalkIn);
