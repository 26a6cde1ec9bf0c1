// One-time links by which a person sets a password. Only the hash of a link's token is kept.
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { PersonId } from "#domain/ids.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { Database } from "./client.ts";
import { people, signInLinks } from "./schema/tables.ts";

/** A new link ends the unused ones before it. */
export async function insertLink(
  db: Database,
  {
    tokenHash,
    personId,
    expiresAt,
  }: { readonly tokenHash: string; readonly personId: PersonId; readonly expiresAt: number },
  change: Change,
): Promise<void> {
  const ended = db
    .update(signInLinks)
    .set({ expiresAt: change.at })
    .where(
      and(
        eq(signInLinks.personId, personId),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, change.at),
      ),
    );
  await audited(
    db,
    db
      .insert(signInLinks)
      .values({ tokenHash, personId, madeBy: change.by, madeAt: change.at, expiresAt })
      .returning({ subject: subject(signInLinks.personId) }),
    change,
    { ended },
  );
}

/** Whose link it is, while it may be used. */
export async function personOfLink(
  db: Database,
  tokenHash: string,
  at: number,
): Promise<
  { readonly personId: PersonId; readonly name: string; readonly email: string | null } | undefined
> {
  const [row] = await db
    .select({ personId: signInLinks.personId, name: people.name, email: people.email })
    .from(signInLinks)
    .innerJoin(people, eq(people.id, signInLinks.personId))
    .where(
      and(
        eq(signInLinks.tokenHash, tokenHash),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, at),
        isNull(people.disabledAt),
      ),
    );
  return row;
}

/** When the link that may still be used was made, and until when. */
export async function openLinkOf(
  db: Database,
  personId: PersonId,
  at: number,
): Promise<{ readonly madeAt: number; readonly expiresAt: number } | undefined> {
  const [row] = await db
    .select({ madeAt: signInLinks.madeAt, expiresAt: signInLinks.expiresAt })
    .from(signInLinks)
    .where(
      and(eq(signInLinks.personId, personId), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, at)),
    );
  return row;
}

/** Uses a link up and sets the password in one statement: of two people pressing at once, one sets it. */
export async function setPasswordByLink(
  db: Database,
  { tokenHash, passwordHash }: { readonly tokenHash: string; readonly passwordHash: string },
  { at, what }: Pick<Change, "at" | "what">,
): Promise<PersonId | undefined> {
  const link = await personOfLink(db, tokenHash, at);
  if (link === undefined) return undefined;

  const used = db
    .update(signInLinks)
    .set({ usedAt: at })
    .where(
      and(eq(signInLinks.tokenHash, tokenHash), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, at)),
    )
    .returning({ personId: signInLinks.personId });
  const set = await audited(
    db,
    db
      .update(people)
      .set({ passwordHash })
      .where(sql`${people.id} in (select person_id from used)`)
      .returning({ subject: subject(people.id) }),
    { by: link.personId, at, what },
    { used },
  );
  return set.length > 0 ? link.personId : undefined;
}
