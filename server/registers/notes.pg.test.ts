// Officers' notes on a board's figures, on a real database: who may write them, when a chart takes them, what stays of them.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { storeFacts } from "#db/facts.ts";
import { meetingById } from "#db/meetings.ts";
import { changesOfLines } from "#db/register-lines.ts";
import { dayOf } from "#domain/calendar.ts";
import { FACTS_VERSION } from "#domain/facts/facts.ts";
import { LineId, type MeetingId, type PersonId } from "#domain/ids.ts";
import { KeepLine } from "#domain/registers/lines.ts";
import { DAY, held, MINUTE, seat, sitting } from "#tests/support/held-facts.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { newEntry, newPartner } from "#tests/support/ids.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { CANARY, carriedOut, challenge, inSession } from "#tests/support/stored-meeting.ts";
import { allowedBoard } from "../auth/access.ts";
import { loadDashboard } from "../dashboard/load-dashboard.ts";
import { loadIndicator } from "../dashboard/load-indicator.ts";
import { loadOutside } from "../dashboard/load-outside.ts";
import { keepLine, strikeLine, undoLine } from "./lines.ts";

const MEETINGS = 26;
const indicator = "senior-commitment";

let house: TestHouse;
let board: StoredBoard;
let meetings: readonly MeetingId[];

beforeAll(async () => {
  house = await openHouse(await ownDatabase(inject("databaseUrl")));
  board = await storedBoard(house.database);
  const made: MeetingId[] = [];
  for (let place = 0; place < MEETINGS; place += 1) made.push(await heldMeeting(place));
  meetings = made;
}, 120_000);
afterAll(() => house.close());

/** One of a board that came to send people who may commit their organisations: half of them first, nine in ten later. */
async function heldMeeting(place: number): Promise<MeetingId> {
  const { desks } = house.sockets;
  const { db } = house.database;
  const { meetingId, item } = await inSession(desks, board);
  await carriedOut(desks, meetingId, board.clerk, { type: "closeItem", itemId: item, confirmed: [] });
  await carriedOut(desks, meetingId, board.clerk, { type: "closeMeeting" });
  const row = await meetingById(db, meetingId);
  if (!row?.closedAt) throw new Error("the meeting has closed");
  const atLevel = place < 13 ? 4 + (place % 3) : 8 + (place % 2);
  const openedAt = row.closedAt - (MEETINGS - place) * 30 * DAY;
  const seats = Array.from({ length: 10 }, (_, i) =>
    seat({ sittings: [sitting(90, { level: i < atLevel ? 4 : 1 })] }),
  );
  const facts = { ...held(0), meetingId, openedAt, closedAt: openedAt + 90 * MINUTE, seats };
  await storeFacts(db, {
    meetingId,
    boardId: board.boardId,
    closedAt: row.closedAt,
    throughSeq: row.lastSeq,
    version: FACTS_VERSION,
    facts,
  });
  return meetingId;
}

const done = { ok: true };
const refused = (code: string, field: string | null = null) => ({ ok: false, problems: [{ field, code }] });
const newLine = () => LineId.parse(randomUUID());
const note = (fields: object) => ({ lineId: newLine(), boardId: board.boardId, basis: 0, ...fields });
const finding = (fields: object = {}) =>
  note({
    kind: "finding",
    indicator,
    meetingId: meetings[25],
    side: "+",
    words: "Deputies came.",
    ...fields,
  });
const partition = (position: number, fields: object = {}) => {
  const meetingId = meetings[position - 1];
  return note({ kind: "partition", indicator, meetingId, reason: "New terms", trial: false, ...fields });
};

async function keep(person: PersonId, asked: object) {
  return keepLine(house, await asking(house, person), KeepLine.parse(asked));
}

async function viewed(person: PersonId) {
  const allowed = await allowedBoard(house.database.db, { personId: person }, board.boardId);
  if (!allowed) throw new Error("the board is theirs to read");
  const runtime = { ...house, sockets: { desks: house.sockets.desks } };
  const view = await loadIndicator(runtime, allowed, { indicator, period: undefined, meeting: undefined });
  if (!view) throw new Error("there is such an indicator");
  return view;
}

async function takenBack(asked: { lineId: LineId }, basis = 1) {
  const { lineId } = asked;
  expect(await strikeLine(house, await asking(house, board.clerk), { lineId, basis })).toEqual(done);
}

