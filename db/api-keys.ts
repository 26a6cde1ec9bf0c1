// Keys of the interface. Only the hash of a key is kept; one that was revoked or is past its day opens nothing.
import { and, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { BoardId, PersonId } from "#domain/ids.ts";
import type { KeyScope } from "#domain/registers/keys.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { Database } from "./client.ts";
import { apiKeys, people } from "./schema/tables.ts";

export type ApiKey = {
  readonly id: string;
  readonly name: string;
  readonly boards: readonly BoardId[];
  readonly scopes: readonly KeyScope[];
  readonly madeAt: number;
  readonly expiresAt: number;
  readonly lastUsedOn: string | null;
};

const columns = {
  id: apiKeys.id,
  name: apiKeys.name,
  boards: apiKeys.boards,
  scopes: apiKeys.scopes,
  madeAt: apiKeys.madeAt,
  expiresAt: apiKeys.expiresAt,
  lastUsedOn: apiKeys.lastUsedOn,
};

export async function insertApiKey(
  db: Database,
  key: Omit<ApiKey, "madeAt" | "lastUsedOn"> & { readonly keyHash: string },
  change: Change & { readonly by: PersonId },
): Promise<void> {
  await audited(
    db,
    db
      .insert(apiKeys)
      .values({ ...key, madeBy: change.by, madeAt: change.at })
      .returning({ subject: subject(apiKeys.id) }),
    change,
  );
}

/** The key with this hash, while it opens anything. */
export async function apiKeyOf(db: Database, keyHash: string, at: number): Promise<ApiKey | undefined> {
  const [key] = await db
    .select(columns)
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, keyHash), isOpen(at)));
  return key;
}

/** The keys that open something, with the name of who made each, the newest first. */
export async function openApiKeys(
  db: Database,
  at: number,
): Promise<readonly (ApiKey & { readonly madeBy: string })[]> {
  return db
    .select({ ...columns, madeBy: people.name })
    .from(apiKeys)
    .innerJoin(people, eq(people.id, apiKeys.madeBy))
    .where(isOpen(at))
    .orderBy(desc(apiKeys.madeAt), desc(apiKeys.id));
}

/** False when it was not open. */
export async function revokeApiKey(db: Database, id: string, change: Change): Promise<boolean> {
  const revoked = await audited(
    db,
    db
      .update(apiKeys)
      .set({ revokedAt: change.at })
      .where(and(eq(apiKeys.id, id), isOpen(change.at)))
      .returning({ subject: subject(apiKeys.id) }),
    change,
  );
  return revoked.length > 0;
}

/** Keeps on which day it was last used: written once a day, whatever it is used for. */
export async function apiKeyUsedOn(db: Database, id: string, day: string): Promise<void> {
  await db
    .update(apiKeys)
    .set({ lastUsedOn: day })
    .where(
      and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedOn), sql`${apiKeys.lastUsedOn} < ${day}::date`)),
    );
}

function isOpen(at: number) {
  return and(isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, at));
}
