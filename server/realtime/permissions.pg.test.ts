// The matrix against a live server over Socket.IO: a tenth of its cells, chosen by a seed. Each meets its meeting as it
// stands in the log; what is refused leaves no event behind.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { insertBoard } from "#db/boards.ts";
import { appendIf, eventsAfter } from "#db/event-log.ts";
import { insertPerson } from "#db/people.ts";
import { CommandId, MeetingId } from "#domain/ids.ts";
import { type RecordedEvent } from "#domain/meeting/events.ts";
import { replay } from "#domain/meeting/meeting.ts";
import type { Role } from "#domain/meeting/registers.ts";
import { mayView } from "#domain/meeting/visibility.ts";
import type { CommandReply } from "#domain/wire.ts";
import { summaryOf } from "#server/meetings/summary.ts";
import * as sample from "#tests/support/board.ts";
import { openDice } from "#tests/support/dice.ts";
import { inGroups } from "#tests/support/in-groups.ts";
import { type Client, type LiveServer, startLive } from "#tests/support/live-server.ts";
import {
  type Cell,
  callers,
  cellsOf,
  commandOf,
  designed,
  expected,
  happenedIn,
  type Line,
  PHASES,
  readTable,
} from "#tests/support/matrix.ts";
import { logOf } from "#tests/support/meeting-spec.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import * as people from "#tests/support/people.ts";
import { SEED } from "#tests/support/seed.ts";

const ONE_IN = 10;
const plenty = 1_000_000;

let live: LiveServer;
const clients = new Map<string, Client>();

beforeAll(async () => {
  live = await startLive(await ownDatabase(inject("databaseUrl")), {
    commandsPerMinute: plenty,
    commandsAtOnce: plenty,
    socketsPerPerson: 100,
  });
  const { db } = live.database;
  const change = { by: null, at: sample.EVENING, what: "testPrepared" };
  const { id, name, layer, rules } = sample.registers.board;
  await insertBoard(db, { id, name, layer, rules, settings: {}, position: 1 }, change);
  for (const [key, personId] of Object.entries(people)) {
    const row = { id: personId, name: key, email: `${personId}@example.org`, post: "", level: 3 } as const;
    const nothing = { electedOffice: null, partnerId: null, siteAdmin: false, passwordHash: null };
    await insertPerson(db, { ...row, ...nothing }, change);
  }
  for (const [role, { person }] of Object.entries(callers)) clients.set(role, await live.connect(person));
});
afterAll(() => live.close());

type Chosen = { readonly line: Line; readonly role: Role | "stranger"; readonly cell: Cell };

function chosen(): readonly Chosen[] {
  const dice = openDice(SEED);
  const all = readTable().flatMap((line) =>
    PHASES.flatMap((phase) =>
      (Object.keys(callers) as (Role | "stranger")[]).flatMap((role) =>
        cellsOf(phase, line.command, callers[role]).map((cell) => ({ line, role, cell })),
      ),
    ),
  );
  return all.filter(() => dice.chance(1 / ONE_IN));
}

/** The log of a cell's meeting, whose last act was just now. */
function logFor({ cell, role }: Chosen): readonly RecordedEvent[] {
  const log = logOf(happenedIn(cell, callers[role]));
  const late = live.clock.now() - (log.at(-1)?.at ?? 0);
  return log.map((event) => ({ ...event, at: event.at + late }));
}

async function stored(log: readonly RecordedEvent[]): Promise<MeetingId> {
  const meetingId = MeetingId.parse(randomUUID());
  const summary = summaryOf(replay(log));
  if (summary === null) throw new Error("nobody made the meeting");
  const commands = log.map(({ by, at, event, commandId }) => ({
    id: commandId,
    by,
    at,
    // what was asked is of no account here
    command: { type: "publishAgenda" as const },
    events: [event],
  }));
  await appendIf(live.database.log, meetingId, 0, { commands, summary });
  return meetingId;
}

function told(reply: CommandReply): string {
  if (reply.status === "recorded") return "accepted";
  return reply.status === "refused" ? reply.refusal.code : reply.reason;
}

async function answered(
  one: Chosen,
): Promise<{ readonly cell: string; readonly said: string; readonly added: number }> {
  const { line, role, cell } = one;
  const caller = callers[role];
  const log = logFor(one);
  const meetingId = await stored(log);
  const command = commandOf(line.command, cell.owner, caller, replay(log));
  const reply = await clients
    .get(role)
    ?.timeout(10_000)
    .emitWithAck("meeting:command", {
      meetingId,
      commandId: CommandId.parse(randomUUID()),
      // the server parses it: here it is as any client may send it
      command: command as never,
    });
  if (reply === undefined) throw new Error("nobody is connected");
  const { lastSeq } = await eventsAfter(live.database.log, meetingId, log.length);
  const whose = cell.owner === caller ? "own" : "another's";
  const interest = cell.interest ? "interest" : "no interest";
  return {
    cell: [line.command, cell.phase, role, whose, cell.openness, interest].join(", "),
    said: told(reply),
    added: lastSeq - log.length,
  };
}

function designedFor({ line, role, cell }: Chosen): string {
  const { person } = callers[role];
  // what is not theirs to open is as if it were not there
  if (!mayView(replay(logOf(happenedIn(cell, callers[role]))), person)) return "notFound";
  const scope = role === "stranger" ? undefined : designed(line.cells[role], cell.phase);
  return expected(scope, line, { ...cell, role, isOwn: cell.owner === callers[role] });
}

test(`a tenth of the matrix, as a live server answers (seed ${SEED})`, { timeout: 240_000 }, async () => {
  const cells = chosen();
  const answers = await inGroups(cells, answered);
  const wrong = answers.filter(({ said, added }, place) => {
    const one = cells[place];
    const should = one && designedFor(one);
    return said !== should || added > 0 !== (should === "accepted");
  });

  console.info(
    `matrix: ${cells.length} cells, ${answers.filter(({ said }) => said === "accepted").length} accepted`,
  );
  expect(wrong).toEqual([]);
  expect(answers.length).toBeGreaterThan(4000);
});
