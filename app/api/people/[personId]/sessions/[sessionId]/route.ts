import { EndSession } from "#domain/registers/people.ts";
import { answering } from "#server/auth/answering.ts";
import { endSession } from "#server/registers/end-sessions.ts";

export const DELETE = answering(EndSession, endSession);
