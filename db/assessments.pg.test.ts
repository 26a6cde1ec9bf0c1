import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { assessed, tooFew } from "#domain/assessment/scoring.ts";
import { BoxId, type PersonId } from "#domain/ids.ts";
import { slips } from "#tests/support/assessments.ts";
import { AT, type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import {
  type AssessmentRow,
  answeredInto,
  assessmentById,
  assessmentsOf,
  assessmentsUnderWay,
  castAssessment,
  claimLetters,
  countAssessment,
  endAssessment,
  insertAssessment,
  lettersTo,
  linkOfToken,
  moveAssessment,
  rehashLink,
  revokeAssessmentLink,
  stopLetters,
  takeBackAssessment,
} from "./assessments.ts";
import { openDatabase } from "./client.ts";
import { sealedIn } from "./sealed-answers.ts";

const database = openDatabase(inject("databaseUrl"));
const { log, db } = database;
// what the owner of the tables, a superuser here, can look at
const sql = postgres(inject("databaseUrl"), { max: 2, onnotice: () => {} });

const MEMBERS = 7;
const DAY = 24 * 60 * 60 * 1000;
let board: StoredBoard;
beforeAll(async () => {
  board = await storedBoard(database, { memberCount: MEMBERS });
});
afterAll(() => Promise.all([database.close(), sql.end()]));

let year = 2000;
const change = (what = "tried") => ({ by: board.clerk, at: AT, what });

type Opened = AssessmentRow & {
  readonly links: readonly { readonly id: string; readonly personId: PersonId }[];
};

async function opened(changes: Partial<AssessmentRow> = {}): Promise<Opened> {
  year += 1;
  const row: AssessmentRow = {
    id: randomUUID(),
    boardId: board.boardId,
    year,
    opensAt: AT,
    closesAt: AT + 14 * DAY,
    madeBy: board.clerk,
    box: BoxId.parse(randomUUID()),
    officersBox: null,
    asked: MEMBERS,
    invitedAt: null,
    remindedAt: null,
    endedAt: null,
    result: null,
    ...changes,
  };
  const officers = row.officersBox === null ? [] : [board.chair, board.clerk];
  const links = [...board.members, ...officers].map((personId) => ({
    id: randomUUID(),
    personId,
    pool: officers.includes(personId) ? ("officers" as const) : ("members" as const),
    sectorGroup: "public" as const,
    tokenHash: randomUUID(),
  }));
  await insertAssessment(db, row, links, change("assessmentOpened"));
  return { ...row, links };
}

const cast = (linkId: string, words = linkId, at = AT) =>
  castAssessment(log, { linkId, at, sealed: Buffer.from(words) });
const keysIn = async (box: BoxId) => (await sealedIn(log, box))?.sealed.map(({ key }) => key) ?? [];

describe("who has answered, and what was answered, cannot be joined", () => {
  test("not by the transaction that wrote them, of any table that names a person", async () => {
    const { box, links, id } = await opened();
    for (const link of links) {
      expect(await cast(link.id, link.personId)).toBe("taken");
      const joined = await sql`
        select r.who from answer_receipts r join sealed_answers s on s.xmin = r.xmin or s.xmax = r.xmax and s.xmax <> 0
        where r.box_id = ${box} and s.box_id = ${box}
        union all
        select l.person_id::text from assessment_links l, sealed_answers s
        where l.assessment_id = ${id} and s.box_id = ${box} and (l.xmin = s.xmin or l.xmax = s.xmin or l.xmax = s.xmax and s.xmax <> 0)
        union all
        select p.id::text from people p, sealed_answers s where s.box_id = ${box} and (p.xmin = s.xmin or p.xmax = s.xmin)`;
      expect(joined).toEqual([]);
    }
  });

  test("nor by transactions that follow one another: all receipts bear one, all answers another", async () => {
    const { box, links } = await opened();
    for (const link of links) await cast(link.id);
    const [kinds] = await sql`
      select
        (select count(distinct xmin::text) from answer_receipts where box_id = ${box})::int as receipts,
        (select count(distinct xmin::text) from sealed_answers where box_id = ${box})::int as sealed,
        (select count(distinct cmin::text) from sealed_answers where box_id = ${box})::int as commands`;
    expect(kinds).toEqual({ receipts: 1, sealed: 1, commands: 1 });
  });

  test("an answer leaves no trace in the row of its link: nothing is locked there, and nothing written", async () => {
    const { links, id } = await opened();
    const rowsOf = () =>
      sql`select *, xmin::text as n, xmax::text as m, ctid::text as place from assessment_links where assessment_id = ${id} order by id`;
    const before = await rowsOf();
    for (const link of links.slice(0, 3)) await cast(link.id);
    expect(await rowsOf()).toEqual(before);
  });

  test("nor by their place: one lies beside the other as often as chance would have it", async () => {
    const assessments = 30;
    let together = 0;
    let inOrder = 0;
    let asTheyCame = 0;
    for (let n = 0; n < assessments; n += 1) {
      const { box, links } = await opened();
      for (const link of links) await cast(link.id, link.personId);
      const receipts = await sql`select who from answer_receipts where box_id = ${box} order by ctid`;
      const answers = await sql`
        select convert_from(sealed, 'UTF8') as said from sealed_answers where box_id = ${box} order by ctid`;
      together += receipts.filter(({ who }, place) => answers[place]?.["said"] === who).length;
      asTheyCame += receipts.filter(({ who }, place) => who === links[place]?.personId).length;
      inOrder += answers.filter(({ said }, place) => said === links[place]?.personId).length;
    }
    // one each is what chance gives; more, or fewer, by five standard deviations would be an order
    for (const found of [together, inOrder, asTheyCame]) {
      expect(found).toBeGreaterThan(assessments - 5 * Math.sqrt(assessments));
      expect(found).toBeLessThan(assessments + 5 * Math.sqrt(assessments));
    }
  });

  test("nor by the audit trail: an answer writes no line in it", async () => {
    const { links } = await opened();
    const lines = async () => Number((await sql`select count(*) as many from audit`)[0]?.["many"]);
    const before = await lines();
    await cast(links[0]?.id ?? "");
    expect(await lines()).toBe(before);
  });

  test("and the server’s own role asks the functions, and writes neither the end nor the result", async () => {
    const { id } = await opened();
    const closed = { code: "42501" };
    await expect(log`select * from answer_receipts`).rejects.toMatchObject(closed);
    await expect(log`update assessments set ended_at = now() where id = ${id}`).rejects.toMatchObject(closed);
    await expect(log`update assessments set result = '{}' where id = ${id}`).rejects.toMatchObject(closed);
    await expect(log`update assessment_links set pool = 'officers'`).rejects.toMatchObject(closed);
    await expect(log`delete from assessments where id = ${id}`).rejects.toMatchObject(closed);
    await expect(log`delete from assessment_links`).rejects.toMatchObject(closed);
  });
});

describe("an answer", () => {
  test("is taken once for each person, however often and at once it comes", async () => {
    const { box, links } = await opened();
    const link = links[0]?.id ?? "";
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => cast(link, `try ${n}`)));
    expect(all.filter((outcome) => outcome === "taken")).toHaveLength(1);
    expect(new Set(all)).toEqual(new Set(["taken", "already"]));
    expect(await answeredInto(log, box)).toBe(1);
  });

  test("is taken from the first moment to before the last, by a link that is not revoked", async () => {
    const { id, links, closesAt } = await opened();
    const [first = "", second = "", third = ""] = links.map((link) => link.id);
    expect(await cast(first, "", AT - 1)).toBe("closed");
    expect(await cast(first, "", closesAt)).toBe("closed");
    expect(await cast(first, "", closesAt - 1)).toBe("taken");
    await revokeAssessmentLink(db, { assessmentId: id, linkId: second }, change());
    expect(await cast(second)).toBe("closed");
    expect(await cast(randomUUID())).toBe("closed");
    await endAssessment(db, id, change());
    expect(await cast(third)).toBe("closed");
  });

  test("of chair and clerks goes into a box of its own", async () => {
    const { box, officersBox, links } = await opened({ officersBox: BoxId.parse(randomUUID()) });
    for (const link of links) await cast(link.id);
    expect([await answeredInto(log, box), await answeredInto(log, officersBox)]).toEqual([MEMBERS, 2]);
  });

  test("lies unseen until the end", async () => {
    const { id, box, links } = await opened();
    for (const link of links) await cast(link.id);
    expect((await sealedIn(log, box))?.sealed).toEqual([]);
    await endAssessment(db, id, change());
    expect((await sealedIn(log, box))?.sealed).toHaveLength(MEMBERS);
  });
});

