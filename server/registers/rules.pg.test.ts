import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { auditOf } from "#db/audit.ts";
import { boardById } from "#db/boards.ts";
import { rulesOf, usualRules } from "#domain/meeting/board-rules.ts";
import type { ChangeRules } from "#domain/registers/boards.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, inSession } from "#tests/support/stored-meeting.ts";
import { allowedBoard } from "../auth/access.ts";
import { makeBoard } from "./boards.ts";
import { changeRules, rulesView, undoRules } from "./rules.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse(await ownDatabase(inject("databaseUrl")));
});
afterAll(() => house.close());

const done = { ok: true };
const refused = (code: string, field: string | null = null) => ({ ok: false, problems: [{ field, code }] });

const asked = (boardId: StoredBoard["boardId"], changes: Partial<ChangeRules> = {}): ChangeRules => ({
  boardId,
  basis: 0,
  quorum: 2,
  remoteCounts: true,
  castingVote: true,
  queueKinds: ["contribution", "question", "challenge", "information", "pointOfOrder"],
  turnSeconds: null,
  sectorMinutes: null,
  detailLimit: null,
  bands: [],
  pulseFloor: 5,
  retentionYears: 6,
  ...changes,
});

async function viewOf(board: StoredBoard, person = board.clerk) {
  const allowed = await allowedBoard(house.database.db, { personId: person }, board.boardId);
  const view = allowed && (await rulesView(house.database.db, allowed));
  if (!view) throw new Error("the board is theirs to read");
  return view;
}

describe("a board's rules", () => {
  test("are changed by its clerk, and a meeting under way follows at once; what is over stays as it was held", async () => {
    const board = await storedBoard(house.database);
    const { desks } = house.sockets;
    const { meetingId } = await inSession(desks, board);
    const over = await inSession(desks, board);
    await carriedOut(desks, over.meetingId, board.clerk, {
      type: "closeItem",
      itemId: over.item,
      confirmed: [],
    });
    await carriedOut(desks, over.meetingId, board.clerk, { type: "closeMeeting" });

    const clerk = await asking(house, board.clerk);
    const changes = { queueKinds: ["contribution" as const], turnSeconds: 120, castingVote: false };
    expect(await changeRules(house, clerk, asked(board.boardId, changes))).toEqual(done);

    const rulesIn = async (id: typeof meetingId) => rulesOf((await desks.at(id).copy()).meeting);
    expect(await rulesIn(meetingId)).toMatchObject(changes);
    expect(await rulesIn(over.meetingId)).toMatchObject({ turnSeconds: null, castingVote: true });
    expect((await viewOf(board)).following.map(({ id }) => id)).toEqual([meetingId]);
  });

  test("leave who changed what, from what to what; the last change is undone, and the undoing too", async () => {
    const board = await storedBoard(house.database);
    const clerk = await asking(house, board.clerk);
    const { boardId } = board;
    await changeRules(house, clerk, asked(boardId, { quorum: 1 }));
    const [first] = (await viewOf(board)).changes;
    const basis = first?.id ?? 0;
    await changeRules(house, clerk, asked(boardId, { basis, quorum: 1, pulseFloor: 8 }));

    const [last] = (await viewOf(board)).changes;
    expect(last).toMatchObject({ by: "Clerk", from: { pulseFloor: 5 }, to: { pulseFloor: 8 }, undoes: null });
    const change = last?.id ?? 0;
    expect(await undoRules(house, clerk, { boardId, change: basis })).toEqual(refused("changedMeanwhile"));
    expect(await undoRules(house, clerk, { boardId, change })).toEqual(done);
    const undone = await viewOf(board);
    expect([undone.rules.pulseFloor, undone.rules.quorum]).toEqual([5, 1]);
    expect(undone.changes.map(({ undoes }) => undoes)).toEqual([change, null, null]);

    expect(await undoRules(house, clerk, { boardId, change: undone.changes[0]?.id ?? 0 })).toEqual(done);
    expect((await viewOf(board)).rules.pulseFloor).toBe(8);
  });

  test("are not overwritten by whoever has not seen the last change, however close the two come", async () => {
    const board = await storedBoard(house.database);
    const clerk = await asking(house, board.clerk);
    const { boardId } = board;
    const both = await Promise.all([
      changeRules(house, clerk, asked(boardId, { turnSeconds: 60 })),
      changeRules(house, clerk, asked(boardId, { turnSeconds: 90 })),
    ]);
    expect(both).toContainEqual(done);
    expect(both).toContainEqual(refused("changedMeanwhile"));
    expect(await changeRules(house, clerk, asked(boardId, { turnSeconds: 120 }))).toEqual(
      refused("changedMeanwhile"),
    );
    const rows = await auditOf(house.database.db, { about: boardId, called: ["rulesChanged"], most: 9 });
    expect(rows).toHaveLength(1);
  });

  test("say no to more than the board's seats, and to nothing at all", async () => {
    const board = await storedBoard(house.database);
    const clerk = await asking(house, board.clerk);
    expect(await changeRules(house, clerk, asked(board.boardId, { quorum: 3 }))).toEqual(
      refused("quorumAboveSeats", "quorum"),
    );
    expect(await changeRules(house, clerk, asked(board.boardId))).toEqual(refused("nothingChanges"));
  });

  test("are its own clerk's to change and everybody's with a role there to read, without the drafts", async () => {
    const board = await storedBoard(house.database);
    const other = await storedBoard(house.database);
    const as = async (person: StoredBoard["clerk"]) =>
      changeRules(house, await asking(house, person), asked(board.boardId, { quorum: 1 }));
    expect(await as(board.chair)).toEqual(refused("roleMayNot"));
    expect(await as(board.observer)).toEqual(refused("roleMayNot"));
    expect(await as(board.stranger)).toEqual(refused("notFound"));
    expect(await as(other.clerk)).toEqual(refused("notFound"));
    const [member = board.chair] = board.members;
    expect((await viewOf(board, member)).rules.quorum).toBe(2);
    expect(await allowedBoard(house.database.db, { personId: other.clerk }, board.boardId)).toBeNull();
  });

  test("of a new board are the usual ones", async () => {
    const { chair, clerk, stranger } = await storedBoard(house.database);
    const asker = { ...(await asking(house, stranger)), siteAdmin: true };
    const made = await makeBoard(house, asker, {
      name: "Housing",
      layer: "operational",
      chairId: chair,
      clerkId: clerk,
    });
    if (!made.ok) throw new Error("the board is made");
    expect((await boardById(house.database.db, made.boardId))?.rules).toEqual(usualRules);
  });
});
