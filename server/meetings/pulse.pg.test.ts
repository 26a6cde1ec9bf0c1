import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { openDatabase } from "#db/client.ts";
import { databaseTime, wholeLog } from "#db/event-log.ts";
import { linesOf, unfinishedBoxes } from "#db/sealed-answers.ts";
import { BoxId, type MeetingId, type PersonId } from "#domain/ids.ts";
import type { PulseSlip, Tap } from "#domain/meeting/pulse.ts";
import type { PulseResult } from "#domain/meeting/state.ts";
import { newCommand } from "#tests/support/ids.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { carriedOut, inSession } from "#tests/support/stored-meeting.ts";
import { type Clock, openClock } from "../clock.ts";
import { openLog } from "../log.ts";
import { noMeters } from "../meters.ts";
import { openSealer } from "../sealed/sealer.ts";
import { answerPulse, haveAnsweredPulse } from "./answer-pulse.ts";
import { carryOut } from "./carry-out.ts";
import { type Desks, openDesks } from "./desks.ts";
import { openPulseKeeper, type PulseKeeper } from "./keep-pulses.ts";

const database = openDatabase(inject("databaseUrl"));
const lines = openLog("fatal");
const sealer = openSealer("only for tests, only for tests, only");
let clock: Clock;
let board: StoredBoard;

type Process = { readonly desks: Desks; readonly keeper: PulseKeeper };

/** Desks and their keeper as a process of their own would have them; one that is `dead` counts nothing. */
function aProcess({ dead = false } = {}): Process {
  const keeper = openPulseKeeper({ database, sealer, lines, desks: () => desks });
  const desks: Desks = openDesks({
    log: database.log,
    clock,
    lines,
    meters: noMeters,
    publish: ({ meetingId, before, after }) => void (dead || keeper.grew(meetingId, before, after)),
    committed: (meetingId, { meeting }) => void (dead || keeper.committed(meetingId, meeting)),
  });
  return { desks, keeper };
}

let one: Process;
let two: Process;
beforeAll(async () => {
  clock = await openClock(() => databaseTime(database.log), { start: undefined, rate: 1 });
  board = await storedBoard(database, { memberCount: 12 });
  one = aProcess();
  two = aProcess();
});
afterAll(async () => {
  await Promise.all([one.keeper.close(), two.keeper.close()]);
  await Promise.all([one.desks.close(), two.desks.close()]);
  await database.close();
});

const slip = (taps: readonly Tap[] = [3, 3, 3, 3, 3, 3], line = ""): PulseSlip => ({
  kind: "pulse",
  taps: [...taps],
  line,
});

/** A meeting in session in which this many members sit, its pulse open. */
async function withPulse(seated: number, { desks } = one) {
  const { meetingId, item } = await inSession(desks, board);
  for (const seat of board.seats.slice(0, seated)) {
    const mark = {
      type: "markAttendance",
      seat,
      outcome: "principal",
      mode: "inPerson",
      from: null,
    } as const;
    await carriedOut(desks, meetingId, board.clerk, mark);
  }
  await carriedOut(desks, meetingId, board.clerk, { type: "closeItem", itemId: item, confirmed: [] });
  const box = BoxId.parse(randomUUID());
  await carriedOut(desks, meetingId, board.clerk, { type: "openPulse", box });
  return { meetingId, box };
}

type Open = { readonly meetingId: MeetingId; readonly box: BoxId };
const answer = (at: Open, person: PersonId, said = slip(), { desks } = one) =>
  answerPulse({ log: database.log, desks, sealer }, person, { ...at, slip: said });
const close = ({ meetingId }: Open, { desks } = one) =>
  carriedOut(desks, meetingId, board.chair, { type: "closePulse" });

async function resultOf({ meetingId }: Open, { desks } = one): Promise<PulseResult> {
  return vi.waitFor(
    async () => {
      const { meeting } = await desks.at(meetingId).catchUp();
      if (!meeting.pulse?.result) throw new Error("not counted");
      return meeting.pulse.result;
    },
    { timeout: 15_000 },
  );
}

const TAKEN = { status: "answered", before: false };
const member = (n: number) => board.members[n] ?? board.chair;