describe("a signal", () => {
  test("is a finding with its clerk's note, which everybody on the board reads with name and time", async () => {
    const before = await viewed(board.observer);
    expect(before.signals.map(({ side, notes }) => [side, notes.length])).toEqual([
      ["-", 0],
      ["+", 0],
    ]);
    const asked = finding();
    expect(await keep(board.clerk, asked)).toEqual(done);
    const { signals, writesNotes } = await viewed(board.observer);
    expect(writesNotes).toBe(false);
    expect(signals.map(({ notes }) => notes.map(({ holds, by }) => [holds.words, by]))).toEqual([
      [],
      [["Deputies came.", "Clerk"]],
    ]);
    expect(signals[1]?.notes[0]?.at).toBeGreaterThan(house.clock.now() - MINUTE);

    expect(await keep(board.clerk, { ...asked, basis: 1, words: "Other words." })).toEqual(done);
    const changes = await changesOfLines(house.database.db, [asked.lineId], 9);
    expect(
      changes.map(({ from, to }) => [from, to].map((held) => held && "words" in held && held.words)),
    ).toEqual([
      ["Deputies came.", "Other words."],
      [null, "Deputies came."],
    ]);
    await takenBack(asked, 2);
    const after = await viewed(board.clerk);
    expect(after.signals[1]).toMatchObject({ notes: [] });
    const again = finding({ words: "Again." });
    expect(await keep(board.clerk, again)).toEqual(done);
    // one note a signal: whoever comes second has not seen the first
    expect(await keep(board.clerk, finding())).toEqual(refused("changedMeanwhile"));
    await takenBack(again);
  });

  test("stands on the front page with its finding", async () => {
    const asked = finding();
    await keep(board.clerk, asked);
    const allowed = await allowedBoard(house.database.db, { personId: board.observer }, board.boardId);
    const front =
      allowed &&
      (await loadDashboard(house.database, allowed, { period: undefined, asOf: house.clock.now() }));
    const row = front?.headlines.find((headline) => headline.indicator.id === indicator);
    expect(row?.signals.at(-1)).toMatchObject({
      isCurrent: true,
      notes: [{ holds: { words: "Deputies came." } }],
    });
    await takenBack(asked);
  });

  test("must be there: what the rules do not mark is no finding", async () => {
    expect(await keep(board.clerk, finding({ side: "-" }))).toEqual(refused("noSignal"));
    expect(await keep(board.clerk, finding({ side: null }))).toEqual(refused("noSignal"));
    expect(await keep(board.clerk, finding({ indicator: "substitute-rate" }))).toEqual(refused("noSignal"));
  });

  test("of another board's meeting is nothing of this board's", async () => {
    const other = await storedBoard(house.database);
    const { meetingId } = await inSession(house.sockets.desks, other);
    expect(await keep(board.clerk, finding({ meetingId }))).toEqual(refused("notUsable", "meetingId"));
    expect(await keep(other.clerk, finding())).toMatchObject({ ok: false });
  });
});

describe("a recalculation", () => {
  test("draws the lines afresh for everybody, with its reason, until it is taken back", async () => {
    const asked = partition(14);
    expect(await keep(board.clerk, asked)).toEqual(done);
    const { trend, signals, recalculations } = await viewed(board.observer);
    expect(trend.breaks).toEqual([{ position: 14, why: "recalculation", reason: "New terms", note: 1 }]);
    expect(trend.reading.parts.map(({ standing }) => standing)).toEqual(["full", "full"]);
    expect(signals).toEqual([]);
    expect(recalculations).toMatchObject([{ number: 1, by: "Clerk", holds: { reason: "New terms" } }]);

    await takenBack(asked);
    expect((await viewed(board.observer)).trend.breaks).toEqual([]);
    const changes = (await viewed(board.clerk)).history?.changes.slice(0, 2);
    expect(changes?.map(({ lineId, to }) => [lineId, to === null])).toEqual([
      [asked.lineId, true],
      [asked.lineId, false],
    ]);
  });

  test("leaves a note on what it unmarks readable, and says it is marked no more", async () => {
    const [noted, cut] = [finding(), partition(14)];
    await keep(board.clerk, noted);
    await keep(board.clerk, cut);
    expect((await viewed(board.observer)).unmarked).toMatchObject([{ holds: { words: "Deputies came." } }]);
    await takenBack(cut);
    expect((await viewed(board.observer)).unmarked).toEqual([]);
    await takenBack(noted);
  });

  test("is refused beside its meeting where twelve are not left, and is a trial only where somebody says so", async () => {
    expect(await keep(board.clerk, partition(20))).toEqual(refused("partTooShort", "meetingId"));
    expect(await keep(board.clerk, partition(22, { trial: true }))).toEqual(
      refused("trialTooShort", "meetingId"),
    );
    expect(await keep(board.clerk, partition(1))).toEqual(refused("notOnChart", "meetingId"));
    expect(await keep(board.clerk, partition(14))).toEqual(done);
    expect(await keep(board.clerk, partition(14))).toEqual(refused("startsAlready", "meetingId"));
    await takenBack({ lineId: (await viewed(board.clerk)).recalculations[0]?.id ?? newLine() });
    const trial = partition(20, { trial: true });
    expect(await keep(board.clerk, trial)).toEqual(done);
    expect((await viewed(board.clerk)).trend.reading.parts.map(({ standing }) => standing)).toEqual([
      "full",
      "trial",
    ]);
    // its reason may be written anew; that it is a trial may not be unsaid
    expect(await keep(board.clerk, { ...trial, basis: 1, reason: "Why" })).toEqual(done);
    expect(await keep(board.clerk, { ...trial, basis: 2, reason: "Why", trial: false })).toEqual(
      refused("partTooShort", "meetingId"),
    );
    await takenBack(trial, 2);
  });

  test("taken back does not come back over another that has been made since", async () => {
    const [first, second] = [partition(14), partition(13)];
    await keep(board.clerk, first);
    await takenBack(first);
    expect(await keep(board.clerk, second)).toEqual(done);
    const clerk = await asking(house, board.clerk);
    expect(await undoLine(house, clerk, { lineId: first.lineId, basis: 2 })).toEqual(
      refused("partTooShort", "meetingId"),
    );
    await takenBack(second);
    expect(await undoLine(house, clerk, { lineId: first.lineId, basis: 2 })).toEqual(done);
    await takenBack(first, 3);
  });
});

