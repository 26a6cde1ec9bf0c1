import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { auditOf } from "#db/audit.ts";
import { insertObjective } from "#db/objectives.ts";
import { changesOfLines, lineById, linesOf } from "#db/register-lines.ts";
import { LineId, ObjectiveId, type PersonId } from "#domain/ids.ts";
import { KeepLine } from "#domain/registers/lines.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { newMeeting, newPartner } from "#tests/support/ids.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, inSession } from "#tests/support/stored-meeting.ts";
import { allowedBoard } from "../auth/access.ts";
import { keptRegisters } from "./kept-registers.ts";
import { keepLine, strikeLine, undoLine } from "./lines.ts";
import { changeObjective } from "./objectives.ts";
import { objectivesView } from "./objectives-view.ts";
import { addPot, changePot } from "./pots.ts";
import { scrutinyView } from "./scrutiny-view.ts";
import { cycleView, supportView } from "./support-view.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse(await ownDatabase(inject("databaseUrl")));
});
afterAll(() => house.close());

const done = { ok: true };
const refused = (code: string, field: string | null = null) => ({ ok: false, problems: [{ field, code }] });
const newLine = () => LineId.parse(randomUUID());

const partnerOf = (board: StoredBoard) => {
  const partner = board.registers.partners.find(({ id }) =>
    board.registers.seats.some(({ partnerId }) => partnerId === id),
  );
  if (!partner) throw new Error("no partner");
  return partner.id;
};
const recommendation = (board: StoredBoard, fields: object = {}) => ({
  lineId: newLine(),
  boardId: board.boardId,
  basis: 0,
  kind: "recommendation",
  text: "Publish what support costs.",
  committee: "Overview and scrutiny",
  received: "2026-06-01",
  due: "2026-08-01",
  response: null,
  decision: null,
  ...fields,
});
const role = (board: StoredBoard, fields: object = {}) => ({
  lineId: newLine(),
  boardId: board.boardId,
  basis: 0,
  kind: "supportRole",
  name: "Partnership officer",
  employer: partnerOf(board),
  category: "policy",
  means: "cash",
  band: "Grade 9",
  from: "2020-01-01",
  until: null,
  ...fields,
});
const rate = (board: StoredBoard, fields: object = {}) => ({
  lineId: newLine(),
  boardId: board.boardId,
  basis: 0,
  kind: "supportRate",
  band: "Grade 9",
  pencePerHour: 3200,
  from: "2020-01-01",
  ...fields,
});

async function keep(person: PersonId, asked: object) {
  return keepLine(house, await asking(house, person), KeepLine.parse(asked));
}

async function allowedOn(board: StoredBoard, personId: PersonId) {
  const allowed = await allowedBoard(house.database.db, { personId }, board.boardId);
  if (!allowed) throw new Error("the board is theirs to read");
  return allowed;
}

async function closedMeeting(board: StoredBoard) {
  const { desks } = house.sockets;
  const { meetingId, item } = await inSession(desks, board);
  await carriedOut(desks, meetingId, board.clerk, { type: "closeItem", itemId: item, confirmed: [] });
  await carriedOut(desks, meetingId, board.clerk, { type: "closeMeeting" });
  return meetingId;
}

async function objective() {
  const id = ObjectiveId.parse(randomUUID());
  const change = { by: null, at: 1, what: "testPrepared" };
  await insertObjective(house.database.db, { id, title: "Warm homes", position: 1, endedAt: null }, change);
  return id;
}

