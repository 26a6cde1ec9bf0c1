import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { PersonId } from "#domain/ids.ts";
import { decide } from "#domain/meeting/meeting.ts";
import { unconvened } from "#domain/meeting/state.ts";
import { newCommand } from "#tests/support/ids.ts";
import { AT, makingOf, type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { auditOf } from "./audit.ts";
import { giveRole, roleOn, rolesOn, takeRole } from "./board-roles.ts";
import { openDatabase } from "./client.ts";
import { appendIf } from "./event-log.ts";
import { factsOfMeeting, meetingsWithoutFacts, storeFacts } from "./facts.ts";
import { changePerson, credentialsOf, insertPerson, personById } from "./people.ts";
import { registersOf } from "./registers.ts";
import { nameSubstitutes, seatsOf } from "./seats.ts";
import { insertSession, liveSession, revokeSessionsOf } from "./sessions.ts";
import { insertLink, personOfLink, setPasswordByLink } from "./sign-in-links.ts";

const database = openDatabase(inject("databaseUrl"));
const { db } = database;
let board: StoredBoard;

beforeAll(async () => {
  board = await storedBoard(database);
});
afterAll(() => database.close());

const by = (what: string, at = AT) => ({ by: board.clerk, at, what });

describe("a change", () => {
  test("and its audit row are there together", async () => {
    const [ana = board.chair] = board.members;
    const changed = await changePerson(db, ana, { post: "Chief executive", level: 4 }, by("personChanged"));
    expect(changed).toBe(true);
    expect(await personById(db, ana)).toMatchObject({ post: "Chief executive", level: 4 });
    const [latest] = await auditOf(db, { about: ana, most: 1 });
    expect(latest).toMatchObject({
      by: board.clerk,
      at: AT,
      what: "personChanged",
      subject: ana,
      detail: {},
    });
  });

  test("that finds nothing to change leaves no audit row", async () => {
    const nobody = board.registers.people[0]?.id ?? board.chair;
    const person = await personById(db, nobody);
    if (person === undefined) throw new Error("nobody");
    const made = await insertPerson(
      db,
      { ...person, id: board.stranger, passwordHash: null },
      by("madeTwice"),
    ).catch(() => false);
    expect(made).toBe(false);
    expect(await auditOf(db, { about: board.stranger, most: 10 })).not.toContainEqual(
      expect.objectContaining({ what: "madeTwice" }),
    );
  });

  test("of an address is kept in lower case, and found however it is typed", async () => {
    const email = `Ana.${randomUUID()}@Example.org`;
    await changePerson(db, board.chair, { email }, by("personChanged"));
    expect((await personById(db, board.chair))?.email).toBe(email.toLowerCase());
    expect((await credentialsOf(db, email.toUpperCase()))?.id).toBe(board.chair);
  });
});

describe("roles", () => {
  test("a board is never left without a chair, whichever way", async () => {
    const { boardId, chair, members } = board;
    const [ana = chair] = members;
    expect(await takeRole(db, { boardId, personId: chair }, by("roleTaken"))).toBe(false);
    expect(await giveRole(db, { boardId, personId: chair, role: "member" }, by("roleGiven"))).toBe(false);
    expect(await roleOn(db, boardId, chair)).toBe("chair");

    expect(await giveRole(db, { boardId, personId: ana, role: "chair" }, by("roleGiven"))).toBe(true);
    expect(await giveRole(db, { boardId, personId: chair, role: "member" }, by("roleGiven"))).toBe(true);
    expect(await takeRole(db, { boardId, personId: ana }, by("roleTaken"))).toBe(false);
  });

  test("two chairs who leave at the same moment do not both leave", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { boardId, chair, members } = await storedBoard(database);
      const [ana = chair] = members;
      await giveRole(db, { boardId, personId: ana, role: "chair" }, by("roleGiven"));
      const leave = (personId: PersonId) =>
        takeRole(db, { boardId, personId }, by("roleTaken")).catch(() => false); // a deadlock lets one through
      const left = await Promise.all([leave(chair), leave(ana)]);
      expect(left.filter(Boolean).length).toBeLessThan(2);
      expect((await rolesOn(db, boardId)).map(({ role }) => role)).toContain("chair");
    }
  });
});

