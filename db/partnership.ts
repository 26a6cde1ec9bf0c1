import { sql } from "drizzle-orm";
import { audited, type Change } from "./audit.ts";
import type { Database } from "./client.ts";
import { partnership } from "./schema/tables.ts";

export type Partnership = {
  readonly name: string;
  /** Changes when the database is restored: browsers then discard their copies. */
  readonly epoch: string;
  /** Whether the invented partnership is loaded. */
  readonly sample: boolean;
  readonly createdAt: number;
};

/** The partnership this installation serves; undefined before the first start has made one. */
export async function thePartnership(db: Database): Promise<Partnership | undefined> {
  const [row] = await db.select().from(partnership);
  return row;
}

/** False when there is one already. */
export async function insertPartnership(
  db: Database,
  values: Omit<Partnership, "createdAt">,
  change: Change,
): Promise<boolean> {
  const made = await audited(
    db,
    db
      .insert(partnership)
      .values({ ...values, createdAt: change.at })
      .onConflictDoNothing()
      .returning({ subject: sql<string>`'partnership'`.as("subject") }),
    change,
  );
  return made.length > 0;
}