describe("what happened outside", () => {
  const happening = (fields: object = {}) =>
    note({ kind: "happening", happened: "election", what: "All seats", on: "2026-05-07", ...fields });

  test("stands on every chart of its board by its letter, the earliest first, and leaves with its history", async () => {
    const at = (place: number) => dayOf(house.clock.now() - (MEETINGS - place) * 30 * DAY);
    const [late, early] = [
      happening({ on: at(20) }),
      happening({ on: at(5), happened: "chair", what: "Prof" }),
    ];
    expect(await keep(board.clerk, late)).toEqual(done);
    expect(await keep(board.clerk, early)).toEqual(done);
    const allowed = await allowedBoard(house.database.db, { personId: board.observer }, board.boardId);
    if (!allowed) throw new Error("the board is theirs to read");
    const asked = { period: undefined, asOf: house.clock.now(), which: "all" as const };
    const all = await loadDashboard(house.database, allowed, asked);
    for (const { trend } of all?.headlines ?? [])
      expect(trend.happenings.map(({ letter, what }) => [letter, what])).toEqual([
        ["a", "Prof"],
        ["b", "All seats"],
      ]);
    await takenBack(early);
    await takenBack(late);
    const view = await loadOutside(house.database.db, allowed, house.clock.now());
    expect(view).toMatchObject({ happenings: [], writesNotes: false });
    expect(view?.changes).toHaveLength(4);
  });

  test("has happened", async () => {
    const on = dayOf(house.clock.now() + 2 * DAY);
    expect(await keep(board.clerk, happening({ on }))).toEqual(refused("dayToCome", "on"));
  });
});

test("nobody but the board's clerk writes, changes, takes back or undoes a note", async () => {
  const asked = finding();
  expect(await keep(board.clerk, asked)).toEqual(done);
  const [member = board.chair] = board.members;
  for (const person of [board.chair, member, board.observer, board.stranger]) {
    const asker = await asking(house, person);
    const basis = { lineId: asked.lineId, basis: 1 };
    const answers = [
      await keep(person, finding({ meetingId: meetings[24] })),
      await keep(person, partition(14)),
      await keep(person, note({ kind: "happening", happened: "other", what: "X", on: "2020-01-01" })),
      await keep(person, { ...asked, basis: 1, words: "Mine." }),
      await strikeLine(house, asker, basis),
      await undoLine(house, asker, basis),
    ];
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
  }
  expect((await viewed(board.clerk)).signals.at(-1)?.notes).toMatchObject([{ turn: 1 }]);
  expect(await keep(board.clerk, { ...finding(), boardId: null })).toEqual(refused("notUsable", "boardId"));
  await takenBack(asked);
});

test("no note gives a sum that was named without the public, and no page of notes what was said then", async () => {
  const { desks } = house.sockets;
  const { meetingId, item, restrictedItem } = await inSession(desks, board);
  await carriedOut(desks, meetingId, board.chair, { type: "closeItem", itemId: item, confirmed: [] });
  await carriedOut(desks, meetingId, board.chair, { type: "excludePublic", reason: "Commercial terms" });
  await carriedOut(desks, meetingId, board.chair, { type: "openItem", itemId: restrictedItem });
  await carriedOut(desks, meetingId, board.clerk, {
    type: "recordMoneyPoint",
    entryId: newEntry(),
    itemId: restrictedItem,
    speaker: challenge(board, restrictedItem).speaker,
    text: CANARY,
    ownPartner: board.registers.seats[0]?.partnerId ?? newPartner(),
    moneyKind: "pooled",
    amount: { kind: "stated", pence: 777_000_00 },
    period: "2026/27",
    source: "Valuation",
    pot: null,
    stage: "mentioned",
  });
  for (const [asked, field] of [
    [finding({ words: "It is the land: £777,000." }), "words"],
    [partition(14, { reason: "777k" }), "reason"],
    [note({ kind: "happening", happened: "money", what: "0.777 million", on: "2020-01-01" }), "what"],
  ] as const)
    expect(await keep(board.clerk, asked)).toEqual(refused("closedSum", field));
  expect(JSON.stringify(await viewed(board.observer))).not.toContain(CANARY);
});
