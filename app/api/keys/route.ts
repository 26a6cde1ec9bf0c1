import { MakeKey } from "#domain/registers/keys.ts";
import { answering } from "#server/auth/answering.ts";
import { makeKey } from "#server/registers/keys.ts";

export const POST = answering(MakeKey, makeKey);
