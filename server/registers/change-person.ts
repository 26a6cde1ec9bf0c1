import { partnerById } from "#db/partners.ts";
import { changePerson as changeRow, type Person, personById } from "#db/people.ts";
import type { ChangePerson } from "#domain/registers/people.ts";
import { type Answer, type Problems, problem } from "#domain/registers/problems.ts";
import type { Asker } from "../auth/asker.ts";
import { unlessBroken } from "./constraint.ts";
import type { House } from "./house.ts";
import { boardsOf, keepingOf } from "./keeping.ts";
import { recordRegisters } from "./record-registers.ts";

/** Corrects somebody's entry. Their level, office and partner are written into the meetings still being held. */
export async function changePerson(house: House, asker: Asker, asked: ChangePerson): Promise<Answer> {
  const { db } = house.database;
  const { personId, ...values } = asked;
  const person = await personById(db, personId);
  const refusal = person ? await whyNot(house, asker, { asked, person }) : problem("notFound");
  if (refusal) return refusal;

  const change = {
    by: asker.personId,
    at: house.clock.now(),
    what: "personChanged",
    detail: changed(values, person),
  };
  const made = await unlessBroken(
    "people_email",
    async () => ((await changeRow(db, personId, values, change)) ? null : problem("notFound")),
    problem("addressTaken", "email"),
  );
  return made ?? recordRegisters(house, asker.personId, await boardsOf(db, personId));
}

async function whyNot(
  { database: { db } }: House,
  asker: Asker,
  { asked, person }: { readonly asked: ChangePerson; readonly person: Person },
): Promise<Problems | null> {
  const keeping = await keepingOf(db, asker, asked.personId);
  if (!keeping.entry) return problem("notYours");
  if (asked.email !== person.email && !keeping.account) return problem("notYours", "email");
  if (asked.siteAdmin !== person.siteAdmin) {
    if (!asker.siteAdmin) return problem("notYours", "siteAdmin");
    if (asked.personId === asker.personId) return problem("ownAccount", "siteAdmin");
  }
  if (asked.partnerId !== null && !(await partnerById(db, asked.partnerId)))
    return problem("partnerNotFound", "partnerId");
  return null;
}

/** Which fields changed, and from what; an address is not repeated in the trail. */
function changed(values: Omit<ChangePerson, "personId">, person: Person | undefined) {
  const before = Object.entries(values).flatMap(([field, value]) => {
    const was: unknown = person && Reflect.get(person, field);
    return was === value ? [] : [[field, field === "email" ? "changed" : { from: was, to: value }]];
  });
  return Object.fromEntries(before);
}
