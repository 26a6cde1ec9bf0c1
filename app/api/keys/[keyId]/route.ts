import { EndKey } from "#domain/registers/keys.ts";
import { answering } from "#server/auth/answering.ts";
import { endKey } from "#server/registers/keys.ts";

export const DELETE = answering(EndKey, endKey);
