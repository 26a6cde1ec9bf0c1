import { asc, eq } from "drizzle-orm";
import type { PartnerId } from "#domain/ids.ts";
import type { Sector, Tier } from "#domain/meeting/registers.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { Database } from "./client.ts";
import { partners } from "./schema/tables.ts";

/** An organisation. `code` is short and its own, for margins and charts. */
export type PartnerRow = {
  readonly id: PartnerId;
  readonly name: string;
  readonly code: string;
  readonly sector: Sector;
  readonly tier: Tier | null;
};

export async function allPartners(db: Database): Promise<readonly PartnerRow[]> {
  return db.select().from(partners).orderBy(asc(partners.name), asc(partners.id));
}

export async function partnerById(db: Database, id: PartnerId): Promise<PartnerRow | undefined> {
  const [row] = await db.select().from(partners).where(eq(partners.id, id));
  return row;
}

/** False when another partner has the code. */
export async function insertPartner(db: Database, partner: PartnerRow, change: Change): Promise<boolean> {
  const made = await audited(
    db,
    db
      .insert(partners)
      .values(partner)
      .onConflictDoNothing({ target: partners.code })
      .returning({ subject: subject(partners.id) }),
    change,
  );
  return made.length > 0;
}

/** A code another partner has rejects (`partners_code`). */
export async function changePartner(
  db: Database,
  id: PartnerId,
  values: Partial<Omit<PartnerRow, "id">>,
  change: Change,
): Promise<boolean> {
  const changed = await audited(
    db,
    db
      .update(partners)
      .set(values)
      .where(eq(partners.id, id))
      .returning({ subject: subject(partners.id) }),
    change,
  );
  return changed.length > 0;
}
