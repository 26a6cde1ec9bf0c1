import { boardsOnlyChairedBy } from "#db/board-roles.ts";
import { changePerson, personById } from "#db/people.ts";
import { revokeSessionsOf } from "#db/sessions.ts";
import type { SetDisabled } from "#domain/registers/people.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import type { Asker } from "../auth/asker.ts";
import type { House } from "./house.ts";
import { boardsOf, keepingOf } from "./keeping.ts";
import { recordRegisters } from "./record-registers.ts";

/** Lets somebody no longer in, at once and everywhere, or lets them in again. What they recorded stays theirs. */
export async function setDisabled(
  house: House,
  asker: Asker,
  { personId, disabled }: SetDisabled,
): Promise<Answer> {
  const { db } = house.database;
  const [person, keeping] = await Promise.all([personById(db, personId), keepingOf(db, asker, personId)]);
  if (person === undefined) return problem("notFound");
  if (!keeping.account) return problem("notYours");
  if (personId === asker.personId) return problem("ownAccount");
  if (disabled && (await boardsOnlyChairedBy(db, personId)).length > 0) return problem("lastChair");

  const at = house.clock.now();
  const change = { by: asker.personId, at, what: disabled ? "personDisabled" : "personEnabled" };
  await changePerson(db, personId, { disabledAt: disabled ? at : null }, change);
  if (disabled) {
    // the row above already refuses them; this ends what is open
    await revokeSessionsOf(db, personId, { ...change, what: "sessionsEnded" });
    house.sockets.cutPerson(personId);
  }
  return recordRegisters(house, asker.personId, await boardsOf(db, personId));
}
