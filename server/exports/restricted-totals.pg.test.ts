// Whoever may not see a restricted amount cannot work it out: two houses hold the very same meetings but for the sums
// that were said without the public, and everything that such a reader is shown, can take away as a file or can ask for
// by a key is the same in both, to the letter. So no total, no count and no rounding between them tells.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { recordTables } from "#app/_tables/record-tables.ts";
import { BESIDE } from "#app/(signed-in)/dashboard/_figures/beside.ts";
import {
  behindCsv,
  everyMeetingCsv,
  everyYearCsv,
  figuresCsv,
  madeOfCsv,
} from "#app/api/boards/[boardId]/tables/figure-tables.ts";
import { registerTables } from "#app/api/boards/[boardId]/tables/register-tables.ts";
import { togetherTables } from "#app/api/boards/[boardId]/tables/together-tables.ts";
import { yearTables } from "#app/api/boards/[boardId]/tables/year-tables.ts";
import { giveRole } from "#db/board-roles.ts";
import { insertBoard } from "#db/boards.ts";
import { appendIf, type DecidedCommand } from "#db/event-log.ts";
import { insertPartner } from "#db/partners.ts";
import { insertPerson } from "#db/people.ts";
import { insertPot } from "#db/pots.ts";
import { insertSeat } from "#db/seats.ts";
import type { PersonId } from "#domain/ids.ts";
import { INDICATORS } from "#domain/indicators/all.ts";
import { Command } from "#domain/meeting/commands.ts";
import type { MeetingEvent, RecordedEvent } from "#domain/meeting/events.ts";
import { replay } from "#domain/meeting/meeting.ts";
import type { Role } from "#domain/meeting/registers.ts";
import { DAY } from "#tests/support/held-facts.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { newEntry, newItem, newMeeting, newPerson, newPot } from "#tests/support/ids.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import {
  begun,
  boardId,
  business,
  clerk,
  type Happened,
  logOf,
  OPENED_AT,
  registersWith,
} from "#tests/support/played-meeting.ts";
import { answerByKey } from "../api/answer.ts";
import { routes } from "../api/routes.ts";
import { allowedBoard } from "../auth/access.ts";
import { loadDashboard, loadFrontPage } from "../dashboard/load-dashboard.ts";
import { loadIndicator } from "../dashboard/load-indicator.ts";
import { loadYear } from "../dashboard/load-year.ts";
import { loadMinutes } from "../documents/load-minutes.ts";
import { openLog } from "../log.ts";
import { findMatters } from "../meetings/find-matters.ts";
import { foldMissingFacts } from "../meetings/fold-facts.ts";
import { listMeetings } from "../meetings/list-meetings.ts";
import { summaryOf } from "../meetings/summary.ts";
import { loadPaper, paperInPrint } from "../paper/load-paper.ts";
import { writePaper } from "../paper/write-paper.ts";
import { makeKey } from "../registers/keys.ts";
import type { Runtime } from "../runtime.ts";
import { loadFacts } from "./load-facts.ts";
import { loadRecordFile } from "./load-record-file.ts";

/** One as small as can be, and one with every digit told apart. */
const AMOUNTS = [
  [100, 200, 300],
  [7_654_321_00, 12_345_67, 9_999_999_99],
] as const;

const { registers: seats, seated } = registersWith([
  { sector: "local-authority" },
  { sector: "private" },
  { sector: "private" },
  { sector: "voluntary-community" },
]);
const [chair, firm, barred] = seated;
if (!chair || !firm || !barred) throw new Error("the board has seats");
const firmPartner = seats.seats[1]?.partnerId;
if (!firmPartner) throw new Error("the seat has a partner");
const [observer, onlooker] = [newPerson(), newPerson()];
const roles: readonly (readonly [PersonId, Role])[] = [
  [clerk, "clerk"],
  [chair.person, "chair"],
  [firm.person, "member"],
  [barred.person, "member"],
  [observer, "observer"],
  [onlooker, "observer"],
];
const pot = newPot();
const registers = {
  ...seats,
  pots: [{ id: pot, title: "Green fund" }],
  roles: roles.map(([personId, role]) => ({ personId, role })),
};
const meetingIds = Array.from({ length: 3 }, newMeeting);
const shut = newItem();
const said = Array.from({ length: 8 }, newEntry);

