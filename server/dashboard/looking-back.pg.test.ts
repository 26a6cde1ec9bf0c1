// What each kind of reader finds when looking back at a closed meeting, on a real database.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { factsOfMeeting, storeFacts } from "#db/facts.ts";
import { FACTS_VERSION } from "#domain/facts/facts.ts";
import type { MeetingId, PersonId } from "#domain/ids.ts";
import { entryOf } from "#domain/meeting/look-up.ts";
import { newMeeting } from "#tests/support/ids.ts";
import { closedMeeting, lookingBackOn } from "#tests/support/looking-back.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { CANARY, carriedOut } from "#tests/support/stored-meeting.ts";
import { allowedBoard } from "../auth/access.ts";
import { loadMinutes } from "../documents/load-minutes.ts";
import type { LookingBack } from "../runtime.ts";
import { loadDashboard } from "./load-dashboard.ts";
import { loadIndicator } from "./load-indicator.ts";

const database = openDatabase(inject("databaseUrl"));
let house: LookingBack;
let board: StoredBoard;
let meetingId: MeetingId;

beforeAll(async () => {
  house = await lookingBackOn(database);
  board = await storedBoard(database);
  meetingId = await closedMeeting(house, board);
});
afterAll(() => database.close());

const boardOf = (personId: PersonId) => allowedBoard(database.db, { personId }, board.boardId);

async function dashboardOf(personId: PersonId) {
  const allowed = await boardOf(personId);
  return allowed && loadDashboard(database, allowed, { period: undefined, asOf: house.clock.now() });
}

async function behind(personId: PersonId, indicator: string, meeting: string = meetingId) {
  const allowed = await boardOf(personId);
  return allowed && loadIndicator(house, allowed, { indicator, period: undefined, meeting });
}

describe("the dashboard of a board", () => {
  test("is for those with a role on it, and is nothing to a stranger", async () => {
    expect(await dashboardOf(board.stranger)).toBeNull();
    for (const person of [board.chair, board.clerk, board.observer]) {
      expect(await dashboardOf(person)).toMatchObject({
        meetings: [{ meetingId }],
        headlines: [
          { indicator: { id: "challenge-rate" } },
          { indicator: { id: "challenge-response" } },
          { indicator: { id: "money-candour" } },
          { indicator: { id: "sector-voice-balance" } },
          { indicator: { id: "performance-detail-share" } },
          { indicator: { id: "senior-commitment" } },
        ],
      });
    }
  });

  test("has the same twenty-eight figures for whoever may look, and no word that was said in private", async () => {
    const figuresOf = async (personId: PersonId) => {
      const allowed = await boardOf(personId);
      const asked = { period: undefined, asOf: house.clock.now(), which: "all" as const };
      const found = allowed && (await loadDashboard(database, allowed, asked));
      return found?.headlines.map(({ indicator, trend, counted, pooled }) =>
        JSON.stringify({ id: indicator.id, points: trend.points, counted, pooled }),
      );
    };
    const [whole, open] = await Promise.all([figuresOf(board.chair), figuresOf(board.observer)]);
    expect(whole).toHaveLength(28);
    expect(open).toEqual(whole);
    expect(open?.join()).not.toContain(CANARY);
  });

  test("folds again what another version has folded, and stores it", async () => {
    await expect.poll(() => factsOfMeeting(database.db, meetingId)).toBeDefined();
    const row = await factsOfMeeting(database.db, meetingId);
    if (!row) throw new Error("no facts");
    await database.log`update meeting_facts set version = 0, facts = '{"of":"another time"}' where meeting_id = ${meetingId}`;
    expect(await dashboardOf(board.chair)).toMatchObject({ waiting: 0, meetings: [{ meetingId }] });
    expect(await factsOfMeeting(database.db, meetingId)).toEqual(row);
  });

  test("keeps what it has read, and reads a row again as soon as it was written again", async () => {
    const first = await dashboardOf(board.chair);
    const again = await dashboardOf(board.observer);
    expect(again?.meetings[0]).toBe(first?.meetings[0]);
    expect(again?.headlines[0]?.trend).toBe(first?.headlines[0]?.trend);

    const row = await factsOfMeeting(database.db, meetingId);
    if (!row) throw new Error("no facts");
    await storeFacts(database.db, { ...row, facts: { ...Object(row.facts), businessMs: 1234 } });
    expect(await dashboardOf(board.chair)).toMatchObject({ meetings: [{ meetingId, businessMs: 1234 }] });
    await storeFacts(database.db, row);
    const then = await dashboardOf(board.chair);
    expect(then?.meetings[0]).toEqual(first?.meetings[0]);
  });

  test("never shows facts of a later version than its own", async () => {
    const row = await factsOfMeeting(database.db, meetingId);
    if (!row) throw new Error("no facts");
    await storeFacts(database.db, { ...row, version: FACTS_VERSION + 1, facts: { of: "a time to come" } });
    expect(await dashboardOf(board.chair)).toMatchObject({ waiting: 0, meetings: [{ meetingId }] });
    await database.log`delete from meeting_facts where meeting_id = ${meetingId}`;
    expect(await dashboardOf(board.chair)).toMatchObject({ meetings: [{ meetingId }] });
  });
});

