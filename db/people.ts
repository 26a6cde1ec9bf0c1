import { asc, eq, inArray } from "drizzle-orm";
import type { PartnerId, PersonId } from "#domain/ids.ts";
import type { Level } from "#domain/meeting/registers.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { BoardRole } from "./board-roles.ts";
import type { Database } from "./client.ts";
import { boardRoles, people } from "./schema/tables.ts";

/** A person as the register has them; what they sign in with stays in `credentialsOf`. */
export type Person = {
  readonly id: PersonId;
  readonly name: string;
  /** Lower case. */
  readonly email: string | null;
  readonly post: string;
  readonly level: Level;
  /** The office an elected councillor holds; null for everybody else. */
  readonly electedOffice: string | null;
  readonly partnerId: PartnerId | null;
  readonly siteAdmin: boolean;
  readonly disabledAt: number | null;
};

export type NewPerson = Omit<Person, "disabledAt"> & { readonly passwordHash: string | null };

const columns = {
  id: people.id,
  name: people.name,
  email: people.email,
  post: people.post,
  level: people.level,
  electedOffice: people.electedOffice,
  partnerId: people.partnerId,
  siteAdmin: people.siteAdmin,
  disabledAt: people.disabledAt,
};

export async function allPeople(db: Database): Promise<readonly Person[]> {
  return db.select(columns).from(people).orderBy(asc(people.name), asc(people.id));
}

export async function personById(db: Database, id: PersonId): Promise<Person | undefined> {
  const [row] = await db.select(columns).from(people).where(eq(people.id, id));
  return row;
}

/** What a room may know of the people in it: their name and their partner. */
export async function namesOf(
  db: Database,
  ids: readonly PersonId[],
): Promise<readonly Pick<Person, "id" | "name" | "partnerId">[]> {
  if (ids.length === 0) return [];
  return db
    .select({ id: people.id, name: people.name, partnerId: people.partnerId })
    .from(people)
    .where(inArray(people.id, [...ids]));
}

/** For signing in alone. */
export async function credentialsOf(
  db: Database,
  email: string,
): Promise<
  (Pick<Person, "id" | "name" | "disabledAt"> & { readonly passwordHash: string | null }) | undefined
> {
  const [row] = await db
    .select({
      id: people.id,
      name: people.name,
      disabledAt: people.disabledAt,
      passwordHash: people.passwordHash,
    })
    .from(people)
    .where(eq(people.email, email.toLowerCase()));
  return row;
}

/** False when somebody already has the address. */
export async function insertPerson(db: Database, person: NewPerson, change: Change): Promise<boolean> {
  const made = await audited(
    db,
    db
      .insert(people)
      .values({ ...person, email: person.email?.toLowerCase() ?? null, createdAt: change.at })
      .onConflictDoNothing({ target: people.email })
      .returning({ subject: subject(people.id) }),
    change,
  );
  return made.length > 0;
}

/** Somebody without an address, and their role on a board, in one statement. */
export async function insertPersonWithRole(
  db: Database,
  person: NewPerson & { readonly email: null },
  role: Omit<BoardRole, "personId">,
  change: Change,
): Promise<void> {
  await audited(
    db,
    db
      .insert(people)
      .values({ ...person, createdAt: change.at })
      .returning({ subject: subject(people.id) }),
    change,
    { held: db.insert(boardRoles).values({ ...role, personId: person.id }) },
  );
}

/** False when there is nobody of that id. An address somebody else has rejects (`people_email`). */
export async function changePerson(
  db: Database,
  id: PersonId,
  values: Partial<Omit<NewPerson, "id">> & { readonly disabledAt?: number | null },
  change: Change,
): Promise<boolean> {
  const email = values.email === undefined ? {} : { email: values.email?.toLowerCase() ?? null };
  const changed = await audited(
    db,
    db
      .update(people)
      .set({ ...values, ...email })
      .where(eq(people.id, id))
      .returning({ subject: subject(people.id) }),
    change,
  );
  return changed.length > 0;
}
