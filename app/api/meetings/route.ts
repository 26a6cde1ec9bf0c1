import { ConveneMeeting } from "#domain/registers/meetings.ts";
import { answering } from "#server/auth/answering.ts";
import { conveneMeeting } from "#server/meetings/convene.ts";

export const POST = answering(ConveneMeeting, conveneMeeting);
