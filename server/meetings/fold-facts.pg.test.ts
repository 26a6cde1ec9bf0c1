// What holds of all facts of a database, whoever folded them and when.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { insertBoard } from "#db/boards.ts";
import { type OpenDatabase, openDatabase } from "#db/client.ts";
import { appendIf, type DecidedCommand, wholeLog } from "#db/event-log.ts";
import { type FactsRow, factsOfMeeting, storeFacts } from "#db/facts.ts";
import { allMeetingIds } from "#db/meetings.ts";
import { FACTS_VERSION, type MeetingFacts } from "#domain/facts/facts.ts";
import { factsOf } from "#domain/facts/fold-facts.ts";
import type { MeetingId } from "#domain/ids.ts";
import { Command } from "#domain/meeting/commands.ts";
import type { RecordedEvent } from "#domain/meeting/events.ts";
import { replay } from "#domain/meeting/meeting.ts";
import { storeHistory } from "#tests/bench/history.ts";
import { newPerson } from "#tests/support/ids.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { foldFacts, foldMissingFacts } from "./fold-facts.ts";
import { summaryOf } from "./summary.ts";

let database: OpenDatabase;
let ids: readonly MeetingId[];

beforeAll(async () => {
  const url = await ownDatabase(inject("databaseUrl"));
  await storeHistory(url, { boards: 2, meetingsEach: 3 });
  database = openDatabase(url);
  ids = await allMeetingIds(database.db);
});
afterAll(() => database.close());

/** Every row of facts as Postgres writes it, byte for byte. */
async function rowsAsTheyStand(): Promise<readonly string[]> {
  const rows = await database.log`select meeting_facts::text as row from meeting_facts order by meeting_id`;
  return rows.map((row) => String(row["row"]));
}

describe("facts folded again from all logs", () => {
  test("equal the stored ones byte for byte", async () => {
    const stored = await rowsAsTheyStand();
    expect(stored).toHaveLength(6);
    const told: number[] = [];
    const folded = await foldFacts(database, ids, ({ logs }) => void told.push(logs));
    expect(folded).toMatchObject({ logs: 6, closed: 6 });
    expect(folded.events).toBeGreaterThan(6 * 400);
    expect(told).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await rowsAsTheyStand()).toEqual(stored);
  });

  test("are the same where there were none left", async () => {
    const stored = await rowsAsTheyStand();
    await database.log`delete from meeting_facts`;
    expect(await foldMissingFacts(database)).toMatchObject({ closed: 6 });
    expect(await rowsAsTheyStand()).toEqual(stored);
    expect(await foldMissingFacts(database)).toMatchObject({ logs: 0 });
  });

  test("are what the fold makes of the log that is in the database, and of no other copy", async () => {
    for (const id of ids) {
      const row = await factsOfMeeting(database.db, id);
      const log = await wholeLog(database.log, id);
      expect(row).toMatchObject({ version: FACTS_VERSION, throughSeq: log.length });
      expect(row?.facts).toEqual(factsOf(replay(log)));
    }
  });
});

type Older = { readonly log: string; readonly row: FactsRow & { readonly facts: MeetingFacts } };

function read(path: string): unknown {
  return JSON.parse(readFileSync(`tests/fixtures/${path}`, "utf8"));
}

/** Puts a frozen log into the database as it stands, each command with the events it gave. */
async function storeLog({ db, log: into }: OpenDatabase, log: readonly RecordedEvent[]): Promise<MeetingId> {
  const meeting = replay(log);
  const summary = summaryOf(meeting);
  if (!summary || !meeting.id) throw new Error("a frozen log makes a meeting");
  const rules = meeting.registers.board.rules;
  await insertBoard(
    db,
    { id: summary.boardId, name: "Board", layer: "strategic", rules, settings: {}, position: 9 },
    { by: null, at: 0, what: "testPrepared" },
  );
  // what was asked is no longer known, and of no matter to facts
  const command = Command.parse({ type: "closeMeeting" });
  const commands = [...Map.groupBy(log, ({ commandId }) => commandId)].map(
    ([id, events]): DecidedCommand => ({
      id,
      by: events[0]?.by ?? newPerson(),
      at: events[0]?.at ?? 0,
      command,
      events: events.map(({ event }) => event),
    }),
  );
  const { status } = await appendIf(into, meeting.id, 0, { commands, summary });
  expect(status).toBe("appended");
  return meeting.id;
}

describe.each(["v1-one-evening.json", "v3-deciding.json"])(
  "a row of facts as an older build left it (%s)",
  (file) => {
    const { log: of, row } = read(`facts/${file}`) as Older;
    const { log } = read(`logs/${of}`) as { log: readonly RecordedEvent[] };
    let older: OpenDatabase;

    beforeAll(async () => {
      older = openDatabase(await ownDatabase(inject("databaseUrl")));
    });
    afterAll(() => older.close());

    test("is upgraded to what this build makes of the log", async () => {
      const id = await storeLog(older, log);
      await storeFacts(older.db, row);
      expect(await factsOfMeeting(older.db, id)).toEqual(row);
      expect(row.version).toBeLessThan(FACTS_VERSION);

      expect(await foldMissingFacts(older)).toMatchObject({ closed: 1, events: log.length });
      const upgraded = await factsOfMeeting(older.db, id);
      expect(upgraded).toMatchObject({ version: FACTS_VERSION, throughSeq: log.length });
      expect(upgraded?.facts).toEqual(factsOf(replay(log)));
      expect(upgraded?.facts).not.toEqual(row.facts);

      // a process of the older build that is still there does not take it back
      await storeFacts(older.db, row);
      expect(await factsOfMeeting(older.db, id)).toEqual(upgraded);
    });
  },
);