describe("registers", () => {
  test("name a seat's substitutes as they are now, and everybody who may sit", async () => {
    const { boardId, seats, stranger, observer } = board;
    const [seat] = seats;
    if (!seat) throw new Error("no seat");
    await nameSubstitutes(db, seat, [stranger, observer], by("substitutesNamed"));
    await nameSubstitutes(db, seat, [stranger], by("substitutesNamed"));

    expect((await seatsOf(db, boardId)).find(({ id }) => id === seat)?.substitutes).toEqual([stranger]);
    const registers = await registersOf(db, boardId);
    expect(registers?.seats.find(({ id }) => id === seat)?.substitutes).toEqual([stranger]);
    expect(registers?.people.map(({ id }) => id)).toContain(stranger);
    expect(await registersOf(db, boardId)).toEqual(registers);
  });
});

describe("a sign-in link", () => {
  test("sets a password once, though pressed twice at the same moment", async () => {
    const tokenHash = randomUUID();
    await insertLink(db, { tokenHash, personId: board.clerk, expiresAt: AT + 1000 }, by("linkMade"));
    const press = (passwordHash: string) =>
      setPasswordByLink(db, { tokenHash, passwordHash }, { at: AT + 1, what: "passwordSet" });
    const answers = await Promise.all([press("one"), press("two")]);
    expect(answers.filter((person) => person === board.clerk)).toHaveLength(1);
    expect(await press("three")).toBeUndefined();
  });

  test("ends with its time, and with the next link", async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const personId = board.chair;
    await insertLink(db, { tokenHash: first, personId, expiresAt: AT + 1000 }, by("linkMade"));
    expect(await personOfLink(db, first, AT + 999)).toMatchObject({ personId });
    expect(await personOfLink(db, first, AT + 1000)).toBeUndefined();
    await insertLink(db, { tokenHash: second, personId, expiresAt: AT + 1000 }, by("linkMade", AT + 5));
    expect(await personOfLink(db, first, AT + 6)).toBeUndefined();
    expect(await personOfLink(db, second, AT + 6)).toMatchObject({ personId });
  });
});

test("sessions end together, but for the one that is kept", async () => {
  const [kept, ended] = [randomUUID(), randomUUID()];
  const personId = board.observer;
  for (const id of [kept, ended]) await insertSession(db, id, personId, by("signedIn"));
  await revokeSessionsOf(db, personId, by("signedOutElsewhere"), kept);
  expect(await liveSession(db, kept)).toMatchObject({ personId });
  expect(await liveSession(db, ended)).toBeUndefined();
  await changePerson(db, personId, { disabledAt: AT }, by("disabled"));
  expect(await liveSession(db, kept)).toBeUndefined();
});

test("of two folds of one log the later one stays, whichever is stored last", async () => {
  const command = makingOf(board);
  const { meetingId, boardId } = command;
  const decision = decide(unconvened, command, { by: board.clerk, at: AT });
  if (decision.outcome === "refused") throw new Error(decision.refusal.code);
  const making = { id: newCommand(), by: board.clerk, at: AT, command, events: decision.events };
  const summary = {
    boardId,
    title: "",
    startsAt: AT,
    lengthMinutes: 60,
    place: "",
    items: 0,
    phase: "closed",
    closedAt: AT,
  } as const;
  await appendIf(database.log, meetingId, 0, { commands: [making], summary });
  expect(await meetingsWithoutFacts(db, 1)).toContain(meetingId);
  const row = (throughSeq: number, version = 1) => ({
    meetingId,
    boardId,
    closedAt: AT,
    throughSeq,
    version,
    facts: { throughSeq },
  });
  for (const stored of [row(5), row(9), row(7)]) await storeFacts(db, stored);
  expect(await factsOfMeeting(db, meetingId)).toEqual(row(9));
  await storeFacts(db, row(9, 2));
  expect(await factsOfMeeting(db, meetingId)).toEqual(row(9, 2));
});
