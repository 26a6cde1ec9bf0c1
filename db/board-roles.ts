// Who holds which role on which board: one role a person and board.
import { and, asc, eq, sql } from "drizzle-orm";
import type { BoardId, PersonId } from "#domain/ids.ts";
import type { Role } from "#domain/meeting/registers.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { Database } from "./client.ts";
import { boardRoles } from "./schema/tables.ts";

export type BoardRole = { readonly boardId: BoardId; readonly personId: PersonId; readonly role: Role };

export async function rolesOn(db: Database, boardId: BoardId): Promise<readonly BoardRole[]> {
  return db
    .select()
    .from(boardRoles)
    .where(eq(boardRoles.boardId, boardId))
    .orderBy(asc(boardRoles.personId));
}

export async function rolesOf(db: Database, personId: PersonId): Promise<readonly BoardRole[]> {
  return db.select().from(boardRoles).where(eq(boardRoles.personId, personId));
}

export async function roleOn(db: Database, boardId: BoardId, personId: PersonId): Promise<Role | undefined> {
  const [row] = await db
    .select({ role: boardRoles.role })
    .from(boardRoles)
    .where(and(eq(boardRoles.boardId, boardId), eq(boardRoles.personId, personId)));
  return row?.role;
}

/** The boards that have this person for a chair and nobody else who may sign in. */
export async function boardsOnlyChairedBy(db: Database, personId: PersonId): Promise<readonly BoardId[]> {
  const rows = await db
    .select({ boardId: boardRoles.boardId })
    .from(boardRoles)
    .where(
      and(
        eq(boardRoles.personId, personId),
        eq(boardRoles.role, "chair"),
        sql`not exists (
          select from board_roles other join people on people.id = other.person_id
          where other.board_id = ${boardRoles.boardId} and other.role = 'chair'
            and other.person_id <> ${personId} and people.disabled_at is null
        )`,
      ),
    );
  return rows.map(({ boardId }) => boardId);
}

// A board is never left without a chair: the row of its only chair neither goes nor changes. The lock keeps two
// chairs who leave at the same moment from each counting on the other.
const notTheOnlyChair = (personId: PersonId, boardId: BoardId) => sql`(
  ${boardRoles.role} <> 'chair' or exists (
    select from board_roles other
    where other.board_id = ${boardId} and other.role = 'chair' and other.person_id <> ${personId}
    for update
  )
)`;

/** Gives a role in place of the one held, if any. False when that would leave the board without a chair. */
export async function giveRole(
  db: Database,
  { boardId, personId, role }: BoardRole,
  change: Change,
): Promise<boolean> {
  const given = await audited(
    db,
    db
      .insert(boardRoles)
      .values({ boardId, personId, role })
      .onConflictDoUpdate({
        target: [boardRoles.boardId, boardRoles.personId],
        set: { role },
        setWhere: role === "chair" ? sql`true` : notTheOnlyChair(personId, boardId),
      })
      .returning({ subject: subject(boardRoles.personId) }),
    { ...change, detail: { ...change.detail, boardId, role } },
  );
  return given.length > 0;
}

/** False when no role was held, or the board would be left without a chair. */
export async function takeRole(
  db: Database,
  { boardId, personId }: Omit<BoardRole, "role">,
  change: Change,
): Promise<boolean> {
  const taken = await audited(
    db,
    db
      .delete(boardRoles)
      .where(
        and(
          eq(boardRoles.boardId, boardId),
          eq(boardRoles.personId, personId),
          notTheOnlyChair(personId, boardId),
        ),
      )
      .returning({ subject: subject(boardRoles.personId) }),
    { ...change, detail: { ...change.detail, boardId } },
  );
  return taken.length > 0;
}
