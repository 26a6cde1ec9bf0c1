// That a person has read what is recorded of them, who sees it and for how long.
import { and, eq } from "drizzle-orm";
import type { BoardId, PersonId } from "#domain/ids.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { Database } from "./client.ts";
import { noticesRead } from "./schema/tables.ts";

/** When the notice of a board was read; undefined when it was not. */
export async function noticeReadAt(
  db: Database,
  personId: PersonId,
  boardId: BoardId,
): Promise<number | undefined> {
  const [row] = await db
    .select({ readAt: noticesRead.readAt })
    .from(noticesRead)
    .where(and(eq(noticesRead.personId, personId), eq(noticesRead.boardId, boardId)));
  return row?.readAt;
}

/** The first reading counts. */
export async function markNoticeRead(
  db: Database,
  personId: PersonId,
  boardId: BoardId,
  change: Change,
): Promise<void> {
  await audited(
    db,
    db
      .insert(noticesRead)
      .values({ personId, boardId, readAt: change.at })
      .onConflictDoNothing()
      .returning({ subject: subject(noticesRead.personId) }),
    { ...change, detail: { ...change.detail, boardId } },
  );
}

export async function noticesReadBy(
  db: Database,
  personId: PersonId,
): Promise<readonly { readonly boardId: BoardId; readonly readAt: number }[]> {
  return db
    .select({ boardId: noticesRead.boardId, readAt: noticesRead.readAt })
    .from(noticesRead)
    .where(eq(noticesRead.personId, personId));
}
