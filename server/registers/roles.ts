// Roles on a board. A board never has no chair, and nobody changes the role they hold themselves.
import { giveRole as giveRow, roleOn, takeRole as takeRow } from "#db/board-roles.ts";
import { boardById } from "#db/boards.ts";
import { personById } from "#db/people.ts";
import type { GiveRole, TakeRole } from "#domain/registers/boards.ts";
import { type Answer, type Problems, problem } from "#domain/registers/problems.ts";
import { type Asker, isClerkOf } from "../auth/asker.ts";
import { whyNot } from "./boards.ts";
import type { House } from "./house.ts";
import { recordRegisters } from "./record-registers.ts";

export async function giveRole(house: House, asker: Asker, asked: GiveRole): Promise<Answer> {
  const { db } = house.database;
  const { boardId, personId, role } = asked;
  const refusal = whyMayNotGive(asker, asked);
  if (refusal) return refusal;
  if (!(await boardById(db, boardId))) return problem("notFound");
  const person = await personById(db, personId);
  if (person === undefined) return problem("personNotFound", "personId");
  if (person.disabledAt !== null) return problem("personDisabled", "personId");

  const change = { by: asker.personId, at: house.clock.now(), what: "roleGiven" };
  if (!(await giveRow(db, { boardId, personId, role }, change))) return problem("lastChair", "role");
  return recordRegisters(house, asker.personId, [boardId], "all");
}

export async function takeRole(house: House, asker: Asker, { boardId, personId }: TakeRole): Promise<Answer> {
  const { db } = house.database;
  const refusal = personId === asker.personId ? problem("ownRole") : whyNot(asker, boardId);
  if (refusal) return refusal;
  if ((await roleOn(db, boardId, personId)) === undefined) return problem("notFound");

  const change = { by: asker.personId, at: house.clock.now(), what: "roleTaken" };
  if (!(await takeRow(db, { boardId, personId }, change))) return problem("lastChair");
  return recordRegisters(house, asker.personId, [boardId], "all");
}

/** An administrator appoints clerks, so that a board whose clerk has left gets another; the rest is the clerk's. */
function whyMayNotGive(asker: Asker, { boardId, personId, role }: GiveRole): Problems | null {
  if (personId === asker.personId) return problem("ownRole");
  if (asker.siteAdmin && role === "clerk" && !isClerkOf(asker, boardId)) return null;
  return whyNot(asker, boardId);
}