test("taken if and only if it came before the end: sixty races over two connections", async () => {
  const other = openDatabase(inject("databaseUrl"));
  const outcomes = { taken: 0, closed: 0 };
  for (let round = 0; round < 60; round += 1) {
    const { id, box, links } = await opened();
    const [one, two] = round % 2 === 0 ? [database, other] : [other, database];
    const [first, second] = await Promise.all([
      castAssessment(one.log, { linkId: links[0]?.id ?? "", at: AT, sealed: Buffer.from("1") }),
      castAssessment(two.log, { linkId: links[1]?.id ?? "", at: AT, sealed: Buffer.from("2") }),
      endAssessment(two.db, id, change()),
    ]);
    const taken = [first, second].filter((outcome) => outcome === "taken").length;
    expect((await sealedIn(log, box))?.sealed).toHaveLength(taken);
    outcomes.taken += taken;
    outcomes.closed += 2 - taken;
  }
  await other.close();
  expect(outcomes.taken + outcomes.closed).toBe(120);
  // races that all end the same way are none
  expect(Math.min(outcomes.taken, outcomes.closed)).toBeGreaterThan(0);
});

describe("counting", () => {
  test("happens once, after the end, and leaves the result and nothing else", async () => {
    const { id, box, officersBox, links } = await opened({ officersBox: BoxId.parse(randomUUID()) });
    for (const link of links) await cast(link.id);
    const result = assessed(slips(MEMBERS), []);
    expect(await countAssessment(log, id, { keys: [], officers: [], result })).toBe(false);
    expect(await endAssessment(db, id, change())).toBe(true);
    expect(await endAssessment(db, id, change())).toBe(false);

    const keys = await keysIn(box);
    const officers = await keysIn(officersBox ?? box);
    expect(await countAssessment(log, id, { keys: keys.slice(1), officers, result })).toBe(false);
    const once = await Promise.all([1, 2].map(() => countAssessment(log, id, { keys, officers, result })));
    expect(once.filter(Boolean)).toHaveLength(1);

    expect((await assessmentById(db, id))?.result).toEqual(result);
    expect([await answeredInto(log, box), await answeredInto(log, officersBox)]).toEqual([MEMBERS, 2]);
    const [left] = await sql`
      select (select count(*) from answer_receipts where box_id in (${box}, ${officersBox ?? box}))
        + (select count(*) from sealed_answers where box_id in (${box}, ${officersBox ?? box})) as many`;
    expect(Number(left?.["many"])).toBe(0);
  });

  test("of the officers’ answers by half is undone with the members’", async () => {
    const { id, box, links } = await opened({ officersBox: BoxId.parse(randomUUID()) });
    for (const link of links) await cast(link.id);
    await endAssessment(db, id, change());
    const keys = await keysIn(box);
    await expect(countAssessment(log, id, { keys, officers: [], result: tooFew(7) })).rejects.toMatchObject({
      code: "P0001",
    });
    expect((await assessmentById(db, id))?.result).toBeNull();
    expect(await keysIn(box)).toHaveLength(MEMBERS);
  });

  test("of one nobody answered finds nothing, and is done", async () => {
    const { id } = await opened();
    await endAssessment(db, id, change());
    expect(await countAssessment(log, id, { keys: [], officers: [], result: tooFew(0) })).toBe(true);
    expect((await assessmentsUnderWay(db)).map((row) => row.id)).not.toContain(id);
  });
});

