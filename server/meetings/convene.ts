// A meeting of a board is made: its log begins with what its rules need of the registers as they are now.
import { randomUUID } from "node:crypto";
import { registersOf } from "#db/registers.ts";
import { momentAt } from "#domain/calendar.ts";
import { CommandId, type MeetingId } from "#domain/ids.ts";
import type { ConveneMeeting } from "#domain/registers/meetings.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import { allowedMeeting } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import { whyNot } from "../registers/boards.ts";
import type { House } from "../registers/house.ts";
import { beginningOf } from "./carried.ts";
import { carryOut } from "./carry-out.ts";

/** For the board's own clerk. The same form sent again is answered with the meeting it made. */
export async function conveneMeeting(
  house: House,
  asker: Asker,
  { meetingId, boardId, title, day, time, lengthMinutes, place, carryOver }: ConveneMeeting,
): Promise<Answer<{ readonly meetingId: MeetingId }>> {
  const { db } = house.database;
  const refusal = whyNot(asker, boardId);
  if (refusal) return refusal;
  const registers = await registersOf(db, boardId);
  if (registers === undefined) return problem("notFound");

  const startsAt = momentAt(day, time);
  const items = carryOver
    ? await beginningOf(house, { boardId, registers, by: asker.personId }, carryOver)
    : [];
  const reply = await carryOut(house.sockets.desks, meetingId, {
    id: CommandId.parse(randomUUID()),
    by: asker.personId,
    command: {
      type: "createMeeting",
      meetingId,
      boardId,
      title,
      startsAt,
      lengthMinutes,
      place,
      registers,
      items,
    },
  });
  if (reply.status === "failed") return problem("unavailable");
  if (reply.status === "recorded") return { ok: true, meetingId };
  // refused: there is one already, which only those may learn to whom it is open
  const made = await allowedMeeting(db, asker, meetingId);
  return made?.boardId === boardId ? { ok: true, meetingId } : problem("notFound");
}