describe("a line", () => {
  test("is put down, changed, struck out and taken back, and each leaves who, when and what it was", async () => {
    const board = await storedBoard(house.database);
    const clerk = await asking(house, board.clerk);
    const asked = recommendation(board);
    const { lineId } = asked;
    expect(await keep(board.clerk, asked)).toEqual(done);
    const response = { answer: "part", on: "2026-07-01", words: "From April." };
    expect(await keep(board.clerk, { ...asked, basis: 1, response })).toEqual(done);
    expect(await strikeLine(house, clerk, { lineId, basis: 2 })).toEqual(done);
    expect(await lineById(house.database.db, lineId)).toMatchObject({ turn: 3 });
    expect((await lineById(house.database.db, lineId))?.struckAt).not.toBeNull();

    // back to what was answered, then to the striking out again
    expect(await undoLine(house, clerk, { lineId, basis: 3 })).toEqual(done);
    expect(await lineById(house.database.db, lineId)).toMatchObject({ struckAt: null, holds: { response } });
    expect(await undoLine(house, clerk, { lineId, basis: 4 })).toEqual(done);
    expect((await lineById(house.database.db, lineId))?.struckAt).not.toBeNull();

    const changes = await changesOfLines(house.database.db, [lineId], 9);
    expect(changes.map(({ from, to, undoes, by }) => [from && "was", to && "is", undoes, by])).toEqual([
      ["was", null, true, board.clerk],
      [null, "is", true, board.clerk],
      ["was", null, false, board.clerk],
      ["was", "is", false, board.clerk],
      [null, "is", false, board.clerk],
    ]);
    expect(changes[3]).toMatchObject({ from: { response: null }, to: { response } });
  });

  test("is not overwritten by whoever has not seen the last change, and a form sent twice is one", async () => {
    const board = await storedBoard(house.database);
    const asked = recommendation(board);
    expect(await Promise.all([keep(board.clerk, asked), keep(board.clerk, asked)])).toContainEqual(done);
    expect(await keep(board.clerk, asked)).toEqual(done);
    expect(await keep(board.clerk, { ...asked, text: "Other words." })).toEqual(refused("changedMeanwhile"));
    expect(await keep(board.clerk, { ...asked, basis: 1 })).toEqual(refused("nothingChanges"));
    const both = await Promise.all([
      keep(board.clerk, { ...asked, basis: 1, text: "One." }),
      keep(board.clerk, { ...asked, basis: 1, text: "Other." }),
    ]);
    expect(both).toContainEqual(done);
    expect(both).toContainEqual(refused("changedMeanwhile"));
    expect(await changesOfLines(house.database.db, [asked.lineId], 9)).toHaveLength(2);
  });

  test("of a board is its clerk's alone; others are told so, strangers not even that", async () => {
    const board = await storedBoard(house.database);
    const other = await storedBoard(house.database);
    for (const person of [board.chair, board.observer, ...board.members])
      expect(await keep(person, recommendation(board))).toEqual(refused("roleMayNot"));
    for (const person of [board.stranger, other.clerk])
      expect(await keep(person, recommendation(board))).toEqual(refused("notFound"));
    const asked = recommendation(board);
    await keep(board.clerk, asked);
    const line = { lineId: asked.lineId, basis: 1 };
    expect(await strikeLine(house, await asking(house, other.clerk), line)).toEqual(refused("notFound"));
    expect(await undoLine(house, await asking(house, board.chair), line)).toEqual(refused("roleMayNot"));
    // the same id under another board is no way in
    expect(await keep(other.clerk, { ...asked, boardId: other.boardId, basis: 1 })).toEqual(
      refused("notFound"),
    );
    expect(await keep(board.clerk, { ...recommendation(board), boardId: null })).toEqual(
      refused("notUsable", "boardId"),
    );
  });

  test("of the whole partnership is any clerk's, and nobody else's", async () => {
    const board = await storedBoard(house.database);
    const objectiveId = await objective();
    const term = {
      lineId: newLine(),
      boardId: null,
      basis: 0,
      kind: "objectiveTerm",
      objectiveId,
      from: "2024-01-01",
      until: null,
    };
    expect(await keep(board.chair, term)).toEqual(refused("notYours"));
    expect(await keep(board.clerk, { ...term, boardId: board.boardId })).toEqual(
      refused("notUsable", "boardId"),
    );
    expect(await keep(board.clerk, term)).toEqual(done);
    // there is one for each objective
    expect(await keep(board.clerk, { ...term, lineId: newLine(), from: "2025-01-01" })).toEqual(
      refused("changedMeanwhile"),
    );
  });

  test("names only what is there, and of the same board", async () => {
    const board = await storedBoard(house.database);
    const other = await storedBoard(house.database);
    const theirs = await closedMeeting(other);
    const cycle = {
      lineId: newLine(),
      boardId: board.boardId,
      basis: 0,
      kind: "supportCycle",
      hours: [],
      costs: [],
    };
    expect(await keep(board.clerk, { ...cycle, meetingId: theirs })).toEqual(
      refused("notUsable", "meetingId"),
    );
    const own = await closedMeeting(board);
    const hours = [{ roleId: newLine(), hours: 1, estimated: false }];
    expect(await keep(board.clerk, { ...cycle, meetingId: own, hours })).toEqual(
      refused("notUsable", "hours"),
    );
    expect(await keep(board.clerk, role(board, { employer: newPartner() }))).toEqual(
      refused("partnerNotFound", "employer"),
    );
    const decision = { meetingId: newMeeting(), entryId: randomUUID() };
    expect(await keep(board.clerk, recommendation(board, { decision }))).toEqual(
      refused("notUsable", "decision"),
    );
    const evidence = {
      lineId: newLine(),
      boardId: null,
      basis: 0,
      kind: "objectiveEvidence",
      objectiveId: randomUUID(),
      source: "A",
      says: "B",
      on: "2026-01-01",
    };
    expect(await keep(board.clerk, evidence)).toEqual(refused("notUsable", "objectiveId"));
  });
});