describe("a letter goes", () => {
  test("to all who are asked, and a reminder to those who have not answered", async () => {
    const { id, links } = await opened();
    expect(await lettersTo(log, id, { unanswered: false })).toHaveLength(MEMBERS);
    await cast(links[0]?.id ?? "");
    await cast(links[3]?.id ?? "");
    const left = await lettersTo(log, id, { unanswered: true });
    expect(left.map(({ linkId }) => linkId).toSorted()).toEqual(
      links
        .filter((_, place) => place !== 0 && place !== 3)
        .map((link) => link.id)
        .toSorted(),
    );
  });

  test("to nobody whose link is revoked, who is not let in, or who wants none", async () => {
    const { id, links } = await opened();
    const [revoked, disabled, stopped] = links;
    if (!revoked || !disabled || !stopped) throw new Error("seven are asked");
    await revokeAssessmentLink(db, { assessmentId: id, linkId: revoked.id }, change());
    await stopLetters(db, stopped.personId, true);
    await stopLetters(db, stopped.personId, true);
    await sql`update people set disabled_at = now() where id = ${disabled.personId}`;
    const to = (await lettersTo(log, id, { unanswered: false })).map(({ linkId }) => linkId);
    await sql`update people set disabled_at = null where id = ${disabled.personId}`;
    await stopLetters(db, stopped.personId, false);
    expect(to).toHaveLength(MEMBERS - 3);
    expect(await lettersTo(log, id, { unanswered: false })).toHaveLength(MEMBERS - 1);
  });

  test("once, whoever would send it at the same moment", async () => {
    const { id } = await opened();
    const claims = (what: "invitedAt" | "remindedAt", before: number) =>
      Promise.all(
        [1, 2, 3].map(() => claimLetters(db, { id, before }, what, { ...change(), at: before + 1 })),
      );
    expect((await claims("invitedAt", AT)).filter(Boolean)).toHaveLength(1);
    expect((await claims("remindedAt", AT)).filter(Boolean)).toHaveLength(1);
    expect((await claims("remindedAt", AT + DAY)).filter(Boolean)).toHaveLength(1);
    await endAssessment(db, id, change());
    expect((await claims("remindedAt", AT + 2 * DAY)).filter(Boolean)).toHaveLength(0);
  });
});

