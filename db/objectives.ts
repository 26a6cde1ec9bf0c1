import { asc, eq, isNull } from "drizzle-orm";
import type { ObjectiveId } from "#domain/ids.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { Database } from "./client.ts";
import { objectives } from "./schema/tables.ts";

/** An objective of the joint strategy. */
export type Objective = {
  readonly id: ObjectiveId;
  readonly title: string;
  readonly position: number;
  readonly endedAt: number | null;
};

/** Those that have not ended, in their order. */
export async function currentObjectives(db: Database): Promise<readonly Objective[]> {
  return db
    .select()
    .from(objectives)
    .where(isNull(objectives.endedAt))
    .orderBy(asc(objectives.position), asc(objectives.id));
}

/** Those that have ended, too, in their order. */
export async function allObjectives(db: Database): Promise<readonly Objective[]> {
  return db.select().from(objectives).orderBy(asc(objectives.position), asc(objectives.id));
}

export async function insertObjective(db: Database, objective: Objective, change: Change): Promise<void> {
  await audited(
    db,
    db
      .insert(objectives)
      .values(objective)
      .returning({ subject: subject(objectives.id) }),
    change,
  );
}

export async function changeObjective(
  db: Database,
  id: ObjectiveId,
  values: Partial<Omit<Objective, "id">>,
  change: Change,
): Promise<boolean> {
  const changed = await audited(
    db,
    db
      .update(objectives)
      .set(values)
      .where(eq(objectives.id, id))
      .returning({ subject: subject(objectives.id) }),
    change,
  );
  return changed.length > 0;
}
