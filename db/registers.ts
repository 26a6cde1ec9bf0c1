// What a meeting's rules and facts need of the registers, read as the domain writes it into the log.
import { eq, sql } from "drizzle-orm";
import type { BoardId } from "#domain/ids.ts";
import type { Registers } from "#domain/meeting/registers.ts";
import { rolesOn } from "./board-roles.ts";
import { boardById } from "./boards.ts";
import type { Database } from "./client.ts";
import { currentObjectives } from "./objectives.ts";
import { allPartners } from "./partners.ts";
import { currentPots } from "./pots.ts";
import { boardRoles, people, seatSubstitutes, seats } from "./schema/tables.ts";
import { seatsOf } from "./seats.ts";

/** Undefined when there is no such board. Lists come in a settled order, so that equal registers are equal values. */
export async function registersOf(db: Database, boardId: BoardId): Promise<Registers | undefined> {
  const [board, partners, seatRows, persons, roles, objectives, pots] = await Promise.all([
    boardById(db, boardId),
    allPartners(db),
    seatsOf(db, boardId),
    peopleOf(db, boardId),
    rolesOn(db, boardId),
    currentObjectives(db),
    currentPots(db),
  ]);
  if (board === undefined) return undefined;

  // a person may act for a partner that holds no seat, and an item be led by one: all partners are written
  return {
    board: { id: board.id, name: board.name, layer: board.layer, rules: board.rules },
    partners: [...partners],
    seats: seatRows.map(({ id, partnerId, label, code, level, fullMember, principalId, substitutes }) => ({
      id,
      partnerId,
      label,
      code,
      level,
      full: fullMember,
      principal: principalId,
      substitutes: [...substitutes],
    })),
    people: [...persons],
    roles: roles.map(({ personId, role }) => ({ personId, role })),
    objectives: objectives.map(({ id, title }) => ({ id, title })),
    pots: pots.map(({ id, name }) => ({ id, title: name })),
  };
}

/** Everybody with a role on a board or a seat, as principal or substitute, who has not left. */
async function peopleOf(db: Database, boardId: BoardId): Promise<Registers["people"]> {
  return db
    .select({
      id: people.id,
      partnerId: people.partnerId,
      level: people.level,
      post: people.post,
      elected: people.electedOffice,
    })
    .from(people)
    .where(
      sql`${people.disabledAt} is null and ${people.id} in (
        ${db.select({ id: boardRoles.personId }).from(boardRoles).where(eq(boardRoles.boardId, boardId))}
        union ${db.select({ id: seats.principalId }).from(seats).where(eq(seats.boardId, boardId))}
        union ${db
          .select({ id: seatSubstitutes.personId })
          .from(seatSubstitutes)
          .innerJoin(seats, eq(seats.id, seatSubstitutes.seatId))
          .where(eq(seats.boardId, boardId))}
      )`,
    )
    .orderBy(people.id);
}