describe("an assessment", () => {
  test("is taken back while no letter has gone out and nobody has answered", async () => {
    const untouched = await opened();
    expect(await takeBackAssessment(db, untouched.id, change())).toBe(true);
    expect(await assessmentById(db, untouched.id)).toBeUndefined();

    const invited = await opened();
    await claimLetters(db, { id: invited.id, before: AT }, "invitedAt", change());
    expect(await takeBackAssessment(db, invited.id, change())).toBe(false);

    const begun = await opened();
    await cast(begun.links[0]?.id ?? "");
    expect(await takeBackAssessment(db, begun.id, change())).toBe(false);
  });

  test("there is one a year of each board", async () => {
    const { year: of } = await opened();
    await expect(opened({ year: of })).rejects.toMatchObject({
      cause: { constraint_name: "assessments_year" },
    });
    expect((await assessmentsOf(db, board.boardId)).filter((row) => row.year === of)).toHaveLength(1);
  });

  test("can be given another last day until it has ended", async () => {
    const { id } = await opened();
    expect(await moveAssessment(db, id, AT + 30 * DAY, change())).toBe(true);
    expect((await assessmentById(db, id))?.closesAt).toBe(AT + 30 * DAY);
    await endAssessment(db, id, change());
    expect(await moveAssessment(db, id, AT + 40 * DAY, change())).toBe(false);
  });

  test("a link is known by the hash of its token, and by another once that is another", async () => {
    const { links } = await opened();
    const link = links[0]?.id ?? "";
    await rehashLink(db, link, `new ${link}`);
    expect((await linkOfToken(db, `new ${link}`))?.id).toBe(link);
    expect(await linkOfToken(db, "nobody’s")).toBeUndefined();
  });
});
