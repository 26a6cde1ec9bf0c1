// Who may keep whose entry in the register.
import { rolesOf } from "#db/board-roles.ts";
import type { Database } from "#db/client.ts";
import { personById } from "#db/people.ts";
import { boardsSeating } from "#db/seats.ts";
import type { BoardId, PersonId } from "#domain/ids.ts";
import { type Asker, isClerkOf, keepsRegisters } from "../auth/asker.ts";

/** Every board on which a person holds a role, a seat, or stands in for one. */
export async function boardsOf(db: Database, personId: PersonId): Promise<readonly BoardId[]> {
  const [roles, seated] = await Promise.all([rolesOf(db, personId), boardsSeating(db, personId)]);
  return [...new Set([...roles.map(({ boardId }) => boardId), ...seated])];
}

export type Keeping = {
  /** Name, post, level, office, partner: the clerk of any board they are on. */
  readonly entry: boolean;
  /**
   * Address, links, sessions, being let in at all. Whoever has these could act as the person, so a clerk has
   * them only where every board the person is on is the clerk's own, and never an administrator's.
   */
  readonly account: boolean;
};

export async function keepingOf(db: Database, asker: Asker, personId: PersonId): Promise<Keeping> {
  if (asker.siteAdmin) return { entry: true, account: true };
  if (!keepsRegisters(asker)) return { entry: false, account: false };
  const [person, boards] = await Promise.all([personById(db, personId), boardsOf(db, personId)]);
  const theirs = boards.filter((boardId) => isClerkOf(asker, boardId));
  const outsideBoards = boards.length === 0;
  return {
    entry: outsideBoards || theirs.length > 0,
    account: person?.siteAdmin === false && theirs.length === boards.length,
  };
}