describe("the pulse", () => {
  test("counts what was answered, each once, and tells it when it is closed", async () => {
    const open = await withPulse(6);
    for (let n = 0; n < 6; n += 1) {
      const said = slip([5, 4, n < 3 ? 5 : 1, null, 3, 4], n === 2 ? "Start on time." : "");
      expect(await answer(open, member(n), said)).toEqual(TAKEN);
      expect(await answer(open, member(n), slip([1, 1, 1, 1, 1, 1], "again"))).toEqual({
        ...TAKEN,
        before: true,
      });
    }
    await close(open);

    expect(await resultOf(open)).toMatchObject({
      answered: 6,
      questions: [
        { question: 1, counts: [0, 0, 0, 0, 6], noView: 0 },
        { question: 2, counts: [0, 0, 0, 6, 0], noView: 0 },
        { question: 3, counts: [3, 0, 0, 0, 3], noView: 0 },
        { question: 4, counts: [0, 0, 0, 0, 0], noView: 6 },
        { question: 5, counts: [0, 0, 6, 0, 0], noView: 0 },
        { question: 6, counts: [0, 0, 0, 6, 0], noView: 0 },
      ],
      officers: null,
    });
    expect(await linesOf(database.db, open.box)).toEqual(["Start on time."]);
    await vi.waitFor(async () =>
      expect((await unfinishedBoxes(database.db, "pulse")).map(({ box }) => box)).not.toContain(open.box),
    );
  });

  test("of four says that they were four, and keeps not a word of theirs", async () => {
    const open = await withPulse(4);
    for (let n = 0; n < 4; n += 1) await answer(open, member(n), slip([5, 5, 5, 5, 5, 5], "Easily known."));
    await close(open);
    expect(await resultOf(open)).toMatchObject({ answered: 4, questions: [] });
    expect(await linesOf(database.db, open.box)).toEqual([]);
  });

  test("asks those who are there, and answers nobody else than a stranger would be answered", async () => {
    const open = await withPulse(2);
    expect(await answer(open, board.chair)).toEqual(TAKEN);
    expect(await answer(open, board.clerk)).toEqual(TAKEN);
    expect(await answer(open, member(0))).toEqual(TAKEN);
    expect(await answer(open, member(5))).toEqual({ status: "notAsked" });
    expect(await answer(open, board.observer)).toEqual({ status: "notAsked" });
    expect(await answer(open, board.stranger)).toEqual({ status: "failed", reason: "notFound" });
    const other = { ...open, box: BoxId.parse(randomUUID()) };
    expect(await answer(other, member(0))).toEqual({ status: "closed" });

    const have = (person: PersonId) =>
      haveAnsweredPulse({ log: database.log, desks: one.desks }, person, open);
    expect(await have(member(0))).toEqual({ status: "receipt", answered: true });
    expect(await have(member(1))).toEqual({ status: "receipt", answered: false });
    expect(await have(board.stranger)).toEqual({ status: "failed", reason: "notFound" });
  });

  test("takes nothing after the close, and closes with the meeting", async () => {
    const open = await withPulse(5);
    for (let n = 0; n < 5; n += 1) await answer(open, member(n));
    await carriedOut(one.desks, open.meetingId, board.chair, { type: "closeMeeting" });
    expect(await answer(open, board.chair)).toEqual({ status: "closed" });
    expect(await resultOf(open)).toMatchObject({ answered: 5 });
  });

  test("is not answered in the log, by whoever and with whatever", async () => {
    const open = await withPulse(5);
    for (let n = 0; n < 5; n += 1) await answer(open, member(n), slip([1, 2, 3, 4, 5, 1], "canary words"));
    await close(open);
    await resultOf(open);
    const said = JSON.stringify((await wholeLog(database.log, open.meetingId)).map(({ event }) => event));
    expect(said).not.toContain("canary");
    const counted = (await wholeLog(database.log, open.meetingId)).at(-1);
    expect(counted).toMatchObject({ by: board.chair, event: { type: "pulseCounted", answered: 5 } });
  });

  test("opened by mistake leaves nothing, and a second one counts for itself", async () => {
    const open = await withPulse(5);
    for (let n = 0; n < 5; n += 1) await answer(open, member(n), slip([1, 1, 1, 1, 1, 1]));
    const { meeting } = await one.desks.at(open.meetingId).copy();
    const seq = meeting.recent.findLast(({ type }) => type === "pulseOpened")?.seq ?? 0;
    await carriedOut(one.desks, open.meetingId, board.clerk, { type: "undo", seq });
    const again = { ...open, box: BoxId.parse(randomUUID()) };
    await carriedOut(one.desks, open.meetingId, board.clerk, { type: "openPulse", box: again.box });
    expect(await answer(open, member(0))).toEqual({ status: "closed" });
    for (let n = 0; n < 5; n += 1) expect(await answer(again, member(n))).toEqual(TAKEN);
    await close(again);
    expect((await resultOf(again)).questions[0]?.counts).toEqual([0, 0, 5, 0, 0]);
  });
});

