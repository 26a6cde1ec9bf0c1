// What each kind of reader finds in the files of a board's registers, and a program through the interface.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import * as z from "zod";
import { registerTables } from "#app/api/boards/[boardId]/tables/register-tables.ts";
import { insertObjective } from "#db/objectives.ts";
import { insertPot } from "#db/pots.ts";
import { insertLine } from "#db/register-lines.ts";
import { LineId, type MeetingId, type PersonId } from "#domain/ids.ts";
import { type Holds, slotOf } from "#domain/registers/lines.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { newEntry, newObjective, newPot } from "#tests/support/ids.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { CANARY, carriedOut, inSession } from "#tests/support/stored-meeting.ts";
import { answerByKey } from "../api/answer.ts";
import { registerRoutes } from "../api/register-routes.ts";
import { allowedBoard } from "../auth/access.ts";
import { openLog } from "../log.ts";
import { makeKey } from "../registers/keys.ts";
import type { Runtime } from "../runtime.ts";

const FORMULA = '=HYPERLINK("http://evil.example";"Read")';
/** Seen by clerks only. */
const BAND = "Grade Nine";
const PENCE_AN_HOUR = 4321;
const HOURS = 7;

let house: TestHouse;
let board: StoredBoard;
let other: StoredBoard;
let token: string;

async function oneMeeting(actions: readonly string[]): Promise<MeetingId> {
  const { desks } = house.sockets;
  const { meetingId, item, restrictedItem } = await inSession(desks, board);
  const record = (itemId: typeof item, text: string) =>
    carriedOut(desks, meetingId, board.clerk, {
      type: "recordAction",
      entryId: newEntry(),
      itemId,
      speaker: { as: "officer" },
      text,
      owner: board.seats[0] ?? null,
      due: "2027-03-01",
      size: "small",
      decision: null,
    });
  for (const text of actions) await record(item, text);
  const close = { type: "closeItem" as const, confirmed: [] };
  await carriedOut(desks, meetingId, board.chair, { ...close, itemId: item });
  await carriedOut(desks, meetingId, board.chair, { type: "excludePublic", reason: "Commercial terms" });
  await carriedOut(desks, meetingId, board.chair, { type: "openItem", itemId: restrictedItem });
  await record(restrictedItem, `Buy ${CANARY}`);
  await carriedOut(desks, meetingId, board.chair, { ...close, itemId: restrictedItem });
  await carriedOut(desks, meetingId, board.chair, { type: "closeMeeting" });
  return meetingId;
}

async function keep(holds: Holds, of: StoredBoard | null = null): Promise<LineId> {
  const id = LineId.parse(randomUUID());
  await insertLine(
    house.database.db,
    { id, boardId: of?.boardId ?? null, slot: slotOf(holds), holds },
    { by: null, at: house.clock.now(), what: "testPrepared" },
  );
  return id;
}

beforeAll(async () => {
  house = await openHouse(await ownDatabase(inject("databaseUrl")));
  const { db } = house.database;
  const change = { by: null, at: house.clock.now(), what: "testPrepared" };
  [board, other] = [await storedBoard(house.database), await storedBoard(house.database)];
  await oneMeeting(["Alpha", "Beta", FORMULA]);
  const meetingId = await oneMeeting(["Gamma", "Delta"]);

  const [objectiveId, potId] = [newObjective(), newPot()];
  const partnerId = board.registers.partners[0]?.id;
  if (!partnerId) throw new Error("a board has partners");
  await insertObjective(db, { id: objectiveId, title: "Warm homes", position: 1, endedAt: null }, change);
  await insertPot(db, { id: potId, name: "Green fund", endedAt: null }, change);
  await keep({ kind: "objectiveTerm", objectiveId, from: "2024-04-01", until: null });
  await keep({ kind: "objectiveEvidence", objectiveId, source: "Census", says: "Cold", on: "2024-01-01" });
  await keep({
    kind: "objectiveChampion",
    objectiveId,
    champion: { of: "partner", partnerId },
    from: "2024-04-01",
    until: null,
  });
  await keep({
    kind: "resource",
    objectiveId,
    partnerId,
    resourceKind: "aligned",
    year: 2026,
    fromPence: 100_000,
    toPence: 250_050,
    source: "+Budget book",
  });
  await keep({ kind: "pot", potId, partners: [partnerId], pence: 500_000, from: "2025-01-01", until: null });
  const recommendation = {
    kind: "recommendation" as const,
    text: "Publish what support costs.",
    committee: "Overview and scrutiny",
    received: "2026-06-01",
    due: "2026-08-01",
    response: null,
    decision: null,
  };
  await keep(recommendation, board);
  await keep({ ...recommendation, text: "Of another board" }, other);
  const roleId = await keep(
    {
      kind: "supportRole",
      name: "Officer",
      employer: partnerId,
      category: "policy",
      means: "cash",
      band: BAND,
      from: "2020-01-01",
      until: null,
    },
    board,
  );
  await keep({ kind: "supportRate", band: BAND, pencePerHour: PENCE_AN_HOUR, from: "2020-01-01" }, board);
  await keep(
    {
      kind: "supportCycle",
      meetingId,
      hours: [{ roleId, hours: HOURS, estimated: false }],
      costs: [{ category: "meetings", bearer: partnerId, means: "inKind", pence: 2000, what: "A room" }],
    },
    board,
  );
  const made = await makeKey(house, await asking(house, board.clerk), {
    name: "An analyst",
    boards: [board.boardId],
    scopes: ["records"],
    days: 30,
  });
  if (!made.ok) throw new Error("the clerk makes keys");
  token = made.token;
});
afterAll(() => house.close());

