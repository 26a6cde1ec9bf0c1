import type { MeetingId } from "#domain/ids.ts";
import { mayView } from "#domain/meeting/visibility.ts";
import type { CommandReply } from "#domain/wire.ts";
import type { Request } from "./copy.ts";
import type { Desks } from "./desks.ts";

/**
 * One person's command in one meeting, decided at its desk. Of a meeting the person may not open, the answer is
 * the same as of one that does not exist.
 */
export async function carryOut(desks: Desks, meetingId: MeetingId, request: Request): Promise<CommandReply> {
  if (!desks.isOpen()) return { status: "failed", reason: "unavailable" };
  if (!isTheHouses(request.command.type)) {
    const { meeting } = await desks.at(meetingId).copy();
    if (!mayView(meeting, request.by)) return { status: "failed", reason: "notFound" };
  }
  return desks.ask(meetingId, request);
}

// given by use cases of ours, before there is a meeting to view or on behalf of one who changes the registers
function isTheHouses(type: Request["command"]["type"]): boolean {
  return type === "createMeeting" || type === "recordRegisters" || type === "recordPulse";
}
