// A year of meetings as each kind of reader finds it, on a real database.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { databaseTime } from "#db/event-log.ts";
import type { EntryId, ItemId, PersonId } from "#domain/ids.ts";
import { seatYears } from "#domain/year/attendance.ts";
import { challengeMatrix } from "#domain/year/challenge-matrix.ts";
import { seatsIn } from "#domain/year/sectors.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { CANARY, carriedOut, challenge, inSession } from "#tests/support/stored-meeting.ts";
import { allowedBoard } from "../auth/access.ts";
import { openClock } from "../clock.ts";
import { openLog } from "../log.ts";
import { openDesks } from "../meetings/desks.ts";
import { openFactsKeeper } from "../meetings/keep-facts.ts";
import { noMeters } from "../meters.ts";
import type { LookingBack } from "../runtime.ts";
import { boardsByLayer } from "./load-boards.ts";
import { behindYear, loadYear } from "./load-year.ts";

const database = openDatabase(inject("databaseUrl"));
let house: LookingBack;
let board: StoredBoard;

beforeAll(async () => {
  const lines = openLog("fatal");
  const clock = await openClock(() => databaseTime(database.log), { start: undefined, rate: 1 });
  const committed = openFactsKeeper(database.db, lines);
  const publish = () => undefined;
  const desks = openDesks({ log: database.log, clock, lines, meters: noMeters, publish, committed });
  house = { database, clock, sockets: { desks } };
  board = await storedBoard(database);

  // a challenge said openly, and one said without the public
  const { meetingId: id, item, restrictedItem } = await inSession(desks, board);
  const [member = board.chair] = board.members;
  const close = (itemId: ItemId, entryId: EntryId) =>
    carriedOut(desks, id, board.chair, { type: "closeItem", itemId, confirmed: [entryId] });
  const open = challenge(board, item);
  await carriedOut(desks, id, member, open);
  await close(item, open.entryId);
  await carriedOut(desks, id, board.chair, { type: "excludePublic", reason: "Commercial terms" });
  await carriedOut(desks, id, board.chair, { type: "openItem", itemId: restrictedItem });
  const shut = challenge(board, restrictedItem, 0, CANARY);
  await carriedOut(desks, id, member, shut);
  await close(restrictedItem, shut.entryId);
  await carriedOut(desks, id, board.chair, { type: "closeMeeting" });
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