async function file(name: string, personId: PersonId, of = board): Promise<string> {
  const allowed = await allowedBoard(house.database.db, { personId }, of.boardId);
  if (!allowed) return "notThere";
  // a file needs no more of the house than this
  return (await registerTables[name]?.csv(house as unknown as Runtime, allowed)) ?? "notThere";
}

const names = registerRoutes.map(({ path }) => path.split("/").slice(3).join("-"));
const everyFile = async (personId: PersonId) =>
  (await Promise.all(names.map((name) => file(name, personId)))).join("\n");

const List = z.object({ data: z.array(z.record(z.string(), z.unknown())), next: z.string().nullable() });
const ask = (path: string) =>
  answerByKey(
    { ...house, log: openLog("fatal") },
    new Request(`http://house.test/api/v1/boards/${board.boardId}/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    }),
  );
const listed = async (path: string) => List.parse(await (await ask(path)).json());

describe("the registers as files", () => {
  test("are one for each that a program can ask for", () => {
    expect(names.filter((name) => !Object.hasOwn(registerTables, name))).toEqual([]);
  });

  test("hold the actions of all meetings, the latest first, and what each register is for", async () => {
    const actions = await file("actions", board.observer);
    const said = [...actions.matchAll(/Alpha|Beta|Gamma|Delta|HYPERLINK/g)].map(([text]) => text);
    expect(said.toSorted()).toEqual(["Alpha", "Beta", "Delta", "Gamma", "HYPERLINK"]);
    expect(await file("objectives", board.observer)).toMatch(/Warm homes,2024-04-01,,No,City .*Census/);
    expect(await file("resources", board.observer)).toMatch(/2026\/27,Warm homes,City .*,1000\.00,2500\.50/);
    expect(await file("pots", board.observer)).toMatch(/Green fund,5000\.00,City /);
    expect(await file("recommendations", board.observer)).toMatch(/Publish what .*2026-06-01,2026-08-01/);
    expect(await file("support", board.observer)).toContain(",322.47,1,1,0");
    expect(await file("support-year", board.observer)).toMatch(/What it goes on,.*,302\.47,2/);
  });

  test("hold nothing taken without the public, whoever takes them, and nothing of another board", async () => {
    for (const person of [board.chair, board.clerk, board.observer, ...board.members]) {
      const files = await everyFile(person);
      expect(files).toContain("Delta");
      expect(files).not.toContain(CANARY);
      expect(files).not.toContain("Of another board");
    }
    expect(await file("actions", board.stranger)).toBe("notThere");
    expect(await file("actions", board.clerk, other)).toBe("notThere");
  });

  test("hold no grade, no rate and no hours, not even the clerk's", async () => {
    for (const person of [board.clerk, board.chair, board.observer]) {
      const files = await everyFile(person);
      expect(files).not.toContain(BAND);
      expect(files).not.toContain((PENCE_AN_HOUR / 100).toFixed(2));
    }
    const answers = await Promise.all(
      registerRoutes.map(({ path }) => ask(path.split("/").slice(3).join("/")).then((one) => one.text())),
    );
    expect(answers.join()).not.toMatch(new RegExp(`${BAND}|${PENCE_AN_HOUR}|hours|band`, "i"));
  });

  test("keep what begins like a formula a person's words", async () => {
    const files = `${await file("actions", board.observer)}\n${await file("resources", board.observer)}`;
    expect(files).toContain(`"'=HYPERLINK`);
    expect(files).toContain(",'+Budget book");
    expect(files).not.toMatch(/(^|,)"?[=+@]/m);
  });
});

describe("the registers through the interface", () => {
  test("have the shapes that are described, and are not empty", async () => {
    for (const { path, shape } of registerRoutes) {
      const { data } = await listed(path.split("/").slice(3).join("/"));
      for (const row of data) expect(shape.safeParse(row).error).toBeUndefined();
      expect([path, data.length > 0]).toEqual([path, !path.endsWith("decisions")]);
    }
  });

  test("come a page at a time over the meetings, each action once", async () => {
    const whole = await listed("actions");
    const meetings = (await listed("meetings")).data.map(({ id }) => id);
    expect([...new Set(whole.data.map(({ meetingId }) => meetingId))]).toEqual(meetings);
    expect(whole.data.map(({ text }) => String(text)).toSorted()).toEqual(
      [FORMULA, "Alpha", "Delta", "Beta", "Gamma"].toSorted(),
    );
    expect(whole.next).toBeNull();
    for (const limit of [1, 2, 3, 4]) {
      const walked: unknown[] = [];
      let next: string | null = "";
      while (next !== null) {
        const page: z.infer<typeof List> = await listed(
          `actions?limit=${limit}${next === "" ? "" : `&cursor=${next}`}`,
        );
        expect(page.data.length).toBeLessThanOrEqual(limit);
        walked.push(...page.data);
        next = page.next;
      }
      expect(walked).toEqual(whole.data);
    }
    for (const cursor of ["zzzz", Buffer.from(randomUUID()).toString("base64url")])
      expect((await ask(`actions?cursor=${cursor}`)).status).toBe(400);
  });

  test("hold nothing taken without the public", async () => {
    for (const { path } of registerRoutes)
      expect(await (await ask(path.split("/").slice(3).join("/"))).text()).not.toContain(CANARY);
  });
});