describe("support", () => {
  test("is filled a cycle at a time; hours and rates are the clerk's alone, the sum is everybody's on the board", async () => {
    const board = await storedBoard(house.database);
    const meetingId = await closedMeeting(board);
    const [officer, assistant] = [role(board), role(board, { name: "Assistant", band: "Grade 5" })];
    for (const asked of [officer, assistant, rate(board)])
      expect(await keep(board.clerk, asked)).toEqual(done);
    const cost = {
      category: "meetings",
      bearer: partnerOf(board),
      means: "cash",
      pence: 18_500,
      what: "Room",
    };
    const cycle = {
      lineId: newLine(),
      boardId: board.boardId,
      basis: 0,
      kind: "supportCycle",
      meetingId,
      hours: [
        { roleId: officer.lineId, hours: 10, estimated: true },
        { roleId: assistant.lineId, hours: 4, estimated: false },
      ],
      costs: [cost],
    };
    expect(await keep(board.clerk, cycle)).toEqual(done);

    const { db } = house.database;
    const now = house.clock.now();
    const as = async (person: PersonId) => supportView(db, await allowedOn(board, person), now);
    // no rate for the assistant's band: at least so much, and the missing one has a name
    const clerk = await as(board.clerk);
    expect(clerk?.cycles).toMatchObject([
      { meetingId, pence: 50_500, isWhole: false, known: 1, expected: 2, estimated: 1 },
    ]);
    expect(clerk?.kept?.changes).toHaveLength(4);
    const filled = await cycleView(db, await allowedOn(board, board.clerk), { meetingId, now });
    expect(filled?.cost.roles.map(({ pence }) => pence)).toEqual([32_000, null]);

    await keep(board.clerk, rate(board, { band: "grade 5", pencePerHour: 1750 }));
    for (const person of [board.chair, board.observer, ...board.members]) {
      const read = await as(person);
      expect(read?.cycles).toMatchObject([{ pence: 57_500, isWhole: true }]);
      expect(read?.kept).toBeNull();
      // whatever the page may show, no rate and no hours travel with it
      expect(JSON.stringify(read)).not.toMatch(/pencePerHour|Grade|"hours"/i);
      expect(await cycleView(db, await allowedOn(board, person), { meetingId, now })).toBeNull();
    }
  });

  test("is borne by partners whose own totals only they, the chair and the clerk see", async () => {
    const board = await storedBoard(house.database);
    const other = await storedBoard(house.database);
    const meetingId = await closedMeeting(board);
    const cost = (bearer: string, pence: number) => ({
      category: "meetings",
      bearer,
      means: "cash",
      pence,
      what: "Room",
    });
    const costs = [cost(partnerOf(board), 100), cost(partnerOf(other), 900)];
    await keep(board.clerk, {
      lineId: newLine(),
      boardId: board.boardId,
      basis: 0,
      kind: "supportCycle",
      meetingId,
      hours: [],
      costs,
    });
    const partnersSeen = async (person: PersonId) => {
      const view = await supportView(house.database.db, await allowedOn(board, person), house.clock.now());
      return view?.year.byPartner.map(({ key }) => key);
    };
    const both = [partnerOf(other), partnerOf(board)];
    expect(await partnersSeen(board.clerk)).toEqual(both);
    expect(await partnersSeen(board.chair)).toEqual(both);
    expect(await partnersSeen(board.observer)).toEqual([partnerOf(board)]);
  });

  test("struck out, a cycle is not known any more, and can be filled again in its place", async () => {
    const board = await storedBoard(house.database);
    const meetingId = await closedMeeting(board);
    const cycle = {
      lineId: newLine(),
      boardId: board.boardId,
      basis: 0,
      kind: "supportCycle",
      meetingId,
      hours: [],
      costs: [{ category: "other", bearer: partnerOf(board), means: "cash", pence: 5, what: "Pens" }],
    };
    await keep(board.clerk, cycle);
    const clerk = await asking(house, board.clerk);
    await undoLine(house, clerk, { lineId: cycle.lineId, basis: 1 });
    const view = async () =>
      cycleView(house.database.db, await allowedOn(board, board.clerk), {
        meetingId,
        now: house.clock.now(),
      });
    expect(await view()).toMatchObject({ sum: { pence: 0 }, line: { id: cycle.lineId, turn: 2 } });
    expect(await keep(board.clerk, { ...cycle, basis: 2 })).toEqual(done);
    expect(await view()).toMatchObject({ sum: { pence: 5 } });
  });
});

