import { randomUUID } from "node:crypto";
import { meetingById } from "#db/meetings.ts";
import { partnerById } from "#db/partners.ts";
import { insertPersonWithRole } from "#db/people.ts";
import { PersonId } from "#domain/ids.ts";
import type { AddWalkIn } from "#domain/registers/people.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import type { Asker } from "../auth/asker.ts";
import { whyNot } from "./boards.ts";
import type { House } from "./house.ts";
import { recordRegisters } from "./record-registers.ts";

/**
 * Somebody came in who is not in the register: they get an entry without an account, and are an observer of
 * the board, so that its meetings know them and can seat them as a stand-in.
 */
export async function addWalkIn(
  house: House,
  asker: Asker,
  asked: AddWalkIn,
): Promise<Answer<{ readonly personId: PersonId }>> {
  const { db } = house.database;
  const { boardId, meetingId, ...entry } = asked;
  const refusal = whyNot(asker, boardId);
  if (refusal) return refusal;
  const meeting = await meetingById(db, meetingId);
  if (meeting?.boardId !== boardId) return problem("notFound");
  if (meeting.closedAt !== null) return problem("meetingOver");
  if (entry.partnerId !== null && !(await partnerById(db, entry.partnerId)))
    return problem("partnerNotFound", "partnerId");

  const personId = PersonId.parse(randomUUID());
  const person = { ...entry, id: personId, email: null, siteAdmin: false, passwordHash: null };
  const change = {
    by: asker.personId,
    at: house.clock.now(),
    what: "walkedIn",
    detail: { boardId, meetingId },
  };
  await insertPersonWithRole(db, person, { boardId, role: "observer" }, change);
  const recorded = await recordRegisters(house, asker.personId, [boardId]);
  return recorded.ok ? { ok: true, personId } : recorded;
}
