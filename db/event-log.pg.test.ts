import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { PersonId } from "#domain/ids.ts";
import { decide } from "#domain/meeting/meeting.ts";
import { unconvened } from "#domain/meeting/state.ts";
import { newCommand, newMeeting } from "#tests/support/ids.ts";
import { AT, makingOf, type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { openDatabase } from "./client.ts";
import {
  appendIf,
  commandInLog,
  type DecidedCommand,
  databaseTime,
  dueWithin,
  eventsAfter,
  firstBroken,
  wholeLog,
  withholdWords,
} from "./event-log.ts";
import { type MeetingSummary, meetingById } from "./meetings.ts";

const database = openDatabase(inject("databaseUrl"));
const { log, db } = database;
// what only a superuser can do: reach past the triggers
const superuser = postgres(inject("databaseUrl"), {
  max: 1,
  connection: { session_replication_role: "replica" },
  onnotice: () => {},
});
// what the owner of the tables may try
const sql = postgres(inject("databaseUrl"), { max: 1, onnotice: () => {} });

let board: StoredBoard;
beforeAll(async () => {
  board = await storedBoard(database);
});
afterAll(async () => {
  await Promise.all([database.close(), superuser.end(), sql.end()]);
});

function summary(title = "Meeting"): MeetingSummary {
  const details = { title, startsAt: AT, lengthMinutes: 120, place: "" };
  return { ...details, boardId: board.boardId, phase: "draft", closedAt: null, items: 0 };
}

function retitled(title: string, by: PersonId = board.clerk, id = newCommand()): DecidedCommand {
  const details = { title, startsAt: AT, lengthMinutes: 120, place: "" };
  return {
    id,
    by,
    at: AT + 1,
    command: { type: "changeDetails", ...details },
    events: [{ type: "detailsChanged", ...details }],
  };
}

/** A meeting whose log holds its making (two events) and as many changes of its title as asked for. */
async function made(changes = 0) {
  const command = makingOf(board);
  const decision = decide(unconvened, command, { by: board.clerk, at: AT });
  if (decision.outcome === "refused") throw new Error(decision.refusal.code);
  const { meetingId } = command;
  const making = { id: newCommand(), by: board.clerk, at: AT, command, events: decision.events };
  const more = Array.from({ length: changes }, (_, n) => retitled(`Title ${n}`));
  await appendIf(log, meetingId, 0, { commands: [making, ...more], summary: summary() });
  return meetingId;
}

describe("what has its time", () => {
  test("is not recorded before it, nor from its end on, by the database’s clock: it is stale, and the time is told", async () => {
    const meetingId = await made();
    const now = await databaseTime(log);
    for (const times of [
      { notBefore: now + 60_000 },
      { until: now },
      { notBefore: now - 60_000, until: now },
    ]) {
      const commands = [retitled("In time"), { ...retitled("Out of it"), ...times }];
      const answer = await appendIf(log, meetingId, 2, { commands, summary: summary() });
      const stale = { outcome: "stale", seq: null };
      expect(answer).toMatchObject({ status: "stale", outcomes: [stale, stale], events: [], lastSeq: 2 });
      expect(answer.now).toBeGreaterThanOrEqual(now);
    }
    const command = { ...retitled("In time"), notBefore: now, until: now + 60_000 };
    const answer = await appendIf(log, meetingId, 2, { commands: [command], summary: summary() });
    expect(answer).toMatchObject({ status: "appended", lastSeq: 3 });
    // sent again when its time is over, it is told where it is
    const again = { commands: [{ ...command, until: now }], summary: summary() };
    expect(await appendIf(log, meetingId, 3, again)).toMatchObject({
      status: "stale",
      outcomes: [{ outcome: "duplicate", seq: 3 }],
    });
  });

  test("is found from when it is soon due until nothing is", async () => {
    const meetingId = await made();
    const due = async (within = 1000) =>
      (await dueWithin(log, within)).due.find((each) => each.meetingId === meetingId)?.dueAt;
    const dueAt = (await databaseTime(log)) + 5000;
    const append = (seq: number, more: { dueAt?: number | null }) =>
      appendIf(log, meetingId, seq, { commands: [retitled(`Title ${seq}`)], summary: summary(), ...more });
    await append(2, { dueAt });
    expect(await due()).toBeUndefined();
    expect(await due(10_000)).toBe(dueAt);
    await append(3, { dueAt: dueAt - 9000 });
    expect(await due()).toBe(dueAt - 9000);
    // whoever says nothing of it, as a server of the version before does, leaves it
    await append(4, {});
    expect(await due()).toBe(dueAt - 9000);
    await append(5, { dueAt: null });
    expect(await due(60_000)).toBeUndefined();
  });
});

describe("appendIf", () => {
  test("a batch is numbered without a gap and answered with each command's first number", async () => {
    const meetingId = await made();
    const answer = await appendIf(log, meetingId, 2, {
      commands: [retitled("One"), retitled("Two")],
      summary: summary("Two"),
    });

    expect(answer).toMatchObject({
      status: "appended",
      lastSeq: 4,
      outcomes: [
        { outcome: "ok", seq: 3 },
        { outcome: "ok", seq: 4 },
      ],
    });
    const events = await wholeLog(log, meetingId);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(events[3]).toMatchObject({ at: AT + 1, by: board.clerk, nth: 1, v: 1, event: { title: "Two" } });
    expect(await meetingById(db, meetingId)).toMatchObject({ title: "Two", lastSeq: 4, startsAt: AT });
  });

  test("a log that ends elsewhere is stale, and what follows comes with the answer", async () => {
    const meetingId = await made();
    await appendIf(log, meetingId, 2, { commands: [retitled("First")], summary: summary() });

    const answer = await appendIf(log, meetingId, 2, { commands: [retitled("Late")], summary: summary() });

    expect(answer).toMatchObject({
      status: "stale",
      lastSeq: 3,
      outcomes: [{ outcome: "stale", seq: null }],
    });
    expect(answer.events).toMatchObject([{ seq: 3, event: { title: "First" } }]);
    expect((await eventsAfter(log, meetingId, 0)).lastSeq).toBe(3);
  });

  test("two hundred sendings of one command, fifty at once, record it once and are all told where", async () => {
    const meetingId = await made();
    const batch = { commands: [retitled("Once")], summary: summary() };
    const answers: Awaited<ReturnType<typeof appendIf>>[] = [];
    for (let wave = 0; wave < 4; wave += 1) {
      const sendings = Array.from({ length: 50 }, () => appendIf(log, meetingId, 2, batch));
      answers.push(...(await Promise.all(sendings)));
    }

    expect(new Set(answers.map(({ outcomes }) => outcomes[0]?.seq))).toEqual(new Set([3]));
    expect(answers.filter(({ status }) => status === "appended")).toHaveLength(1);
    expect((await eventsAfter(log, meetingId, 0)).lastSeq).toBe(3);
  });

  test("an id that comes back with other words, or from somebody else, is reused", async () => {
    const meetingId = await made();
    const command = retitled("Mine");
    await appendIf(log, meetingId, 2, { commands: [command], summary: summary() });

    const otherWords = retitled("Other", board.clerk, command.id);
    const otherPerson = retitled("Mine", board.chair, command.id);
    for (const sent of [otherWords, otherPerson]) {
      const answer = await appendIf(log, meetingId, 3, { commands: [sent], summary: summary() });
      expect(answer.outcomes).toEqual([{ outcome: "reused", seq: 3 }]);
      expect(await commandInLog(log, meetingId, sent)).toEqual({ outcome: "reused", seq: 3 });
    }
    expect(await commandInLog(log, meetingId, command)).toEqual({ outcome: "duplicate", seq: 3 });
    expect(await commandInLog(log, meetingId, retitled("Never sent"))).toBeNull();
  });

  test("a batch with a command the log holds already is not appended: it was decided on a state that never was", async () => {
    const meetingId = await made();
    const known = retitled("Known");
    await appendIf(log, meetingId, 2, { commands: [known], summary: summary() });

    const answer = await appendIf(log, meetingId, 3, {
      commands: [known, retitled("New")],
      summary: summary(),
    });

    expect(answer.outcomes).toEqual([
      { outcome: "duplicate", seq: 3 },
      { outcome: "stale", seq: null },
    ]);
    expect((await eventsAfter(log, meetingId, 0)).lastSeq).toBe(3);
  });

  test("many writers who each wait their turn leave a gapless log that holds", async () => {
    const meetingId = await made();
    async function write(title: string): Promise<void> {
      const command = retitled(title);
      for (let expected = 2; ; ) {
        const answer = await appendIf(log, meetingId, expected, { commands: [command], summary: summary() });
        if (answer.status === "appended") return;
        expected = answer.lastSeq;
      }
    }
    await Promise.all(Array.from({ length: 30 }, (_, n) => write(`Title ${n}`)));

    const events = await wholeLog(log, meetingId);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 32 }, (_, n) => n + 1));
    expect(await firstBroken(log, meetingId)).toBeNull();
  });
});

