// Somebody signed in, with the roles they hold at this moment. Roles are never taken from the cookie.
import { rolesOf } from "#db/board-roles.ts";
import { allBoards } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { personById } from "#db/people.ts";
import type { BoardId, PersonId } from "#domain/ids.ts";
import type { Role } from "#domain/meeting/registers.ts";
import type { Identity } from "./socket-session.ts";

export type Asker = {
  readonly personId: PersonId;
  readonly sid: string;
  readonly name: string;
  readonly siteAdmin: boolean;
  /** The boards they hold a role on, in the partnership's order. */
  readonly boards: readonly { readonly boardId: BoardId; readonly name: string; readonly role: Role }[];
};

export async function askerOf(db: Database, { personId, sid }: Identity): Promise<Asker | null> {
  const [person, roles, boards] = await Promise.all([
    personById(db, personId),
    rolesOf(db, personId),
    allBoards(db),
  ]);
  if (person === undefined || person.disabledAt !== null) return null;
  return {
    personId,
    sid,
    name: person.name,
    siteAdmin: person.siteAdmin,
    boards: boards.flatMap(({ id, name }) => {
      const held = roles.find(({ boardId }) => boardId === id);
      return held ? [{ boardId: id, name, role: held.role }] : [];
    }),
  };
}

export function roleOnBoard(asker: Asker, boardId: BoardId): Role | undefined {
  return asker.boards.find((board) => board.boardId === boardId)?.role;
}

export function isClerkOf(asker: Asker, boardId: BoardId): boolean {
  return roleOnBoard(asker, boardId) === "clerk";
}

/** Clerks and administrators keep the registers of people, partners and objectives. */
export function keepsRegisters({ siteAdmin, boards }: Asker): boolean {
  return siteAdmin || boards.some(({ role }) => role === "clerk");
}
