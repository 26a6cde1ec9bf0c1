import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { PersonId } from "#domain/ids.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { Database } from "./client.ts";
import { loginSessions, people } from "./schema/tables.ts";

export type LoginSession = {
  readonly id: string;
  readonly personId: PersonId;
  readonly createdAt: number;
  readonly seenAt: number;
};

const columns = {
  id: loginSessions.id,
  personId: loginSessions.personId,
  createdAt: loginSessions.createdAt,
  seenAt: loginSessions.seenAt,
};

export async function insertSession(
  db: Database,
  id: string,
  personId: PersonId,
  change: Change,
): Promise<void> {
  await audited(
    db,
    db
      .insert(loginSessions)
      .values({ id, personId, createdAt: change.at, seenAt: change.at })
      .returning({ subject: subject(loginSessions.personId) }),
    change,
  );
}

/** Undefined when it was revoked or its person may no longer sign in. */
export async function liveSession(db: Database, id: string): Promise<LoginSession | undefined> {
  const [row] = await db
    .select(columns)
    .from(loginSessions)
    .innerJoin(people, eq(people.id, loginSessions.personId))
    .where(and(eq(loginSessions.id, id), isNull(loginSessions.revokedAt), isNull(people.disabledAt)));
  return row;
}

/** Those of the sessions that were not revoked and whose person may still sign in. */
export async function liveAmong(db: Database, ids: readonly string[]): Promise<readonly LoginSession[]> {
  return db
    .select(columns)
    .from(loginSessions)
    .innerJoin(people, eq(people.id, loginSessions.personId))
    .where(and(oneOf(ids), isNull(loginSessions.revokedAt), isNull(people.disabledAt)));
}

export async function liveSessionsOf(db: Database, personId: PersonId): Promise<readonly LoginSession[]> {
  return db
    .select(columns)
    .from(loginSessions)
    .where(and(eq(loginSessions.personId, personId), isNull(loginSessions.revokedAt)))
    .orderBy(sql`${loginSessions.seenAt} desc`);
}

/** When they were last used, for a person's own list; not a change anybody need account for. */
export async function touchSessions(db: Database, ids: readonly string[], at: number): Promise<void> {
  await db.update(loginSessions).set({ seenAt: at }).where(oneOf(ids));
}

/** As one parameter: the sessions of a full house as so many would take longer to write than to find. */
function oneOf(ids: readonly string[]): SQL {
  return sql`${loginSessions.id} = any(${`{${ids.join(",")}}`}::uuid[])`;
}

/** False when it was not live. */
export async function revokeSession(db: Database, id: string, change: Change): Promise<boolean> {
  const revoked = await audited(
    db,
    db
      .update(loginSessions)
      .set({ revokedAt: change.at })
      .where(and(eq(loginSessions.id, id), isNull(loginSessions.revokedAt)))
      .returning({ subject: subject(loginSessions.personId) }),
    change,
  );
  return revoked.length > 0;
}

/** Ends every session of a person, but the one named if any. */
export async function revokeSessionsOf(
  db: Database,
  personId: PersonId,
  change: Change,
  but?: string,
): Promise<void> {
  await audited(
    db,
    db
      .update(loginSessions)
      .set({ revokedAt: change.at })
      .where(
        and(
          eq(loginSessions.personId, personId),
          isNull(loginSessions.revokedAt),
          but === undefined ? undefined : ne(loginSessions.id, but),
        ),
      )
      .returning({ subject: subject(loginSessions.personId) }),
    change,
  );
}
