// One-time links: a person sets a password by one, the first time or when it was forgotten. Only its hash is kept.
import { randomBytes } from "node:crypto";
import { partnerById } from "#db/partners.ts";
import { personById } from "#db/people.ts";
import { revokeSessionsOf } from "#db/sessions.ts";
import { insertLink, personOfLink, setPasswordByLink } from "#db/sign-in-links.ts";
import type { PersonId } from "#domain/ids.ts";
import type { MakeLink, UseLink } from "#domain/registers/people.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import { hashOfToken } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import { weaknessOf } from "../auth/password-strength.ts";
import { hashPassword } from "../auth/passwords.ts";
import type { House } from "./house.ts";
import { keepingOf } from "./keeping.ts";

const LINK_MS = 7 * 24 * 60 * 60 * 1000;

export type Link = { readonly token: string; readonly expiresAt: number };
type Tables = Pick<House, "database" | "clock">;

/** The link to hand over. It is shown once; a new one ends those before it. */
export async function makeLink(house: House, asker: Asker, { personId }: MakeLink): Promise<Answer<Link>> {
  const { db } = house.database;
  const [person, keeping] = await Promise.all([personById(db, personId), keepingOf(db, asker, personId)]);
  if (person === undefined) return problem("notFound");
  if (!keeping.account) return problem("notYours");
  // by a link one would change the own password without knowing it
  if (personId === asker.personId) return problem("ownAccount");
  if (person.disabledAt !== null) return problem("personDisabled");
  if (person.email === null) return problem("noAddress");
  return { ok: true, ...(await newLink(house, personId, asker.personId)) };
}

export async function newLink(
  { database: { db }, clock }: Tables,
  personId: PersonId,
  by: PersonId | null,
): Promise<Link> {
  const token = randomBytes(32).toString("base64url");
  const at = clock.now();
  const expiresAt = at + LINK_MS;
  await insertLink(db, { tokenHash: hashOfToken(token), personId, expiresAt }, { by, at, what: "linkMade" });
  return { token, expiresAt };
}

/** Whom a link is for, while it may be used. */
export async function whoseLink({ database: { db }, clock }: Tables, token: string) {
  return personOfLink(db, hashOfToken(token), clock.now());
}

/** Sets the password and uses the link up. Whoever was signed in with the old password no longer is. */
export async function useLink(
  house: Pick<House, "database" | "clock" | "sockets">,
  { token, password }: UseLink,
): Promise<Answer<{ readonly email: string }>> {
  const { db } = house.database;
  const person = await whoseLink(house, token);
  if (person === undefined || person.email === null) return problem("linkSpent");

  const weakness = weaknessOf(password, await wordsAbout(house, person.personId));
  if (weakness) return problem(weakness, "password");

  const at = house.clock.now();
  const passwordHash = await hashPassword(password);
  const set = await setPasswordByLink(
    db,
    { tokenHash: hashOfToken(token), passwordHash },
    { at, what: "passwordSetByLink" },
  );
  if (set === undefined) return problem("linkSpent");
  await revokeSessionsOf(db, set, { by: set, at, what: "sessionsEnded" });
  house.sockets.cutPerson(set);
  return { ok: true, email: person.email };
}

/** What somebody who knows this person would try first. */
export async function wordsAbout({ database: { db } }: Tables, personId: PersonId): Promise<string[]> {
  const person = await personById(db, personId);
  const partner = person?.partnerId ? await partnerById(db, person.partnerId) : undefined;
  return [person?.name, person?.email, person?.post, partner?.name, partner?.code].flatMap(
    (text) => text ?? [],
  );
}
