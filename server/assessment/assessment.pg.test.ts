import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { assessmentsOf, linksOf } from "#db/assessments.ts";
import { giveRole } from "#db/board-roles.ts";
import { TAKE_BACK_MS } from "#domain/assessment/assessment.ts";
import type { AnswerToOne } from "#domain/assessment/scoring.ts";
import { endOfDay } from "#domain/calendar.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Answer, Problems } from "#domain/registers/problems.ts";
import { allowedBoard } from "#server/auth/access.ts";
import type { Letter } from "#server/mail/mail.ts";
import { aSlip } from "#tests/support/assessments.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { AT, type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { answerAssessment, lookIntoLink, ownLink, stopLetters, stopOwnLetters } from "./answer-by-link.ts";
import { loadAssessment } from "./load-assessment.ts";
import type { AssessmentNeeds } from "./needs.ts";
import { runAssessment, runAssessments } from "./run.ts";
import {
  endAssessment,
  moveAssessment,
  openAssessment,
  remindOfAssessment,
  revokeLink,
  takeBackAssessment,
} from "./run-by-clerk.ts";

const DAY = 24 * 60 * 60 * 1000;
const MEMBERS = 7;
const FIRST = "2026-11-24";
const LAST = "2026-12-11";

let house: TestHouse;
let board: StoredBoard;
let now = AT;
let letters: Letter[] = [];
let needs: AssessmentNeeds;

beforeAll(async () => {
  house = await openHouse(inject("databaseUrl"));
});
afterAll(() => house.close());
beforeEach(async () => {
  board = await storedBoard(house.database, { memberCount: MEMBERS });
  now = AT;
  letters = [];
  needs = {
    database: house.database,
    clock: { ...house.clock, now: () => now },
    authSecret: "a secret of at least thirty-two signs",
    env: { publicUrl: "https://board.example.org" },
    mail: { isOn: true, send: async (letter) => letters.push(letter) > 0, close: () => undefined },
  };
});

/** What is due of this board's: other tests have boards in the same database. */
async function run(): Promise<void> {
  const rows = await assessmentsOf(house.database.db, board.boardId);
  for (const row of rows.filter(({ result }) => result === null)) await runAssessment(needs, row);
}

const as = (personId: PersonId) => asking(house, personId);
const codes = (answer: Answer | Problems) => (answer.ok ? [] : answer.problems.map(({ code }) => code));

async function opened(changes: Partial<Parameters<typeof openAssessment>[2]> = {}) {
  const answer = await openAssessment(needs, await as(board.clerk), {
    boardId: board.boardId,
    firstDay: FIRST,
    lastDay: LAST,
    people: [...board.members],
    officers: false,
    ...changes,
  });
  if (!answer.ok) throw new Error(codes(answer).join());
  return { boardId: board.boardId, assessmentId: answer.assessmentId };
}

/** Opened, and the letters have gone out. */
async function underWay() {
  const of = await opened();
  now += TAKE_BACK_MS;
  await run();
  return of;
}

async function tokenFor(personId: PersonId, of: Awaited<ReturnType<typeof opened>>) {
  const answer = await ownLink(needs, await as(personId), of);
  if (!answer.ok) throw new Error(codes(answer).join());
  return answer.token;
}

const { answers } = aSlip();
async function answering(
  many: number,
  of: Awaited<ReturnType<typeof opened>>,
  given: AnswerToOne[] = answers,
) {
  for (const member of board.members.slice(0, many)) {
    const token = await tokenFor(member, of);
    expect(await answerAssessment(needs, { token, answers: given })).toEqual({ ok: true });
  }
}

async function viewFor(personId: PersonId, year?: string) {
  const allowed = await allowedBoard(house.database.db, { personId }, board.boardId);
  if (!allowed) throw new Error("not allowed");
  const view = await loadAssessment(needs, allowed, year);
  if (!view) throw new Error("no view");
  return view;
}

const resultOf = async () => (await assessmentsOf(house.database.db, board.boardId))[0]?.result;