describe("scrutiny and objectives", () => {
  test("unanswered recommendations come first, the soonest due at the top", async () => {
    const board = await storedBoard(house.database);
    const response = { answer: "accept", on: "2026-07-01", words: "" };
    for (const fields of [
      { text: "Late", due: "2026-09-01" },
      { text: "Answered", response },
      { text: "Soon", due: "2026-06-30" },
    ])
      await keep(board.clerk, recommendation(board, fields));
    const view = await scrutinyView(
      house.database.db,
      await allowedOn(board, board.observer),
      house.clock.now(),
    );
    expect(view?.recommendations.map(({ holds }) => holds.text)).toEqual(["Soon", "Late", "Answered"]);
  });

  test("known resources are added up by objective for all, by partner for those it is theirs to see", async () => {
    const board = await storedBoard(house.database);
    const other = await storedBoard(house.database);
    const objectiveId = await objective();
    const resource = (of: StoredBoard, fromPence: number, toPence: number) => ({
      lineId: newLine(),
      boardId: null,
      basis: 0,
      kind: "resource",
      objectiveId,
      partnerId: partnerOf(of),
      resourceKind: "aligned",
      year: 2031,
      fromPence,
      toPence,
      source: "Budget book",
    });
    await keep(board.clerk, resource(board, 100, 100));
    await keep(board.clerk, resource(other, 50, 90));
    const as = async (person: PersonId) =>
      objectivesView(house.database.db, await allowedOn(board, person), {
        now: house.clock.now(),
        year: 2031,
      });
    const seen = await as(board.observer);
    expect(seen?.objectives.find(({ id }) => id === objectiveId)?.known).toEqual({
      of: 2,
      fromPence: 150,
      toPence: 190,
    });
    expect(seen?.byPartner.map(({ partner }) => partner.id)).toEqual([partnerOf(board)]);
    expect((await as(board.chair))?.byPartner).toHaveLength(2);
  });

  test("an objective that was ended can be taken up again, and what it was called stays in the audit", async () => {
    const board = await storedBoard(house.database);
    const clerk = await asking(house, board.clerk);
    const objectiveId = await objective();
    const change = { objectiveId, title: "Warm homes for all", ended: false };
    expect(await changeObjective(house, clerk, change)).toEqual(done);
    expect(await changeObjective(house, clerk, { ...change, ended: true })).toEqual(done);
    const shown = async () => {
      const asked = { now: house.clock.now(), year: null };
      const view = await objectivesView(house.database.db, await allowedOn(board, board.clerk), asked);
      return view?.objectives.find(({ id }) => id === objectiveId)?.hasEnded;
    };
    expect(await shown()).toBe(true);
    expect(await changeObjective(house, clerk, change)).toEqual(done);
    expect(await shown()).toBe(false);
    const trail = await auditOf(house.database.db, { about: objectiveId, most: 9 });
    expect(trail.at(-2)).toMatchObject({ detail: { before: { title: "Warm homes" }, title: change.title } });
  });

  test("a pot is added by a clerk, told to meetings at once, ended and taken up again", async () => {
    const board = await storedBoard(house.database);
    const { desks } = house.sockets;
    const { meetingId } = await inSession(desks, board);
    const clerk = await asking(house, board.clerk);
    expect(await addPot(house, await asking(house, board.chair), { name: "Fund" })).toEqual(
      refused("notYours"),
    );
    const made = await addPot(house, clerk, { name: `Fund ${randomUUID()}` });
    if (!made.ok) throw new Error("not made");
    const pots = async () => (await desks.at(meetingId).copy()).meeting.registers.pots.map(({ id }) => id);
    expect(await pots()).toContain(made.potId);
    expect(await changePot(house, clerk, { potId: made.potId, name: "Old fund", ended: true })).toEqual(done);
    expect(await pots()).not.toContain(made.potId);
    expect(await changePot(house, clerk, { potId: made.potId, name: "Old fund", ended: false })).toEqual(
      done,
    );
    expect(await pots()).toContain(made.potId);
  });
});

