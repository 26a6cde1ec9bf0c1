// The yearly paper on a real database: who may, what two at once come to, and what stays when the records move on.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { auditOf } from "#db/audit.ts";
import { insertRevision } from "#db/papers.ts";
import { dayOf } from "#domain/calendar.ts";
import type { ItemId, MeetingId, PaperId, PersonId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { isLaid } from "#domain/paper/edits.ts";
import type { SaveParagraph } from "#domain/registers/papers.ts";
import { asking, openHouse, type TestHouse } from "#tests/support/house.ts";
import { newEntry, newPartner, newPerson } from "#tests/support/ids.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import { CANARY, carriedOut, challenge, inSession } from "#tests/support/stored-meeting.ts";
import { allowedBoard } from "../auth/access.ts";
import { loadPaper, paperInPrint, papersFor, savingsOf } from "./load-paper.ts";
import { saveParagraph, writeAgain, writePaper } from "./write-paper.ts";

const KEY = "records/written";
const PLACE = { section: "records", name: "written" };
let house: TestHouse;
let board: StoredBoard;
beforeAll(async () => {
  house = await openHouse(await ownDatabase(inject("databaseUrl")));
  board = await storedBoard(house.database);
  await closedMeeting(board);
});
afterAll(() => house.close());

const refused = (code: string, field: string | null = null) => ({ ok: false, problems: [{ field, code }] });

/** With a challenge said openly and one said without the public. */
async function closedMeeting(on: StoredBoard): Promise<MeetingId> {
  const { desks } = house.sockets;
  const { meetingId, item, restrictedItem } = await inSession(desks, on);
  const [member = on.chair] = on.members;
  const open = challenge(on, item);
  await carriedOut(desks, meetingId, member, open);
  await carriedOut(desks, meetingId, on.chair, {
    type: "closeItem",
    itemId: item,
    confirmed: [open.entryId],
  });
  await carriedOut(desks, meetingId, on.chair, { type: "excludePublic", reason: "Commercial terms" });
  await carriedOut(desks, meetingId, on.chair, { type: "openItem", itemId: restrictedItem });
  const shut = challenge(on, restrictedItem, 0, CANARY);
  await carriedOut(desks, meetingId, member, shut);
  const money = moneyPoint(on, restrictedItem, shut.speaker);
  await carriedOut(desks, meetingId, on.clerk, money);
  const confirmed = [shut.entryId, money.entryId];
  await carriedOut(desks, meetingId, on.chair, { type: "closeItem", itemId: restrictedItem, confirmed });
  await carriedOut(desks, meetingId, on.chair, { type: "closeMeeting" });
  return meetingId;
}

type MoneyPoint = Extract<SentCommand, { type: "recordMoneyPoint" }>;

/** A sum named without the public. */
function moneyPoint({ registers }: StoredBoard, itemId: ItemId, speaker: MoneyPoint["speaker"]): MoneyPoint {
  const ownPartner = registers.seats[0]?.partnerId ?? newPartner();
  return {
    type: "recordMoneyPoint",
    entryId: newEntry(),
    itemId,
    speaker,
    text: "The price",
    ownPartner,
    moneyKind: "pooled",
    amount: { kind: "stated", pence: 777_000_00 },
    period: "2026/27",
    source: "Valuation",
    pot: null,
    stage: "mentioned",
  };
}

const thisMonth = () => dayOf(house.clock.now()).slice(0, 7);

async function writtenOn(on: StoredBoard): Promise<PaperId> {
  const answer = await writePaper(house, await asking(house, on.clerk), {
    boardId: on.boardId,
    month: thisMonth(),
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.paperId;
}

async function read(paperId: PaperId, person: PersonId = board.clerk, on = board) {
  return loadPaper(house.database.db, { personId: person }, { boardId: on.boardId, paperId });
}

async function paragraph(paperId: PaperId, key = KEY, on = board) {
  const laid = (await read(paperId, on.clerk, on))?.sections
    .flatMap(({ blocks }) => blocks.filter(isLaid))
    .find(({ block }) => block.key === key);
  if (!laid) throw new Error(`no ${key}`);
  return laid;
}

const saving = (paperId: PaperId, more: Partial<SaveParagraph> = {}): SaveParagraph => ({
  paperId,
  key: KEY,
  basis: 0,
  writing: 1,
  text: "Two hard questions.",
  isPublic: false,
  ...more,
});

describe("a paper", () => {
  test("is written by the clerk with one press, and a second press finds it", async () => {
    const paperId = await writtenOn(board);
    expect(await writtenOn(board)).toBe(paperId);
    expect((await read(paperId))?.paper.sections).toHaveLength(10);
    expect((await paragraph(paperId)).text).toContain("two challenges");
    expect(await auditOf(house.database.db, { about: paperId, most: 9 })).toMatchObject([
      { what: "paperWritten", by: board.clerk },
    ]);
  });

  test("is one, though two press at once", async () => {
    const other = await storedBoard(house.database);
    await closedMeeting(other);
    const [one, two] = await Promise.all([writtenOn(other), writtenOn(other)]);
    expect(one).toBe(two);
  });

  test("is read by clerk and chair, and is nothing to members, other boards and strangers", async () => {
    const paperId = await writtenOn(board);
    const { db } = house.database;
    const other = await storedBoard(house.database);
    const [member = newPerson()] = board.members;
    expect(await read(paperId, board.chair)).toMatchObject({ mayWrite: false });
    for (const person of [member, board.observer, board.stranger, other.clerk, other.chair]) {
      expect(await read(paperId, person)).toBeNull();
      expect(await paperInPrint(db, { personId: person }, { paperId, form: "public" })).toBeNull();
      const asker = await asking(house, person);
      expect(await savingsOf(house, asker, { paperId, ...PLACE })).toEqual(refused("notFound"));
      expect(await saveParagraph(house, asker, saving(paperId))).toEqual(refused("notFound"));
      expect(await writeAgain(house, asker, { paperId, basis: 1 })).toEqual(refused("notFound"));
    }
    expect(await read(paperId, other.clerk, other)).toBeNull();
    const chair = await asking(house, board.chair);
    expect(await saveParagraph(house, chair, saving(paperId))).toEqual(refused("roleMayNot"));
    expect(await writePaper(house, chair, { boardId: board.boardId, month: thisMonth() })).toEqual(
      refused("roleMayNot"),
    );
    const allowed = await allowedBoard(db, { personId: member }, board.boardId);
    expect(allowed && (await papersFor(db, allowed))).toEqual([]);
  });

  test("has no words of what was said without the public in any form", async () => {
    const paperId = await writtenOn(board);
    expect(JSON.stringify(await read(paperId))).not.toContain(CANARY);
  });

  test("is not written of twelve months without a meeting", async () => {
    const clerk = await asking(house, board.clerk);
    expect(await writePaper(house, clerk, { boardId: board.boardId, month: "2019-12" })).toEqual(
      refused("nothingHeld", "month"),
    );
  });
});

describe("a paragraph", () => {
  test("saved by two at once keeps the first and hands it to the second", async () => {
    const on = await storedBoard(house.database);
    await closedMeeting(on);
    const paperId = await writtenOn(on);
    const clerk = await asking(house, on.clerk);
    const answers = await Promise.all(
      ["One.", "Two."].map((text) => saveParagraph(house, clerk, saving(paperId, { text }))),
    );
    const kept = answers.filter((answer) => answer.ok && answer.saved.kept);
    const held = answers.filter((answer) => answer.ok && !answer.saved.kept);
    expect([kept.length, held.length]).toEqual([1, 1]);
    const { text } = await paragraph(paperId, KEY, on);
    expect(held[0]).toMatchObject({ saved: { basis: 1, text } });

    // both are there: the second is saved over the first, which stays in the history
    const mine = text === "One." ? "Two." : "One.";
    await saveParagraph(house, clerk, saving(paperId, { basis: 1, text: mine }));
    const history = await savingsOf(house, clerk, { paperId, ...PLACE });
    expect(history).toMatchObject({ ok: true, savings: [{ text: mine }, { text }] });
    expect((await auditOf(house.database.db, { about: paperId, most: 9 })).map(({ what }) => what)).toEqual([
      "paragraphSaved",
      "paragraphSaved",
      "paperWritten",
    ]);
  });

  test("is for the public only if it names nobody and no sum named without the public", async () => {
    const on = await storedBoard(house.database);
    await closedMeeting(on);
    const paperId = await writtenOn(on);
    const clerk = await asking(house, on.clerk);
    const forPublic = (text: string) =>
      saveParagraph(house, clerk, saving(paperId, { text, isPublic: true }));
    expect(await forPublic("As Member 0 said.")).toEqual(refused("namesSomebody", "text"));
    expect(await forPublic("The land would cost £777k.")).toEqual(refused("restrictedSum", "text"));
    expect(await forPublic("The land would cost £700,000.")).toMatchObject({ saved: { kept: true } });
    const own = saving(paperId, { basis: 1, text: "As Member 0 said, £777k." });
    expect(await saveParagraph(house, clerk, own)).toMatchObject({ saved: { kept: true } });
    const print = await paperInPrint(house.database.db, { personId: on.clerk }, { paperId, form: "public" });
    expect(JSON.stringify(print)).not.toContain("£777k");
  });

  test("over a writing that is not there is refused, though it was saved before", async () => {
    const on = await storedBoard(house.database);
    await closedMeeting(on);
    const paperId = await writtenOn(on);
    const clerk = await asking(house, on.clerk);
    await saveParagraph(house, clerk, saving(paperId));
    // without the meetings of the writing there would be no sums to look for
    const nowhere = saving(paperId, { basis: 1, writing: 99, text: "It costs £777k.", isPublic: true });
    expect(await saveParagraph(house, clerk, nowhere)).toEqual(refused("notFound"));
  });

  test("that has gone from the records since it was saved is saved all the same", async () => {
    const on = await storedBoard(house.database);
    await closedMeeting(on);
    const paperId = await writtenOn(on);
    const clerk = await asking(house, on.clerk);
    const { db } = house.database;
    const key = "records/gone";
    const change = { by: on.clerk, at: house.clock.now(), what: "paragraphSaved", detail: { key } };
    const before = { paperId, key, no: 1, text: "Before.", over: "It was.", isPublic: false };
    await insertRevision(db, before, change);
    const again = saving(paperId, { key, basis: 1, text: "After.", isPublic: true });
    expect(await saveParagraph(house, clerk, again)).toMatchObject({ saved: { kept: true, basis: 2 } });
    const sum = saving(paperId, { key, basis: 2, text: "It costs £777k.", isPublic: true });
    expect(await saveParagraph(house, clerk, sum)).toEqual(refused("restrictedSum", "text"));
  });

  test("the records have nothing of is refused", async () => {
    const paperId = await writtenOn(board);
    const clerk = await asking(house, board.clerk);
    const strange = saving(paperId, { key: "style/league-table" });
    expect(await saveParagraph(house, clerk, strange)).toEqual(refused("notFound"));
  });
});

test("written again after another meeting, the paper keeps the officer’s words and shows what moved", async () => {
  const on = await storedBoard(house.database);
  await closedMeeting(on);
  const paperId = await writtenOn(on);
  const clerk = await asking(house, on.clerk);
  expect(await writeAgain(house, clerk, { paperId, basis: 1 })).toEqual(refused("nothingChanges"));
  await saveParagraph(house, clerk, saving(paperId, { text: "Quiet year." }));

  await closedMeeting(on);
  expect(await writeAgain(house, clerk, { paperId, basis: 1 })).toEqual({ ok: true });
  expect(await writeAgain(house, clerk, { paperId, basis: 1 })).toEqual(refused("changedMeanwhile"));
  expect(await paragraph(paperId, KEY, on)).toMatchObject({
    state: "moved",
    text: "Quiet year.",
    before: expect.stringContaining("two challenges"),
    block: { text: expect.stringContaining("four challenges") },
  });
  expect(await paragraph(paperId, "records/held", on)).toMatchObject({
    state: "written",
    before: expect.any(String),
  });

  // what was typed over the first writing is known to have been, though it is saved after the second
  await saveParagraph(house, clerk, saving(paperId, { basis: 1, writing: 1, text: "Still quiet." }));
  expect((await paragraph(paperId, KEY, on)).state).toBe("moved");
  await saveParagraph(house, clerk, saving(paperId, { basis: 2, writing: 2, text: null }));
  expect(await paragraph(paperId, KEY, on)).toMatchObject({
    state: "written",
    text: expect.stringContaining("four challenges"),
  });
});
