import { KeepLine, StrikeLine } from "#domain/registers/lines.ts";
import { answering } from "#server/auth/answering.ts";
import { keepLine, strikeLine } from "#server/registers/lines.ts";

export const PUT = answering(KeepLine, keepLine);
export const DELETE = answering(StrikeLine, strikeLine);
