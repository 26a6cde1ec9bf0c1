import { randomUUID } from "node:crypto";
import { insertPartnership } from "#db/partnership.ts";
import { insertPerson } from "#db/people.ts";
import { PersonId } from "#domain/ids.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import type { House } from "./house.ts";
import { type Link, newLink } from "./links.ts";

export type FirstPerson = { readonly name: string; readonly email: string; readonly admin: boolean };

/**
 * Somebody added on the server's own machine, with the link to hand over: the way in when there is nobody yet.
 * The first one makes the installation a partnership's.
 */
export async function addFirstPerson(
  house: Pick<House, "database" | "clock">,
  { name, email, admin }: FirstPerson,
): Promise<Answer<Link>> {
  const { db } = house.database;
  const change = { by: null, at: house.clock.now(), what: "personAdded" };
  const personId = PersonId.parse(randomUUID());
  const person = {
    id: personId,
    name,
    email,
    post: "",
    level: 1,
    electedOffice: null,
    partnerId: null,
    siteAdmin: admin,
    passwordHash: null,
  } as const;
  if (!(await insertPerson(db, person, change))) return problem("addressTaken", "email");
  await insertPartnership(
    db,
    { name: "Partnership", epoch: randomUUID(), sample: false },
    { ...change, what: "partnershipMade" },
  );
  return { ok: true, ...(await newLink(house, personId, null)) };
}