describe("opening", () => {
  test("is the clerk’s; for people of other boards there is no such board", async () => {
    const asked = {
      boardId: board.boardId,
      firstDay: FIRST,
      lastDay: LAST,
      people: [...board.members],
      officers: false,
    };
    for (const person of [board.chair, board.members[0] ?? board.chair, board.observer]) {
      expect(codes(await openAssessment(needs, await as(person), asked))).toEqual(["roleMayNot"]);
    }
    expect(codes(await openAssessment(needs, await as(board.stranger), asked))).toEqual(["notFound"]);
  });

  test("asks nobody but those who sit or stand in on the board", async () => {
    for (const person of [board.stranger, board.observer, board.chair, board.clerk]) {
      await expect(opened({ people: [...board.members, person] })).rejects.toThrow("personNotFound");
    }
  });

  test("takes no chair and clerks who are too few to be a pool", async () => {
    await expect(opened({ officers: true })).rejects.toThrow("officersTooFew");
  });

  test("is for days that have not passed, and once a year", async () => {
    await expect(opened({ firstDay: "2026-11-23" })).rejects.toThrow("dayTooSoon");
    await opened();
    await expect(opened({ firstDay: "2026-12-12", lastDay: "2026-12-20" })).rejects.toThrow(
      "assessmentThisYear",
    );
  });

  test("can be taken back until letters go out, and is then as if it had not been", async () => {
    const of = await opened();
    expect(await takeBackAssessment(needs, await as(board.clerk), of)).toEqual({ ok: true });
    now += TAKE_BACK_MS;
    await run();
    expect(letters).toEqual([]);
    const again = await underWay();
    expect(codes(await takeBackAssessment(needs, await as(board.clerk), again))).toEqual([
      "assessmentNotNow",
    ]);
  });
});