describe("eventsAfter", () => {
  test("a page ends at the number of events asked for, and says that there is more", async () => {
    const meetingId = await made(8);
    const page = await eventsAfter(log, meetingId, 3, { maxEvents: 4, maxBytes: 100_000 });
    expect(page.events.map(({ seq }) => seq)).toEqual([4, 5, 6, 7]);
    expect(page).toMatchObject({ lastSeq: 10, more: true });
    expect((await eventsAfter(log, meetingId, 7)).more).toBe(false);
  });

  test("a page ends before it grows too large, but holds one event at least", async () => {
    const meetingId = await made(8);
    const page = await eventsAfter(log, meetingId, 2, { maxEvents: 500, maxBytes: 250 });
    expect(page.events.length).toBeGreaterThan(1);
    expect(page.events.length).toBeLessThan(8);
    expect((await eventsAfter(log, meetingId, 2, { maxEvents: 500, maxBytes: 1 })).events).toHaveLength(1);
  });

  test("of a meeting that is not there, nothing", async () => {
    expect(await eventsAfter(log, newMeeting(), 0)).toEqual({ events: [], lastSeq: 0, more: false });
  });
});

describe("the log", () => {
  test("nothing in it is changed, deleted or emptied", async () => {
    const meetingId = await made();
    const refused = { code: "23001", message: "appendOnly" };
    await expect(
      sql`update meeting_events set event = '{}' where meeting_id = ${meetingId}`,
    ).rejects.toMatchObject(refused);
    await expect(
      sql`update meeting_events set event = null, salt = null where meeting_id = ${meetingId}`,
    ).rejects.toMatchObject(refused);
    await expect(sql`delete from meeting_events where meeting_id = ${meetingId}`).rejects.toMatchObject(
      refused,
    );
    await expect(sql`truncate meeting_events`).rejects.toMatchObject(refused);
    await expect(sql`delete from audit`).rejects.toMatchObject(refused);
    expect(await firstBroken(log, meetingId)).toBeNull();
  });

  test("the server may add to it through its function alone, and take nothing away, bars included", async () => {
    const meetingId = await made();
    const closed = { code: "42501" };
    const copied = log`insert into meeting_events select * from meeting_events where meeting_id = ${meetingId}`;
    await expect(copied).rejects.toMatchObject(closed);
    await expect(log`update meeting_events set event = '{}'`).rejects.toMatchObject(closed);
    await expect(log`update meetings set last_seq = 0`).rejects.toMatchObject(closed);
    await expect(log`delete from meeting_events`).rejects.toMatchObject(closed);
    await expect(log`truncate meeting_events`).rejects.toMatchObject(closed);
    await expect(log`delete from audit`).rejects.toMatchObject(closed);
    await expect(log`alter table meeting_events disable trigger all`).rejects.toMatchObject(closed);
    await expect(log`drop table meeting_events`).rejects.toMatchObject(closed);
    await expect(log`set session_replication_role = replica`).rejects.toMatchObject(closed);
  });

  test("the table itself takes no command id twice, whoever writes", async () => {
    const meetingId = await made(1);
    const again = superuser`
      insert into meeting_events
      select meeting_id, seq + 100, command_id, nth, "at", "by", v, event, salt, command_hash, content_hash, chain_hash
      from meeting_events where meeting_id = ${meetingId}`;
    await expect(again).rejects.toMatchObject({ code: "23505", constraint_name: "meeting_events_command" });
  });

  test("words go for good through the audited function alone, and the chain still holds", async () => {
    const meetingId = await made(2);
    const asked = { by: board.clerk, at: AT + 5, reason: "erasure" };

    expect(await withholdWords(log, { meetingId, seq: 3 }, asked)).toBe(true);
    expect(await withholdWords(log, { meetingId, seq: 3 }, asked)).toBe(false);

    const [, , gone, stays] = await wholeLog(log, meetingId);
    expect(gone).toEqual({ seq: 3, at: AT + 1, event: { type: "withheld" } });
    expect(stays).toMatchObject({ event: { type: "detailsChanged" } });
    expect(await firstBroken(log, meetingId)).toBeNull();
    const audited = await sql`select what, "by", detail from audit where subject = ${`${meetingId}/3`}`;
    expect(audited).toEqual([{ what: "wordsWithheld", by: board.clerk, detail: { reason: "erasure" } }]);
  });

  test("a command whose words are gone is still known by its id", async () => {
    const meetingId = await made();
    const command = retitled("Gone");
    await appendIf(log, meetingId, 2, { commands: [command], summary: summary() });
    await withholdWords(log, { meetingId, seq: 3 }, { by: board.clerk, at: AT, reason: "erasure" });
    expect(await commandInLog(log, meetingId, command)).toEqual({ outcome: "duplicate", seq: 3 });
  });
});