function money(place: number, itemId: typeof shut, pence: number): MeetingEvent {
  return {
    type: "moneyPointRecorded",
    entryId: said[place] ?? newEntry(),
    itemId,
    no: place + 1,
    speaker: { as: "seat", seat: firm?.seat ?? ("" as never) },
    text: "For the homes.",
    ownPartner: firmPartner as NonNullable<typeof firmPartner>,
    moneyKind: "aligned",
    amount: { kind: "stated", pence },
    period: "2026",
    source: "Our budget",
    // the same pot is spoken of openly, so that what is restricted could leak into what is not
    pot,
    stage: "offered",
  };
}

/** Four sums said openly; three without the public, one of them agreed and one spent at another sum. */
function happened(nth: number, amounts: readonly number[]): readonly Happened[] {
  const start = begun(registers, seated, meetingIds[nth]);
  const added = start.find(([, event]) => event.type === "itemAdded")?.[1];
  if (added?.type !== "itemAdded") throw new Error("the agenda has items");
  const openness = { kind: "restricted" as const, ground: "3", reviewOn: "2027-01-01" };
  const stage = (place: number, of: "agreed" | "spent", pence: number): Happened => [
    45,
    {
      type: "moneyStageRecorded",
      itemId: shut,
      entryId: said[4 + place] ?? newEntry(),
      stage: of,
      pence,
      heardAt: null,
    },
  ];
  return [
    ...start,
    [0, { ...added, itemId: shut, heading: { ...added.heading, title: "Land", openness } }],
    [
      0,
      {
        type: "interestDeclared",
        itemId: shut,
        person: barred?.person ?? clerk,
        kind: "prejudicial",
        nature: "It is our land.",
      },
    ],
    [1, { type: "itemOpened", itemId: business }],
    ...[0, 1, 2, 3].map((place): Happened => [2, money(place, business, 100_000)]),
    [30, { type: "itemClosed", itemId: business, confirmed: said.slice(0, 4) }],
    [30, { type: "publicExcluded", reason: "Terms" }],
    [31, { type: "itemOpened", itemId: shut }],
    ...amounts.map((pence, place): Happened => [32, money(4 + place, shut, pence)]),
    stage(0, "agreed", (amounts[0] ?? 0) * 2),
    stage(1, "spent", (amounts[1] ?? 0) + 1),
    [60, { type: "itemClosed", itemId: shut, confirmed: said.slice(4, 7) }],
    [60, { type: "meetingClosed" }],
  ];
}

/** The same events at the same moments under the same ids: nothing differs but the sums. */
const logs = meetingIds.map((_, nth) => {
  const moved = (log: readonly RecordedEvent[]) =>
    log.map((each) => ({ ...each, at: each.at + nth * 60 * DAY }));
  const first = moved(logOf(happened(nth, AMOUNTS[0])));
  const second = moved(logOf(happened(nth, AMOUNTS[1])));
  return [
    first,
    second.map((each, place) => ({ ...each, commandId: first[place]?.commandId ?? each.commandId })),
  ];
});
const NOW = OPENED_AT + 300 * DAY;

