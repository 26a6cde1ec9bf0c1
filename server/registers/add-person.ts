import { randomUUID } from "node:crypto";
import { partnerById } from "#db/partners.ts";
import { insertPerson } from "#db/people.ts";
import { PersonId } from "#domain/ids.ts";
import type { AddPerson } from "#domain/registers/people.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import { type Asker, keepsRegisters } from "../auth/asker.ts";
import type { House } from "./house.ts";

/** Adds somebody to the register; they are on no board yet, and sign in once they have a link. */
export async function addPerson(
  { database: { db }, clock }: House,
  asker: Asker,
  asked: AddPerson,
): Promise<Answer<{ readonly personId: PersonId }>> {
  if (!keepsRegisters(asker)) return problem("notYours");
  if (asked.partnerId !== null && !(await partnerById(db, asked.partnerId)))
    return problem("partnerNotFound", "partnerId");

  const personId = PersonId.parse(randomUUID());
  const person = { ...asked, id: personId, siteAdmin: false, passwordHash: null };
  const change = { by: asker.personId, at: clock.now(), what: "personAdded" };
  return (await insertPerson(db, person, change)) ? { ok: true, personId } : problem("addressTaken", "email");
}
