import { EndSessions } from "#domain/registers/people.ts";
import { answering } from "#server/auth/answering.ts";
import { endSessions } from "#server/registers/end-sessions.ts";

export const DELETE = answering(EndSessions, endSessions);
