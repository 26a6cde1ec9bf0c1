// Who somebody is, by what they know. Whatever is wrong, the answer and the time it takes are the same.
import * as z from "zod";
import type { Database } from "#db/client.ts";
import { thePartnership } from "#db/partnership.ts";
import { credentialsOf, personById } from "#db/people.ts";
import { PersonId } from "#domain/ids.ts";
import { EmailAddress } from "#domain/registers/email-address.ts";
import { PASSWORD_MOST } from "#domain/registers/people.ts";
import { isPassword } from "./passwords.ts";
import type { Tries } from "./tries.ts";

export type SignInAnswer =
  | { readonly status: "known"; readonly personId: PersonId }
  | { readonly status: "unknown" }
  | { readonly status: "tooManyTries" };

const Typed = z.object({
  email: EmailAddress,
  password: z
    .string()
    .min(1)
    .max(4 * PASSWORD_MOST),
});

export async function byPassword(
  { db, tries }: { readonly db: Database; readonly tries: Tries },
  typed: unknown,
  from: string,
): Promise<SignInAnswer> {
  const parsed = Typed.safeParse(typed);
  if (!parsed.success) return { status: "unknown" };
  const { email, password } = parsed.data;
  if (!(await tries.begin(email, from))) return { status: "tooManyTries" };

  const account = await credentialsOf(db, email);
  const known = await isPassword(password, account?.passwordHash ?? null);
  if (!known || account === undefined || account.disabledAt !== null) return { status: "unknown" };
  await tries.succeeded(email, from);
  return { status: "known", personId: account.id };
}

const Pressed = z.object({ personId: PersonId });

/** One of the invented people, by pressing their name: only where the sample is on and its data are loaded. */
export async function byPress(
  { db, sample }: { readonly db: Database; readonly sample: boolean },
  pressed: unknown,
): Promise<SignInAnswer> {
  const parsed = Pressed.safeParse(pressed);
  if (!parsed.success || !sample || !(await thePartnership(db))?.sample) return { status: "unknown" };
  const person = await personById(db, parsed.data.personId);
  if (person === undefined || person.disabledAt !== null || person.siteAdmin) return { status: "unknown" };
  return { status: "known", personId: person.id };
}
