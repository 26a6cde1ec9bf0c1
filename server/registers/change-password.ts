import { changePerson, credentialsOf, personById } from "#db/people.ts";
import { revokeSessionsOf } from "#db/sessions.ts";
import type { ChangePassword } from "#domain/registers/people.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import type { Asker } from "../auth/asker.ts";
import { weaknessOf } from "../auth/password-strength.ts";
import { hashPassword, isPassword } from "../auth/passwords.ts";
import { shared } from "../auth/shared.ts";
import { openTries } from "../auth/tries.ts";
import { cutOthers } from "./end-sessions.ts";
import type { House } from "./house.ts";
import { wordsAbout } from "./links.ts";

/** One's own password, knowing the old one. Every other place one is signed in at is signed out. */
export async function changePassword(
  house: House,
  asker: Asker,
  { current, password }: ChangePassword,
): Promise<Answer> {
  const { db } = house.database;
  const { personId, sid } = asker;
  const tries = shared("auth.tries", openTries);
  if (!(await tries.begin(personId, "own password"))) return problem("tooManyTries", "current");

  const email = (await personById(db, personId))?.email;
  const account = email ? await credentialsOf(db, email) : undefined;
  if (!(await isPassword(current, account?.passwordHash ?? null))) return problem("passwordWrong", "current");
  await tries.succeeded(personId, "own password");
  const weakness = weaknessOf(password, await wordsAbout(house, personId));
  if (weakness) return problem(weakness, "password");

  const change = { by: personId, at: house.clock.now(), what: "passwordChanged" };
  await changePerson(db, personId, { passwordHash: await hashPassword(password) }, change);
  await cutOthers(house, { personId, but: sid }, () =>
    revokeSessionsOf(db, personId, { ...change, what: "sessionsEnded" }, sid),
  );
  return { ok: true };
}
