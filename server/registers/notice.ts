// What is recorded of people in a meeting is told them once, when they first enter a room of the board.

import type { Database } from "#db/client.ts";
import { markNoticeRead as markRow, noticeReadAt } from "#db/notices.ts";
import type { BoardId, PersonId } from "#domain/ids.ts";
import type { ReadNotice } from "#domain/registers/people.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import { type Asker, roleOnBoard } from "../auth/asker.ts";
import type { House } from "./house.ts";

export async function hasReadNotice(db: Database, personId: PersonId, boardId: BoardId): Promise<boolean> {
  return (await noticeReadAt(db, personId, boardId)) !== undefined;
}

export async function markNoticeRead(
  { database: { db }, clock }: Pick<House, "database" | "clock">,
  asker: Asker,
  { boardId }: ReadNotice,
): Promise<Answer> {
  if (roleOnBoard(asker, boardId) === undefined) return problem("notFound");
  await markRow(db, asker.personId, boardId, { by: asker.personId, at: clock.now(), what: "noticeRead" });
  return { ok: true };
}
