// A board as the registers hold it, for tests on a real database: each one makes its own.

import { giveRole } from "#db/board-roles.ts";
import { insertBoard } from "#db/boards.ts";
import type { OpenDatabase } from "#db/client.ts";
import { insertPartner } from "#db/partners.ts";
import { insertPerson } from "#db/people.ts";
import { registersOf } from "#db/registers.ts";
import { insertSeat } from "#db/seats.ts";
import type { BoardId, PersonId, SeatId } from "#domain/ids.ts";
import type { Command } from "#domain/meeting/commands.ts";
import type { Registers, Role } from "#domain/meeting/registers.ts";
import { newBoard, newMeeting, newPartner, newPerson, newSeat } from "./ids.ts";
import { inGroups } from "./in-groups.ts";

export const AT = Date.UTC(2026, 10, 24, 14);

export type StoredBoard = {
  readonly boardId: BoardId;
  readonly clerk: PersonId;
  readonly chair: PersonId;
  readonly observer: PersonId;
  /** Known to the partnership, without a role on the board. */
  readonly stranger: PersonId;
  /** Two at least; the seat of each comes at the same place. */
  readonly members: readonly PersonId[];
  readonly seats: readonly SeatId[];
  readonly registers: Registers;
};

const change = { by: null, at: AT, what: "testPrepared" };

export async function storedBoard({ db }: OpenDatabase, { memberCount = 2 } = {}): Promise<StoredBoard> {
  const boardId = newBoard();
  await insertBoard(
    db,
    {
      id: boardId,
      name: "Board",
      layer: "strategic",
      rules: { quorum: 2, remoteCounts: true, detailLimit: null },
      settings: {},
      position: 1,
    },
    change,
  );
  const partnerId = newPartner();
  const code = partnerId.slice(0, 8);
  await insertPartner(
    db,
    { id: partnerId, name: `City ${code}`, code, sector: "local-authority", tier: "lower" },
    change,
  );

  const person = async (name: string, role?: Role) => {
    const id = newPerson();
    await insertPerson(
      db,
      {
        id,
        name,
        email: `${id}@example.org`,
        post: "Director",
        level: 3,
        electedOffice: null,
        partnerId,
        siteAdmin: false,
        passwordHash: null,
      },
      change,
    );
    if (role) await giveRole(db, { boardId, personId: id, role }, change);
    return id;
  };
  const chair = await person("Chair", "chair");
  const clerk = await person("Clerk", "clerk");
  const observer = await person("Observer", "observer");
  const stranger = await person("Stranger");
  const members = await inGroups(Array.from({ length: memberCount }), (_, n) =>
    person(`Member ${n}`, "member"),
  );
  const seats = await inGroups(members, async (principalId, position) => {
    const id = newSeat();
    await insertSeat(
      db,
      {
        id,
        boardId,
        partnerId,
        label: `Seat ${position}`,
        code: `S${position}`,
        level: 3,
        fullMember: true,
        position,
        principalId,
        endedAt: null,
        substitutes: [],
      },
      change,
    );
    return id;
  });

  const registers = await registersOf(db, boardId);
  if (registers === undefined) throw new Error("no registers");
  return { boardId, clerk, chair, observer, stranger, members, seats, registers };
}

export function makingOf({ boardId, registers }: StoredBoard): Extract<Command, { type: "createMeeting" }> {
  return {
    type: "createMeeting",
    meetingId: newMeeting(),
    boardId,
    title: "Meeting",
    startsAt: AT,
    lengthMinutes: 120,
    place: "Town hall",
    registers,
  };
}
