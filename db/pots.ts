import { asc, isNull } from "drizzle-orm";
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
