import { asc, eq, isNull } from "drizzle-orm";
import type { PotId } from "#domain/ids.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { Database } from "./client.ts";
import { pots } from "./schema/tables.ts";

/** A pot of money that partners put into together. */
export type Pot = { readonly id: PotId; readonly name: string; readonly endedAt: number | null };

/** Those that have not ended, by name. */
export async function currentPots(db: Database): Promise<readonly Pot[]> {
  return db.select().from(pots).where(isNull(pots.endedAt)).orderBy(asc(pots.name), asc(pots.id));
}

/** Those that have ended, too, by name. */
export async function allPots(db: Database): Promise<readonly Pot[]> {
  return db.select().from(pots).orderBy(asc(pots.name), asc(pots.id));
}

export async function insertPot(db: Database, pot: Pot, change: Change): Promise<void> {
  await audited(
    db,
    db
      .insert(pots)
      .values(pot)
      .returning({ subject: subject(pots.id) }),
    change,
  );
}

/** False when there is no such pot. */
export async function changePot(
  db: Database,
  id: PotId,
  values: Partial<Omit<Pot, "id">>,
  change: Change,
): Promise<boolean> {
  const changed = await audited(
    db,
    db
      .update(pots)
      .set(values)
      .where(eq(pots.id, id))
      .returning({ subject: subject(pots.id) }),
    change,
  );
  return changed.length > 0;
}
