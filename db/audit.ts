// Who changed what. A change and its audit row are one statement: neither can be there without the other.
import { and, asc, desc, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import * as z from "zod";
import type { PersonId } from "#domain/ids.ts";
import type { Database } from "./client.ts";
import { audit } from "./schema/tables.ts";

/** Who asks for a change, when (milliseconds) and under what name it stands in the audit trail. */
export type Change = {
  /** Null when the house does it itself: the sample, a command on the server's own machine. */
  readonly by: PersonId | null;
  readonly at: number;
  readonly what: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

export type AuditRow = Required<Change> & { readonly id: number; readonly subject: string };

/** What a change must return for its audit row to name it: `.returning({ subject: subject(people.id) })`. */
export function subject(id: PgColumn): SQL.Aliased<string> {
  return sql<string>`${id}::text`.as("subject");
}

/**
 * Carries out a change, an insert, update or delete that returns its `subject`, and writes an audit row for
 * each row changed. What `alongside` names happens in the same statement, before or with it. Answers the
 * subjects: none when nothing was there to change.
 */
export async function audited(
  db: Database,
  change: SQLWrapper,
  { by, at, what, detail = {} }: Change,
  alongside: Readonly<Record<string, SQLWrapper>> = {},
): Promise<readonly string[]> {
  const steps = Object.entries({ ...alongside, changed: change }).map(
    ([name, step]) => sql`${sql.identifier(name)} as (${step.getSQL()})`,
  );
  // drizzle's insert … select insists on the identity column, which only the database may fill
  const rows = await db.execute(sql`
    with ${sql.join(steps, sql`, `)}
    insert into audit ("at", "by", what, subject, detail)
    select ${new Date(at).toISOString()}::timestamptz, ${by}::uuid, ${what}, changed.subject, ${JSON.stringify(detail)}::jsonb
    from changed
    returning subject`);
  return z
    .array(z.object({ subject: z.string() }))
    .parse(rows)
    .map((row) => row.subject);
}

/** The newest first. */
export async function auditOf(
  db: Database,
  {
    about,
    by,
    called,
    most,
  }: {
    readonly about?: string;
    readonly by?: PersonId;
    /** Under what names it stands. */
    readonly called?: readonly string[];
    readonly most: number;
  },
): Promise<readonly AuditRow[]> {
  return db
    .select()
    .from(audit)
    .where(
      and(
        about === undefined ? undefined : eq(audit.subject, about),
        by === undefined ? undefined : eq(audit.by, by),
        called === undefined ? undefined : inArray(audit.what, [...called]),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(most);
}

/** Of some subjects, the newest change first. */
export async function auditAbout(
  db: Database,
  subjects: readonly string[],
  most: number,
): Promise<readonly AuditRow[]> {
  if (subjects.length === 0) return [];
  // ids have no commas; one parameter, however many there are
  const all = `{${subjects.join(",")}}`;
  return db
    .select()
    .from(audit)
    .where(sql`${audit.subject} = any(${all}::text[])`)
    .orderBy(desc(audit.id))
    .limit(most);
}

/** What has been changed under one name, the first change first. */
export async function changesNamed(
  db: Database,
  what: string,
): Promise<readonly Pick<AuditRow, "at" | "subject">[]> {
  const { at, subject: changed, id } = audit;
  return db.select({ at, subject: changed }).from(audit).where(eq(audit.what, what)).orderBy(asc(id));
}

/** How many changes there have been, whatever their names. */
export async function changesCounted(db: Database): Promise<number> {
  return db.$count(audit);
}
