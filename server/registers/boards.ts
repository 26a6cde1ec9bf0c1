import { randomUUID } from "node:crypto";
import type { BoardRole } from "#db/board-roles.ts";
import { allBoards, boardById, changeBoard as changeRow, insertBoard } from "#db/boards.ts";
import { personById } from "#db/people.ts";
import { BoardId } from "#domain/ids.ts";
import { storedRules, usualRules } from "#domain/meeting/board-rules.ts";
import type { ChangeBoard, MakeBoard } from "#domain/registers/boards.ts";
import { type Answer, type Problems, problem } from "#domain/registers/problems.ts";
import { type Asker, isClerkOf, roleOnBoard } from "../auth/asker.ts";
import type { House } from "./house.ts";
import { recordRegisters } from "./record-registers.ts";

/** A new board with its first chair and clerk; everything else about it is then its clerk's. */
export async function makeBoard(
  { database: { db }, clock }: House,
  asker: Asker,
  { name, layer, chairId, clerkId }: MakeBoard,
): Promise<Answer<{ readonly boardId: BoardId }>> {
  if (!asker.siteAdmin) return problem("notYours");
  // nobody gives themselves the power to decide; who sets up an installation may well keep its first records
  if (chairId === asker.personId) return problem("ownRole", "chairId");
  if (chairId === clerkId) return problem("notUsable", "clerkId");
  if (!(await personById(db, chairId))) return problem("personNotFound", "chairId");
  if (!(await personById(db, clerkId))) return problem("personNotFound", "clerkId");

  const boardId = BoardId.parse(randomUUID());
  const position = (await allBoards(db)).length;
  const roles: readonly Omit<BoardRole, "boardId">[] = [
    { personId: chairId, role: "chair" },
    { personId: clerkId, role: "clerk" },
  ];
  const change = {
    by: asker.personId,
    at: clock.now(),
    what: "boardMade",
    detail: { name, layer, chairId, clerkId },
  };
  await insertBoard(
    db,
    { id: boardId, name, layer, rules: storedRules(usualRules), settings: {}, position },
    change,
    roles,
  );
  return { ok: true, boardId };
}

export async function changeBoard(house: House, asker: Asker, asked: ChangeBoard): Promise<Answer> {
  const { db } = house.database;
  const { boardId, name, layer } = asked;
  const refusal = whyNot(asker, boardId);
  if (refusal) return refusal;
  const board = await boardById(db, boardId);
  if (board === undefined) return problem("notFound");
  const detail = { before: { name: board.name, layer: board.layer }, name, layer };
  const change = { by: asker.personId, at: house.clock.now(), what: "boardChanged", detail };
  await changeRow(db, boardId, { name, layer }, change);
  return recordRegisters(house, asker.personId, [boardId]);
}

/** Only a board's own clerk changes it; for those without a role there it is as if it could not be changed at all. */
export function whyNot(asker: Asker, boardId: BoardId): Problems | null {
  if (isClerkOf(asker, boardId)) return null;
  return roleOnBoard(asker, boardId) === undefined ? problem("notFound") : problem("roleMayNot");
}
