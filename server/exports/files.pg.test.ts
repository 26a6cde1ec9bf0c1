// What each kind of reader finds in the files, on a real database.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { recordTables } from "#app/_tables/record-tables.ts";
import { openDatabase } from "#db/client.ts";
import { databaseTime } from "#db/event-log.ts";
import { insertSession } from "#db/sessions.ts";
import type { EntryId, ItemId, MeetingId, PersonId } from "#domain/ids.ts";
import { newMeeting } from "#tests/support/ids.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { CANARY, carriedOut, challenge, inSession } from "#tests/support/stored-meeting.ts";
import { allowedBoard } from "../auth/access.ts";
import { openClock } from "../clock.ts";
import { openLog } from "../log.ts";
import { openDesks } from "../meetings/desks.ts";
import { noMeters } from "../meters.ts";
import type { LookingBack } from "../runtime.ts";
import { loadFacts } from "./load-facts.ts";
import { loadRecordFile } from "./load-record-file.ts";

const database = openDatabase(inject("databaseUrl"));
const OPEN = "Who pays for the bus?";
let house: LookingBack;
let board: StoredBoard;
let meetingId: MeetingId;

beforeAll(async () => {
  const clock = await openClock(() => databaseTime(database.log), { start: undefined, rate: 1 });
  const desks = openDesks({
    log: database.log,
    clock,
    lines: openLog("fatal"),
    meters: noMeters,
    publish: () => undefined,
    committed: () => undefined,
  });
  house = { database, clock, sockets: { desks } };
  board = await storedBoard(database);
  const meeting = await inSession(desks, board);
  meetingId = meeting.meetingId;
  const [member = board.chair] = board.members;
  const close = (itemId: ItemId, entryId: EntryId) =>
    carriedOut(desks, meetingId, board.chair, { type: "closeItem", itemId, confirmed: [entryId] });
  const open = challenge(board, meeting.item, 0, OPEN);
  await carriedOut(desks, meetingId, member, open);
  await close(meeting.item, open.entryId);
  await carriedOut(desks, meetingId, board.chair, { type: "excludePublic", reason: "Commercial terms" });
  await carriedOut(desks, meetingId, board.chair, { type: "openItem", itemId: meeting.restrictedItem });
  const shut = challenge(board, meeting.restrictedItem, 0, CANARY);
  await carriedOut(desks, meetingId, member, shut);
  await close(meeting.restrictedItem, shut.entryId);
});
afterAll(() => database.close());

async function signedIn(personId: PersonId, minutesAgo = 0) {
  const sid = crypto.randomUUID();
  const at = house.clock.now() - minutesAgo * 60_000;
  await insertSession(database.db, sid, personId, { by: personId, at, what: "signedIn" });
  return { personId, sid };
}

async function everyFile(
  personId: PersonId,
  form: "public" | "whole",
  minutesAgo = 0,
  id: string = meetingId,
) {
  const loaded = await loadRecordFile(house, await signedIn(personId, minutesAgo), { meetingId: id, form });
  if (typeof loaded === "string") return loaded;
  const name = (person: PersonId) => loaded.people[person]?.name ?? null;
  return Object.values(recordTables)
    .map(({ csv }) => csv(loaded.meeting, name))
    .join("\n");
}

describe("the record as files", () => {
  test("is there while the meeting is held, and never holds what is taken without the public", async () => {
    for (const person of [board.chair, board.clerk, board.observer, ...board.members]) {
      const files = await everyFile(person, "public");
      expect(files).toContain(OPEN);
      expect(files).not.toContain(CANARY);
    }
  });

  test("is as if it were not there to a stranger, by a made-up id, and to nobody's id", async () => {
    expect(await everyFile(board.stranger, "public")).toBe("notThere");
    expect(await everyFile(board.chair, "public", 0, newMeeting())).toBe("notThere");
    expect(await everyFile(board.chair, "public", 0, "'; drop table people; --")).toBe("notThere");
  });

  test("is whole for the chair and the clerk, once the meeting is closed and just after signing in", async () => {
    expect(await everyFile(board.clerk, "whole")).toBe("notThere");
    await carriedOut(house.sockets.desks, meetingId, board.chair, { type: "closeMeeting" });
    expect(await everyFile(board.clerk, "whole", 16)).toBe("signInAgain");
    for (const person of [board.clerk, board.chair])
      expect(await everyFile(person, "whole", 14)).toContain(CANARY);
    for (const person of [board.observer, ...board.members])
      expect(await everyFile(person, "whole")).toBe("notThere");
    expect(await everyFile(board.chair, "public")).not.toContain(CANARY);
  });
});

describe("the facts of a period", () => {
  const factsOf = async (personId: PersonId) => {
    const allowed = await allowedBoard(database.db, { personId }, board.boardId);
    return allowed && loadFacts(database, allowed, { period: undefined, asOf: house.clock.now() });
  };

  test("leave restricted items out for everybody, and say that they do", async () => {
    for (const person of [board.chair, board.observer]) {
      const facts = await factsOf(person);
      expect(facts).toMatchObject({ waiting: 0, meetings: [{ meetingId, leftOut: 1 }] });
      expect(facts?.meetings[0]?.challenges).toHaveLength(1);
    }
    expect(await factsOf(board.stranger)).toBeNull();
  });

  test("tell a member of their own seat, and of no other", async () => {
    const [member = board.chair] = board.members;
    const seats = (await factsOf(member))?.meetings[0]?.seats ?? [];
    expect(seats.filter(({ spoke }) => spoke !== null).map(({ seat }) => seat)).toEqual([board.seats[0]]);
    const all = (await factsOf(board.clerk))?.meetings[0]?.seats ?? [];
    expect(all.every(({ spoke }) => spoke !== null)).toBe(true);
  });
});