test("what figures need of it all is handed over: cycles with what is missing, recommendations, objectives", async () => {
  const board = await storedBoard(house.database);
  const meetingId = await closedMeeting(board);
  const officer = role(board);
  const objectiveId = await objective();
  await keep(board.clerk, officer);
  await keep(
    board.clerk,
    recommendation(board, { response: { answer: "part", on: "2026-07-01", words: "" } }),
  );
  await keep(board.clerk, {
    lineId: newLine(),
    boardId: board.boardId,
    basis: 0,
    kind: "scrutinyItem",
    what: "The budget",
    committee: "Scrutiny",
    on: "2026-07-02",
    meetingId,
  });
  await keep(board.clerk, {
    lineId: newLine(),
    boardId: null,
    basis: 0,
    kind: "objectiveTerm",
    objectiveId,
    from: "2024-01-01",
    until: "2026-01-31",
  });
  const kept = await keptRegisters(house.database.db, { boardId: board.boardId }, house.clock.now());
  expect(kept.support).toMatchObject([
    {
      meetingId,
      roles: [
        { role: "Partnership officer", hours: null, ratePence: null, in: "cash", sector: "local-authority" },
      ],
      otherCosts: [],
    },
  ]);
  expect(kept.scrutiny).toMatchObject([{ due: "2026-08-01", answered: "2026-07-01", response: "part" }]);
  expect(kept.itemsTakenUp).toEqual([{ on: "2026-07-02", meetingId }]);
  expect(kept.objectives.find(({ id }) => id === objectiveId)).toEqual({
    id: objectiveId,
    from: Date.UTC(2024, 0, 1),
    until: Date.UTC(2026, 1, 1),
  });
  expect(await linesOf(house.database.db, { boardId: board.boardId, kinds: ["supportRole"] })).toHaveLength(
    1,
  );
});

test("a term ends with its last day, though the clocks change on it", async () => {
  const board = await storedBoard(house.database);
  const objectiveId = await objective();
  const term = { kind: "objectiveTerm", objectiveId, from: "2024-01-01", until: "2026-10-25" };
  expect(await keep(board.clerk, { lineId: newLine(), boardId: null, basis: 0, ...term })).toEqual(done);
  const kept = await keptRegisters(house.database.db, { boardId: board.boardId }, house.clock.now());
  expect(kept.objectives.find(({ id }) => id === objectiveId)?.until).toBe(Date.UTC(2026, 9, 26));
});