describe("firstBroken", () => {
  const tampering = {
    "edited words": (id: string) =>
      superuser`update meeting_events set event = event || '{"title": "Forged"}' where meeting_id = ${id} and seq = 4`,
    "another person": (id: string) =>
      superuser`update meeting_events set "by" = ${board.chair} where meeting_id = ${id} and seq = 4`,
    "another time": (id: string) =>
      superuser`update meeting_events set "at" = "at" + interval '1 ms' where meeting_id = ${id} and seq = 4`,
    "words gone without an audit row": (id: string) =>
      superuser`update meeting_events set event = null, salt = null where meeting_id = ${id} and seq = 4`,
    "a lost row": (id: string) => superuser`delete from meeting_events where meeting_id = ${id} and seq = 4`,
    "an inserted row": async (id: string) => {
      const columns = superuser`nth, "at", "by", v, event, salt, command_hash, content_hash, chain_hash`;
      await superuser`update meeting_events set seq = seq + 1000 where meeting_id = ${id} and seq > 3`;
      await superuser`update meeting_events set seq = seq - 999 where meeting_id = ${id} and seq > 1000`;
      await superuser`
        insert into meeting_events (meeting_id, seq, command_id, ${columns})
        select meeting_id, 4, gen_random_uuid(), ${columns} from meeting_events where meeting_id = ${id} and seq = 3`;
    },
  };

  test.each(Object.entries(tampering))("finds %s", async (_what, tamper) => {
    const meetingId = await made(4);
    await tamper(meetingId);
    expect(await firstBroken(log, meetingId)).toBe(4);
  });

  test("finds an end that was cut off", async () => {
    const meetingId = await made(4);
    await superuser`delete from meeting_events where meeting_id = ${meetingId} and seq > 4`;
    expect(await firstBroken(log, meetingId)).toBe(5);
  });
});