async function houseOf(which: 0 | 1): Promise<TestHouse> {
  const opened = await openHouse(await ownDatabase(inject("databaseUrl")));
  const { db, log } = opened.database;
  const change = { by: null, at: 0, what: "testPrepared" };
  for (const partner of registers.partners) await insertPartner(db, partner, change);
  for (const [place, [id]] of [...roles, [seated[3]?.person ?? clerk, "member"] as const].entries())
    await insertPerson(
      db,
      {
        id,
        name: `Person ${place}`,
        email: null,
        post: "Director",
        level: 3,
        electedOffice: null,
        partnerId: registers.people.find((each) => each.id === id)?.partnerId ?? null,
        siteAdmin: false,
        passwordHash: null,
      },
      change,
    );
  const { name, layer, rules } = registers.board;
  await insertBoard(db, { id: boardId, name, layer, rules, settings: {}, position: 1 }, change);
  for (const [position, seat] of registers.seats.entries())
    await insertSeat(
      db,
      {
        id: seat.id,
        boardId,
        partnerId: seat.partnerId,
        label: seat.label,
        code: seat.code,
        level: seat.level,
        fullMember: seat.full,
        position,
        principalId: seat.principal,
        endedAt: null,
        substitutes: [],
      },
      change,
    );
  for (const [personId, role] of roles) await giveRole(db, { boardId, personId, role }, change);
  await insertPot(db, { id: pot, name: "Green fund", endedAt: null }, change);

  const command = Command.parse({ type: "closeMeeting" });
  for (const both of logs) {
    const events = both[which] ?? [];
    const meeting = replay(events);
    const summary = summaryOf(meeting);
    if (!summary || !meeting.id) throw new Error("a meeting was made");
    const commands = events.map(
      ({ commandId, by, at, event }): DecidedCommand => ({ id: commandId, by, at, command, events: [event] }),
    );
    await appendIf(log, meeting.id, 0, { commands, summary });
  }
  await foldMissingFacts(opened.database);
  return { ...opened, clock: { ...opened.clock, now: () => NOW } };
}

const asText = (value: unknown) =>
  JSON.stringify(value, (_key, each: unknown) =>
    each instanceof Map ? [...each] : each instanceof Set ? [...each] : each,
  );

/** Everything this person is shown or can take away, each by its name. */
async function toldTo(house: TestHouse, personId: PersonId): Promise<ReadonlyMap<string, string>> {
  const { database } = house;
  const told = new Map<string, string>();
  const asker = await asking(house, personId, "00000000-0000-4000-8000-000000000009");
  const board = await allowedBoard(database.db, { personId }, boardId);
  if (!board) throw new Error("they hold a role on the board");
  const asked = { period: undefined, asOf: NOW, which: "all" as const };
  const dashboard = await loadDashboard(database, board, asked);
  if (!dashboard) throw new Error("there is a dashboard");
  told.set("all figures", asText(dashboard));
  told.set("all figures as a file", figuresCsv(dashboard));
  for (const { id } of INDICATORS)
    for (const meeting of [undefined, ...meetingIds]) {
      const view = await loadIndicator(house, board, { indicator: id, period: undefined, meeting });
      if (!view) throw new Error(`no page of ${id}`);
      const of = meeting ? `${id}, behind one meeting, ${meeting}` : id;
      told.set(of, asText(view));
      const files = { everyMeetingCsv, everyYearCsv, madeOfCsv, ...(meeting && { behindCsv }) };
      for (const [name, csv] of Object.entries(files)) told.set(`${of}, ${name}`, csv(view));
    }
  for (const [name, { csv }] of Object.entries(registerTables))
    told.set(`register ${name}`, await csv(house as unknown as Runtime, board));
  const page = await loadFrontPage(database, board, { period: undefined, asOf: NOW, beside: BESIDE });
  const year = await loadYear(house, board, { period: undefined });
  if (!page || !year) throw new Error("there are a front page and a year");
  told.set("the front page", asText(page));
  for (const [name, { csv }] of Object.entries(togetherTables)) told.set(name, csv(page));
  for (const [name, { csv }] of Object.entries(yearTables))
    told.set(`year ${name}`, await csv(year, house as unknown as Runtime, board, asker));
  told.set("facts", asText(await loadFacts(database, board, asked)));
  told.set("meetings", asText(await listMeetings(house, asker, { board: null, year: null })));
  for (const kind of ["action", "decision"] as const) {
    const all = { kind, board: null, owner: null, standing: null, words: "", year: null };
    told.set(`${kind}s`, asText(await findMatters(house, asker, all)));
  }
  for (const meetingId of meetingIds) {
    const file = await loadRecordFile(house, asker, { meetingId, form: "public" });
    if (typeof file === "string") throw new Error(file);
    for (const [name, { csv }] of Object.entries(recordTables))
      told.set(
        `${name} of ${meetingId}`,
        csv(file.meeting, () => null),
      );
    for (const form of ["whole", "public"] as const)
      told.set(`minutes ${form} ${meetingId}`, asText(await loadMinutes(house, asker, { meetingId, form })));
  }
  return told;
}