describe("question 3 of the officers and the chair", () => {
  test("is not counted with the members’, and waits until five have gathered over meetings", async () => {
    const apart = await storedBoard(database, { memberCount: 6 });
    const held = async (tap: Tap) => {
      const before = board;
      board = apart;
      const open = await withPulse(5);
      for (let n = 0; n < 5; n += 1)
        await answer(open, apart.members[n] ?? apart.chair, slip([3, 3, 1, 3, 3, 3]));
      for (const officer of [apart.chair, apart.clerk])
        await answer(open, officer, slip([3, 3, tap, 3, 3, 3]));
      await close(open);
      const result = await resultOf(open);
      board = before;
      return result;
    };
    const results = [await held(5), await held(4), await held(null)];
    for (const { answered, questions } of results) {
      expect(answered).toBe(7);
      expect(questions[2]).toEqual({ question: 3, counts: [5, 0, 0, 0, 0], noView: 0 });
      expect(questions[0]?.counts).toEqual([0, 0, 7, 0, 0]);
    }
    expect(results.map(({ officers }) => officers)).toEqual([
      null,
      null,
      { question: 3, counts: [0, 0, 0, 2, 2], noView: 2 },
    ]);
  });
});

describe("whatever happens to processes", () => {
  test("a pulse that nobody lived to count is counted at the next start", async () => {
    const dying = aProcess({ dead: true });
    const open = await withPulse(5, dying);
    for (let n = 0; n < 5; n += 1) await answer(open, member(n), slip(), dying);
    await close(open, dying);
    const next = aProcess();
    await next.keeper.resume();
    expect(await resultOf(open, next)).toMatchObject({ answered: 5 });
    await next.keeper.close();
  });

  test("and by another process that follows the meeting, once", async () => {
    const dying = aProcess({ dead: true });
    const open = await withPulse(5, dying);
    for (let n = 0; n < 5; n += 1) await answer(open, member(n), slip(), n % 2 ? dying : two);
    await close(open, dying);
    await two.desks.at(open.meetingId).catchUp();
    expect(await resultOf(open, two)).toMatchObject({ answered: 5 });
    const told = (await wholeLog(database.log, open.meetingId)).filter(
      ({ event }) => event.type === "pulseCounted",
    );
    expect(told).toHaveLength(1);
  });
});

test("two hundred races of answers against the close: counted if and only if taken", async () => {
  const outcomes = { taken: 0, closed: 0 };
  const many = [member(0), member(1), member(2), member(3), board.chair, board.clerk];
  for (let round = 0; round < 200; round += 1) {
    const open = await withPulse(4);
    const answers = many.map((person, n) =>
      answer(open, person, slip([4, 4, 4, 4, 4, 4]), n % 2 ? one : two),
    );
    const closing = close(open, round % 2 ? one : two);
    const told = await Promise.all(answers);
    await closing;
    const taken = told.filter(({ status }) => status === "answered").length;
    expect(told.filter(({ status }) => status !== "answered" && status !== "closed")).toEqual([]);
    const { answered, questions } = await resultOf(open);
    expect(answered).toBe(taken);
    expect(questions[0]?.counts ?? []).toEqual(taken < 5 ? [] : [0, 0, 0, taken, 0]);
    outcomes.taken += taken;
    outcomes.closed += told.length - taken;
  }
  expect(Math.min(outcomes.taken, outcomes.closed)).toBeGreaterThan(0);
}, 180_000);

test("any sequence of answers, by whoever and however often, counts those that were taken", async () => {
  for (let round = 0; round < 12; round += 1) {
    const open = await withPulse(10);
    const taken: PulseSlip[] = [];
    const tap = (): Tap => [1, 2, 3, 4, 5, null][Math.floor(Math.random() * 6)] ?? null;
    for (let n = 0; n < 25; n += 1) {
      const said = slip([tap(), tap(), tap(), tap(), tap(), tap()]);
      const reply = await answer(open, member(Math.floor(Math.random() * 12)), said, n % 2 ? one : two);
      if (reply.status === "answered" && !reply.before) taken.push(said);
      // what is recorded in between makes no answer go astray
      if (n % 9 === 0)
        await carryOut(one.desks, open.meetingId, {
          id: newCommand(),
          by: board.chair,
          command: { type: "adjournMeeting", reason: "" },
        });
    }
    await close(open);
    const { answered, questions } = await resultOf(open);
    expect(answered).toBe(taken.length);
    for (const { question, counts, noView } of questions) {
      const taps = taken.map(({ taps }) => taps[question - 1]);
      expect(counts).toEqual([1, 2, 3, 4, 5].map((value) => taps.filter((each) => each === value).length));
      expect(noView).toBe(taps.filter((each) => each === null).length);
    }
  }
}, 60_000);
