// A year of meetings as each kind of reader finds it, on a real database.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import type { PersonId } from "#domain/ids.ts";
import { seatYears } from "#domain/year/attendance.ts";
import { challengeMatrix } from "#domain/year/challenge-matrix.ts";
import { seatsIn } from "#domain/year/sectors.ts";
import { closedMeeting, lookingBackOn } from "#tests/support/looking-back.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { CANARY } from "#tests/support/stored-meeting.ts";
import { allowedBoard } from "../auth/access.ts";
import type { LookingBack } from "../runtime.ts";
import { boardsByLayer } from "./load-boards.ts";
import { behindYear, loadYear } from "./load-year.ts";

const database = openDatabase(inject("databaseUrl"));
let house: LookingBack;
let board: StoredBoard;

beforeAll(async () => {
  house = await lookingBackOn(database);
  board = await storedBoard(database);
  await closedMeeting(house, board);
});
afterAll(() => database.close());

async function yearOf(personId: PersonId) {
  const allowed = await allowedBoard(database.db, { personId }, board.boardId);
  const year = allowed && (await loadYear(house, allowed, { period: undefined }));
  return allowed && year ? { allowed, year } : null;
}

async function behindAll(personId: PersonId) {
  const found = await yearOf(personId);
  if (!found) throw new Error("may not look");
  const { told } = challengeMatrix(found.year.viewed);
  return behindYear(house, found.allowed, found.year, told);
}

describe("a year of a board's meetings", () => {
  test("is nothing to a stranger, and neither are the boards of a layer", async () => {
    expect(await yearOf(board.stranger)).toBeNull();
    const boards = [{ boardId: board.boardId, name: "", role: "member" }] as const;
    expect(await boardsByLayer(house, { personId: board.stranger, boards })).toEqual([]);
  });

  test("counts the same for whoever may look, and opens to each what is theirs to read", async () => {
    const [whole, open] = await Promise.all([behindAll(board.chair), behindAll(board.observer)]);
    expect(whole.told).toHaveLength(2);
    expect(open.told).toEqual(whole.told);
    expect(JSON.stringify([...whole.records])).toContain(CANARY);
    expect(JSON.stringify([...open.records])).not.toContain(CANARY);
  });

  test("is told seat by seat to the chair and the clerk alone; to a member of their own partner", async () => {
    for (const person of [board.chair, board.clerk])
      expect((await yearOf(person))?.year).toMatchObject({ seesSeats: true });
    const [member = board.observer] = board.members;
    const found = await yearOf(member);
    if (!found) throw new Error("a member may look");
    const { year } = found;
    expect(year.seesSeats).toBe(false);
    const partners = new Set(seatYears(year.meetings).map(({ partner }) => partner));
    expect(year.ownPartners.size).toBe(1);
    expect([...year.ownPartners].every((partner) => partners.has(partner))).toBe(true);
    expect((await yearOf(board.observer))?.year.ownPartners.size).toBe(0);
    // a board of one sector, however small, is one line
    const [facts] = year.meetings;
    expect(year.sectors.map((sectors) => facts && seatsIn(facts, sectors))).toEqual([
      facts?.seats.filter(({ full }) => full).length,
    ]);
  });
});