/** Everything a key opens. */
async function toldToKey(house: TestHouse): Promise<ReadonlyMap<string, string>> {
  const made = await makeKey(house, await asking(house, clerk), {
    name: "An analyst",
    boards: [boardId],
    scopes: ["figures", "facts", "records"],
    days: 365,
  });
  if (!made.ok) throw new Error("the clerk makes keys");
  const told = new Map<string, string>();
  const headers = { authorization: `Bearer ${made.token}` };
  for (const { path } of routes)
    for (const meetingId of path.includes("{meetingId}") ? meetingIds : [""])
      for (const { id } of path.includes("{indicatorId}") ? INDICATORS : [{ id: "" }]) {
        const at = path
          .replace("{boardId}", boardId)
          .replace("{meetingId}", meetingId)
          .replace("{indicatorId}", id);
        const request = new Request(`http://house.test/api/v1${at}`, { headers });
        const answer = await answerByKey({ ...house, log: openLog("fatal") }, request);
        if (answer.status === 429) throw new Error("asked too often");
        told.set(at, `${answer.status} ${await answer.text()}`);
      }
  return told;
}

/** What the clerk gives out of the yearly paper. */
async function toldInPaper(house: TestHouse): Promise<ReadonlyMap<string, string>> {
  const asker = await asking(house, clerk);
  const written = await writePaper(house, asker, { boardId, month: "2026-12" });
  if (!written.ok) throw new Error(asText(written));
  const { paperId } = written;
  const print = await paperInPrint(house.database.db, asker, { paperId, form: "public" });
  const read = await loadPaper(house.database.db, asker, { boardId, paperId });
  return new Map([
    ["the paper in print, for the public", asText(print).replaceAll(paperId, "its id")],
    ["the paper", asText(read?.paper).replaceAll(paperId, "its id")],
  ]);
}

function different(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  expect([...other.keys()]).toEqual([...one.keys()]);
  return [...one].filter(([name, text]) => other.get(name) !== text).map(([name]) => name);
}

let houses: readonly [TestHouse, TestHouse];
beforeAll(async () => {
  houses = [await houseOf(0), await houseOf(1)];
});
afterAll(async () => {
  for (const house of houses) await house.close();
});

describe("whatever the restricted amounts were", () => {
  test.each([
    ["an observer", observer],
    ["another observer", onlooker],
    ["a member whom an interest keeps out", barred.person],
  ])("%s is told the very same", async (_who, person) => {
    const [one, other] = [await toldTo(houses[0], person), await toldTo(houses[1], person)];
    expect(different(one, other)).toEqual([]);
    expect(one.size).toBeGreaterThan(350);
    // and what was said openly is there
    expect(one.get("money-candour")).toContain('"pence":400000');
  });

  test("two who may not see them put together no more than one of them", async () => {
    const told = async (house: TestHouse) => {
      const both = [await toldTo(house, observer), await toldTo(house, barred.person)];
      return both.flatMap((each) => [...each.values()]).join("\n");
    };
    const [one, other] = [await told(houses[0]), await told(houses[1])];
    expect(one).toBe(other);
  });

  test("a program with a key is told the very same", async () => {
    const [one, other] = [await toldToKey(houses[0]), await toldToKey(houses[1])];
    expect(different(one, other)).toEqual([]);
    expect([...one.values()].filter((text) => !text.startsWith("200 "))).toEqual([]);
  });

  test("the yearly paper says the very same", async () => {
    const [one, other] = [await toldInPaper(houses[0]), await toldInPaper(houses[1])];
    expect(different(one, other)).toEqual([]);
  });

  test("whoever may see them is told of them: the comparison has eyes", async () => {
    const [one, other] = [await toldTo(houses[0], clerk), await toldTo(houses[1], clerk)];
    const told = different(one, other);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((name) => /behind one meeting|minutes whole/.test(name))).toBe(true);
  });
});