describe("the way down from a figure", () => {
  test("counts the same for all, and withholds words from those not cleared", async () => {
    const [whole, open] = await Promise.all([
      behind(board.chair, "challenge-rate"),
      behind(board.observer, "challenge-rate"),
    ]);
    for (const view of [whole, open]) expect(view?.behind?.evidence).toHaveLength(2);
    expect(JSON.stringify(whole?.behind?.meeting)).toContain(CANARY);
    expect(JSON.stringify(open)).not.toContain(CANARY);
  });

  test("leads to no meeting of another board, and to no indicator that is not there", async () => {
    expect(await behind(board.chair, "challenge-rate", newMeeting())).toBeNull();
    expect(await behind(board.chair, "league-table")).toBeNull();
    expect(await behind(board.stranger, "challenge-rate")).toBeNull();
  });
});

describe("minutes", () => {
  const read = (personId: PersonId, form: "whole" | "public" = "whole") =>
    loadMinutes(house, { personId }, { meetingId, form });

  test("are drafted by the clerk, approved by the chair, and then everybody’s in their public form", async () => {
    const { desks } = house.sockets;
    expect(await read(board.stranger)).toBeNull();
    expect(await read(board.clerk)).toMatchObject({ phase: "closed", act: "draftMinutes" });
    expect(await read(board.chair)).toMatchObject({ act: null });

    await carriedOut(desks, meetingId, board.clerk, { type: "draftMinutes" });
    expect(await read(board.chair)).toMatchObject({ act: "approveMinutes", minutes: { status: "draft" } });
    expect(await read(board.stranger)).toBeNull();

    await carriedOut(desks, meetingId, board.chair, { type: "approveMinutes" });
    const [whole, own, observed, strange] = await Promise.all([
      read(board.chair),
      read(board.chair, "public"),
      read(board.observer),
      read(board.stranger),
    ]);
    expect(JSON.stringify(whole)).toContain(CANARY);
    for (const open of [own, observed, strange]) {
      expect(open).toMatchObject({ form: "public", minutes: { status: "approved" } });
      expect(JSON.stringify(open)).toContain("Restricted item");
      expect(JSON.stringify(open)).not.toContain(CANARY);
    }
    expect([observed?.hasRecord, strange?.hasRecord]).toEqual([true, false]);
  });

  test("stand as they were approved, whatever is answered afterwards", async () => {
    const before = await read(board.chair);
    const { meeting } = await house.sockets.desks.at(meetingId).copy();
    const entry = meeting.items.flatMap(({ entries }) => entries)[0];
    if (!entry) throw new Error("nothing recorded");
    await carriedOut(house.sockets.desks, meetingId, board.clerk, {
      type: "respondToChallenge",
      entryId: entry.id,
      speaker: { as: "chair" },
      kind: "answered",
      text: "In writing.",
      promisedBy: null,
      heardAt: null,
    });
    const after = await house.sockets.desks.at(meetingId).copy();
    expect(entryOf(after.meeting, entry.id)).toMatchObject({ responses: [{ text: "In writing." }] });
    expect((await read(board.chair))?.minutes).toEqual(before?.minutes);
  });
});
