// The yearly papers of boards. Whatever is saved is a row more: what the records wrote, and an officer's words over it.
// Two who save the same thing at once cannot both have the next number, and the second is told.
import { and, asc, desc, eq } from "drizzle-orm";
import type { BoardId, PaperId, PersonId } from "#domain/ids.ts";
import type { Revision } from "#domain/paper/edits.ts";
import type { Paper } from "#domain/paper/paper.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { Database } from "./client.ts";
import { paperRevisions, papers, paperWritings, people } from "./schema/tables.ts";

export type PaperRow = {
  readonly id: PaperId;
  readonly boardId: BoardId;
  readonly fromDay: string;
  readonly toDay: string;
  readonly madeBy: PersonId;
  readonly madeAt: number;
};

export type Writing = {
  readonly no: number;
  readonly content: unknown;
  readonly by: PersonId;
  readonly at: number;
};

export type SavedRevision = Revision & { readonly by: string; readonly at: number };

type Own = Change & { readonly by: PersonId };

/** The newest twelve months first. */
export async function papersOf(db: Database, boardId: BoardId): Promise<readonly PaperRow[]> {
  return db.select().from(papers).where(eq(papers.boardId, boardId)).orderBy(desc(papers.fromDay));
}

export async function paperById(db: Database, id: PaperId): Promise<PaperRow | undefined> {
  const [row] = await db.select().from(papers).where(eq(papers.id, id));
  return row;
}

/** With what the records write of it, in one statement: no paper is empty. */
export async function insertPaper(
  db: Database,
  { content, ...paper }: Omit<PaperRow, "madeBy" | "madeAt"> & { readonly content: Paper },
  change: Own,
): Promise<void> {
  await audited(
    db,
    db
      .insert(papers)
      .values({ ...paper, madeBy: change.by, madeAt: change.at })
      .returning({ subject: subject(papers.id) }),
    change,
    {
      written: db
        .insert(paperWritings)
        .values({ paperId: paper.id, no: 1, content, by: change.by, at: change.at }),
    },
  );
}

/** The newest first: what the paper is, and what it was before. */
export async function writingsOf(db: Database, paperId: PaperId, most: number): Promise<readonly Writing[]> {
  const { no, content, by, at } = paperWritings;
  return db
    .select({ no, content, by, at })
    .from(paperWritings)
    .where(eq(paperWritings.paperId, paperId))
    .orderBy(desc(no))
    .limit(most);
}

export async function writingAt(db: Database, paperId: PaperId, no: number): Promise<Writing | undefined> {
  const { content, by, at } = paperWritings;
  const [row] = await db
    .select({ no: paperWritings.no, content, by, at })
    .from(paperWritings)
    .where(and(eq(paperWritings.paperId, paperId), eq(paperWritings.no, no)));
  return row;
}

export async function insertWriting(
  db: Database,
  { paperId, no, content }: { readonly paperId: PaperId; readonly no: number; readonly content: Paper },
  change: Own,
): Promise<void> {
  await audited(
    db,
    db
      .insert(paperWritings)
      .values({ paperId, no, content, by: change.by, at: change.at })
      .returning({ subject: subject(paperWritings.paperId) }),
    change,
  );
}

/** Of all paragraphs the saving that holds, with the name of who saved it. */
export async function lastRevisions(db: Database, paperId: PaperId): Promise<readonly SavedRevision[]> {
  const { key, no } = paperRevisions;
  return db
    .selectDistinctOn([key], revisionColumns)
    .from(paperRevisions)
    .innerJoin(people, eq(people.id, paperRevisions.by))
    .where(eq(paperRevisions.paperId, paperId))
    .orderBy(asc(key), desc(no));
}

/** Every saving of one paragraph, the newest first. */
export async function revisionsOf(
  db: Database,
  paperId: PaperId,
  paragraph: string,
  most: number,
): Promise<readonly SavedRevision[]> {
  return db
    .select(revisionColumns)
    .from(paperRevisions)
    .innerJoin(people, eq(people.id, paperRevisions.by))
    .where(and(eq(paperRevisions.paperId, paperId), eq(paperRevisions.key, paragraph)))
    .orderBy(desc(paperRevisions.no))
    .limit(most);
}

export async function insertRevision(
  db: Database,
  revision: Revision & { readonly paperId: PaperId },
  change: Own,
): Promise<void> {
  await audited(
    db,
    db
      .insert(paperRevisions)
      .values({ ...revision, by: change.by, at: change.at })
      .returning({ subject: subject(paperRevisions.paperId) }),
    change,
  );
}

const revisionColumns = {
  key: paperRevisions.key,
  no: paperRevisions.no,
  text: paperRevisions.text,
  over: paperRevisions.over,
  isPublic: paperRevisions.isPublic,
  by: people.name,
  at: paperRevisions.at,
};