describe("letters", () => {
  test("go out once, each with a link of one’s own, which opens it and is stored as a hash", async () => {
    await opened();
    await run();
    expect(letters).toEqual([]);
    now += TAKE_BACK_MS;
    await Promise.all([run(), run()]);
    await run();
    expect(letters.map(({ to }) => to).toSorted()).toEqual(
      board.members.map((id) => `${id}@example.org`).toSorted(),
    );
    const tokens = letters.map(({ text }) => /self-assessment#([\w-]{43})/.exec(text)?.[1] ?? "");
    expect(new Set(tokens).size).toBe(MEMBERS);
    for (const token of tokens) expect((await lookIntoLink(needs, { token })).ok).toBe(true);
    const stored = JSON.stringify(await house.database.log`select * from assessment_links`);
    for (const token of tokens) expect(stored).not.toContain(token);
  });

  test("remind only those who have not answered, by the same link, at the clerk’s wish once a day", async () => {
    const of = await underWay();
    const first = new Map(letters.map(({ to, text }) => [to, /#([\w-]{43})/.exec(text)?.[1]]));
    await answering(4, of);
    letters = [];
    expect(await remindOfAssessment(needs, await as(board.clerk), of)).toEqual({ ok: true });
    expect(letters.map(({ to }) => to).toSorted()).toEqual(
      board.members
        .slice(4)
        .map((id) => `${id}@example.org`)
        .toSorted(),
    );
    for (const { to, text } of letters) expect(text).toContain(`#${first.get(to)}`);
    expect(codes(await remindOfAssessment(needs, await as(board.clerk), of))).toEqual(["remindedToday"]);
    expect(codes(await remindOfAssessment(needs, await as(board.chair), of))).toEqual(["roleMayNot"]);
  });

  test("remind by themselves half-way and in the last days", async () => {
    await underWay();
    const sent: number[] = [];
    for (; now < endOfDay(LAST); now += DAY / 4) {
      letters = [];
      await run();
      if (letters.length > 0) sent.push(letters.length);
    }
    expect(sent).toEqual([MEMBERS, MEMBERS]);
  });

  test("stop for whoever wants none, by the link or signed in, and come again when they are wanted", async () => {
    const of = await underWay();
    const [one, two] = board.members;
    if (!one || !two) throw new Error("two members");
    const token = await tokenFor(one, of);
    await stopLetters(needs, { token, stopped: true });
    await stopOwnLetters(needs, await as(two), { stopped: true });
    letters = [];
    await remindOfAssessment(needs, await as(board.clerk), of);
    expect(letters).toHaveLength(MEMBERS - 2);
    expect(await lookIntoLink(needs, { token })).toMatchObject({ ok: true, lettersStopped: true });
    await stopLetters(needs, { token, stopped: false });
    now += 2 * DAY;
    letters = [];
    await remindOfAssessment(needs, await as(board.clerk), of);
    expect(letters).toHaveLength(MEMBERS - 1);
  });

  test("bear links that work after the server’s secret was replaced", async () => {
    const of = await underWay();
    needs = { ...needs, authSecret: "another secret of thirty-two signs and more" };
    letters = [];
    await remindOfAssessment(needs, await as(board.clerk), of);
    const token = /#([\w-]{43})/.exec(letters[0]?.text ?? "")?.[1] ?? "";
    expect((await lookIntoLink(needs, { token })).ok).toBe(true);
  });

  test("are not needed for a link that works then: whoever is signed in is handed one", async () => {
    const of = await underWay();
    needs = { ...needs, authSecret: "another secret of thirty-two signs and more" };
    const token = await tokenFor(board.members[0] ?? board.chair, of);
    expect((await lookIntoLink(needs, { token })).ok).toBe(true);
  });

  test("go out for every board, though those of the one before it cannot", async () => {
    const shared = house;
    house = await openHouse(await ownDatabase(inject("databaseUrl")));
    needs = { ...needs, database: house.database };
    for (let each = 1; each <= 2; each += 1) {
      board = await storedBoard(house.database, { memberCount: MEMBERS });
      await opened();
    }
    now += TAKE_BACK_MS;
    const send = async (letter: Letter) => {
      return board.members.some((id) => letter.to.startsWith(id)) ? letters.push(letter) > 0 : false;
    };
    await expect(runAssessments({ ...needs, mail: { ...needs.mail, send } })).rejects.toThrow(
      `${MEMBERS} of ${MEMBERS} letters of a self-assessment not sent`,
    );
    expect(letters).toHaveLength(MEMBERS);
    await house.close();
    house = shared;
  });
});

describe("letters that cannot be sent", () => {
  const sending = (send: (letter: Letter) => Promise<boolean>) => {
    needs = { ...needs, mail: { ...needs.mail, send } };
  };
  const toAll = () => board.members.map((id) => `${id}@example.org`).toSorted();

  test.each([
    ["the mail server refuses it", async () => false],
    ["something breaks", async () => Promise.reject(new Error("broken on ana@example.org"))],
  ])("do not keep the others back where %s, and are tried once more", async (_what, fails) => {
    await opened();
    now += TAKE_BACK_MS;
    const tried = new Map<string, number>();
    const [, , third, last] = board.members;
    sending(async (letter) => {
      const times = (tried.get(letter.to) ?? 0) + 1;
      tried.set(letter.to, times);
      if (letter.to === `${third}@example.org` && times === 1) return fails();
      if (letter.to === `${last}@example.org`) return fails();
      return letters.push(letter) > 0;
    });
    await expect(run()).rejects.toThrow(/^1 of \d+ letters of a self-assessment not sent$/);
    expect(letters.map(({ to }) => to).toSorted()).toEqual(
      toAll().filter((to) => to !== `${last}@example.org`),
    );
    // those who had theirs are not written to again
    letters = [];
    await run();
    expect(letters).toEqual([]);
  });

  test("all go out later when none went out, as invitation and as reminder", async () => {
    const of = await opened();
    now += TAKE_BACK_MS;
    sending(async () => false);
    await expect(run()).rejects.toThrow(`${MEMBERS} of ${MEMBERS} letters`);
    await expect(run()).rejects.toThrow(`${MEMBERS} of ${MEMBERS} letters`);
    sending(async (letter) => letters.push(letter) > 0);
    await run();
    expect(letters.map(({ to }) => to).toSorted()).toEqual(toAll());

    letters = [];
    sending(async () => false);
    await expect(remindOfAssessment(needs, await as(board.clerk), of)).rejects.toThrow("letters");
    sending(async (letter) => letters.push(letter) > 0);
    expect(await remindOfAssessment(needs, await as(board.clerk), of)).toEqual({ ok: true });
    expect(letters.map(({ to }) => to).toSorted()).toEqual(toAll());
  });
});

describe("answering", () => {
  test("is once and for all, by one’s own link", async () => {
    const of = await underWay();
    const token = await tokenFor(board.members[0] ?? board.chair, of);
    expect(await lookIntoLink(needs, { token })).toMatchObject({
      answered: false,
      phase: "open",
      pool: "members",
    });
    expect(await answerAssessment(needs, { token, answers })).toEqual({ ok: true });
    expect(codes(await answerAssessment(needs, { token, answers }))).toEqual(["assessmentAnswered"]);
    expect(await lookIntoLink(needs, { token })).toMatchObject({ answered: true });
  });

  test("is not by a link that was revoked, of somebody not let in, or nobody’s", async () => {
    const of = await underWay();
    const member = board.members[0] ?? board.chair;
    const token = await tokenFor(member, of);
    const link = (await linksOf(house.database.db, of.assessmentId)).find(
      ({ personId }) => personId === member,
    );
    await revokeLink(needs, await as(board.clerk), { ...of, linkId: link?.id ?? "" });
    expect(codes(await answerAssessment(needs, { token, answers }))).toEqual(["notFound"]);
    expect(codes(await lookIntoLink(needs, { token }))).toEqual(["notFound"]);
    expect(codes(await lookIntoLink(needs, { token: "x".repeat(43) }))).toEqual(["notFound"]);
    expect(codes(await ownLink(needs, await as(member), of))).toEqual(["notFound"]);
  });

  test("a link is handed to nobody but the person it is for", async () => {
    const of = await underWay();
    for (const person of [board.clerk, board.chair, board.stranger]) {
      expect(codes(await ownLink(needs, await as(person), of))).toEqual(["notFound"]);
    }
  });

  test("what is sealed lies there under a seal, and nothing of it is in the tables in plain words", async () => {
    const of = await underWay();
    await answering(5, of);
    const [row] = await assessmentsOf(house.database.db, board.boardId);
    expect(row?.result).toBeNull();
    await expect(house.database.log`select * from sealed_answers`).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the end", () => {
  test("comes with the last day, once five have answered, and tells everything together", async () => {
    const of = await underWay();
    await answering(5, of, answers.with(0, "unknown"));
    now = endOfDay(LAST) - 1;
    await run();
    expect(await resultOf()).toBeNull();
    now = endOfDay(LAST);
    await Promise.all([run(), run()]);
    const result = await resultOf();
    expect(result?.members).toMatchObject({ answered: 5 });
    expect(result?.members.statements[0]).toEqual({ id: "scs-1", counts: [0, 0, 0, 0, 0], unknown: 5 });
    expect(result?.officers).toBeNull();
  });

  test("does not come with four: it says what is missing, and more time brings it back", async () => {
    const of = await underWay();
    await answering(4, of);
    now = endOfDay(LAST) + 1;
    await run();
    expect((await viewFor(board.chair)).underWay).toMatchObject({
      phase: "tooLittle",
      answered: { members: 4 },
    });
    const fifth = await tokenFor(board.members[4] ?? board.chair, of);
    expect(codes(await answerAssessment(needs, { token: fifth, answers }))).toEqual(["assessmentClosed"]);
    expect(await moveAssessment(needs, await as(board.clerk), { ...of, lastDay: "2026-12-18" })).toEqual({
      ok: true,
    });
    expect(await answerAssessment(needs, { token: fifth, answers })).toEqual({ ok: true });
    now = endOfDay("2026-12-18");
    await run();
    expect((await resultOf())?.members.answered).toBe(5);
  });

  test("by the clerk’s hand with four removes what they said, unread", async () => {
    const of = await underWay();
    await answering(4, of);
    expect(await endAssessment(needs, await as(board.clerk), of)).toEqual({ ok: true });
    const result = await resultOf();
    expect(result?.members).toEqual({ answered: 4, statements: [], elements: [] });
    expect(codes(await moveAssessment(needs, await as(board.clerk), { ...of, lastDay: LAST }))).toEqual([
      "assessmentNotNow",
    ]);
    expect(codes(await endAssessment(needs, await as(board.clerk), of))).toEqual(["assessmentNotNow"]);
  });

  test("comes by itself after four weeks of waiting", async () => {
    await underWay();
    now = endOfDay(LAST) + 28 * DAY;
    await run();
    expect((await resultOf())?.members.answered).toBe(0);
  });

  test("under another secret says how many answers could not be opened, and shows none below five", async () => {
    const of = await underWay();
    await answering(2, of);
    needs = { ...needs, authSecret: "another secret of thirty-two signs and more" };
    for (const member of board.members.slice(2)) {
      await run();
      const link = (await linksOf(house.database.db, of.assessmentId)).find(
        ({ personId }) => personId === member,
      );
      expect(link).toBeDefined();
    }
    letters = [];
    await remindOfAssessment(needs, await as(board.clerk), of);
    for (const { text } of letters) {
      const token = /#([\w-]{43})/.exec(text)?.[1] ?? "";
      expect(await answerAssessment(needs, { token, answers })).toEqual({ ok: true });
    }
    await endAssessment(needs, await as(board.clerk), of);
    const result = await resultOf();
    expect([result?.unreadable, result?.members.answered, result?.members.statements.length]).toEqual([
      2, 5, 26,
    ]);
  });
});

describe("chair and clerks", () => {
  test("are asked apart where they are five, and shown from twenty members", async () => {
    board = await storedBoard(house.database, { memberCount: 20 });
    const { db } = house.database;
    const more = await storedBoard(house.database, { memberCount: 3 });
    for (const personId of more.members) {
      await giveRole(
        db,
        { boardId: board.boardId, personId, role: "clerk" },
        { by: null, at: AT, what: "tried" },
      );
    }
    const of = await opened({ officers: true });
    now += TAKE_BACK_MS;
    await run();
    expect(letters).toHaveLength(25);
    for (const { text } of letters) {
      await answerAssessment(needs, { token: /#([\w-]{43})/.exec(text)?.[1] ?? "", answers });
    }
    expect((await viewFor(board.clerk)).underWay?.answered).toEqual({ members: 20, officers: 5 });
    await endAssessment(needs, await as(board.clerk), of);
    const result = await resultOf();
    expect([result?.members.answered, result?.officers?.answered]).toEqual([20, 5]);
  });
});

describe("the page", () => {
  test("tells the clerk who is asked, nobody who has answered, and each their own", async () => {
    const of = await underWay();
    await answering(3, of);
    const clerk = await viewFor(board.clerk);
    expect(clerk.underWay?.people).toHaveLength(MEMBERS);
    expect(JSON.stringify(clerk.underWay?.people)).not.toMatch(/answered/i);
    expect(clerk.underWay?.answered.members).toBe(3);
    const [first, , , fourth] = board.members;
    expect((await viewFor(first ?? board.chair)).underWay).toMatchObject({ own: "answered", people: null });
    expect((await viewFor(fourth ?? board.chair)).underWay?.own).toBe("asked");
    expect((await viewFor(board.chair)).underWay?.own).toBe("notAsked");
  });

  test("is of boards one has a role on: whoever has none is given no key", async () => {
    expect(await allowedBoard(house.database.db, { personId: board.stranger }, board.boardId)).toBeNull();
  });

  test("has no year that was not told, and offers the form when none is under way this year", async () => {
    expect((await viewFor(board.clerk)).askable?.partners[0]?.people).toHaveLength(MEMBERS);
    expect((await viewFor(board.chair)).askable).toBeNull();
    const of = await underWay();
    expect((await viewFor(board.clerk)).askable).toBeNull();
    await answering(5, of);
    await endAssessment(needs, await as(board.clerk), of);
    const view = await viewFor(board.chair, "2026");
    expect([view.years, view.shown?.year, view.shown?.before]).toEqual([[2026], 2026, null]);
    const allowed = await allowedBoard(house.database.db, { personId: board.chair }, board.boardId);
    expect(allowed && (await loadAssessment(needs, allowed, "2025"))).toBeNull();
  });

  test("of another board’s assessment does nothing", async () => {
    const of = await underWay();
    const other = await storedBoard(house.database);
    expect(
      codes(await endAssessment(needs, await as(other.clerk), { ...of, boardId: other.boardId })),
    ).toEqual(["notFound"]);
  });
});
