// The yearly paper of a board: written from its records by its clerk, put in other words by its clerk, read by its
// chair as well. To everybody else it is as if it were not there.
import { randomUUID } from "node:crypto";
import { assessmentsOf } from "#db/assessments.ts";
import { boardById } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import * as stored from "#db/papers.ts";
import { type BoardId, PaperId } from "#domain/ids.ts";
import { figuresTold } from "#domain/paper/figures.ts";
import { blocksOf, isEditable, Paper } from "#domain/paper/paper.ts";
import { paperOf } from "#domain/paper/write-paper.ts";
import { twelveMonthsTo } from "#domain/paper/years.ts";
import type { Saved, SaveParagraph, WriteAgain, WritePaper } from "#domain/registers/papers.ts";
import { type Answer, type Problems, problem } from "#domain/registers/problems.ts";
import { allowedBoard } from "../auth/access.ts";
import { type Asker, roleOnBoard } from "../auth/asker.ts";
import { boardFacts } from "../dashboard/board-facts.ts";
import { unlessBroken } from "../registers/constraint.ts";
import { changeBy, type House } from "../registers/house.ts";
import { keptRegisters } from "../registers/kept-registers.ts";
import { whyNotPublic } from "./public-words.ts";

export async function writePaper(
  house: House,
  asker: Asker,
  { boardId, month }: WritePaper,
): Promise<Answer<{ readonly paperId: PaperId }>> {
  const refusal = whyNot(asker, boardId);
  if (refusal) return refusal;
  const { db } = house.database;
  const { from, to } = twelveMonthsTo(month);
  const there = (await stored.papersOf(db, boardId)).find(({ fromDay }) => fromDay === from);
  if (there) return { ok: true, paperId: there.id };
  const content = await written(house, asker, { boardId, from, to });
  if (!content) return problem("nothingHeld", "month");

  const paperId = PaperId.parse(randomUUID());
  const change = changeBy(house, asker, "paperWritten", { from, to });
  const isFirst = await unlessThere("papers_year", () =>
    stored.insertPaper(db, { id: paperId, boardId, fromDay: from, toDay: to, content }, change),
  );
  // two pressed at once: there is one paper, and both have it
  const other = isFirst
    ? undefined
    : (await stored.papersOf(db, boardId)).find(({ fromDay }) => fromDay === from);
  return { ok: true, paperId: other?.id ?? paperId };
}

export async function writeAgain(
  house: House,
  asker: Asker,
  { paperId, basis }: WriteAgain,
): Promise<Answer> {
  const { db } = house.database;
  const paper = await paperFor(db, asker, paperId);
  if ("ok" in paper) return paper;
  const [last] = await stored.writingsOf(db, paperId, 1);
  if (last?.no !== basis) return problem("changedMeanwhile");
  const content = await written(house, asker, {
    boardId: paper.boardId,
    from: paper.fromDay,
    to: paper.toDay,
  });
  if (!content) return problem("nothingHeld");
  if (isSame(content, last.content)) return problem("nothingChanges");

  const change = changeBy(house, asker, "paperWrittenAgain", { no: basis + 1 });
  const isNext = await unlessThere("paper_writings_pkey", () =>
    stored.insertWriting(db, { paperId, no: basis + 1, content }, change),
  );
  return isNext ? { ok: true } : problem("changedMeanwhile");
}

/** The moment it was asked for is not what it says. */
function isSame(content: Paper, before: unknown): boolean {
  const earlier = Paper.safeParse(before).data;
  return JSON.stringify({ ...earlier, asOf: 0 }) === JSON.stringify({ ...Paper.parse(content), asOf: 0 });
}

/** Of two who save one paragraph at once the second is given the first one's words, and loses none of their own. */
export async function saveParagraph(
  house: House,
  asker: Asker,
  { paperId, key, basis, writing, text, isPublic }: SaveParagraph,
): Promise<Answer<{ readonly saved: Saved }>> {
  const { db } = house.database;
  const paper = await paperFor(db, asker, paperId);
  if ("ok" in paper) return paper;
  // which meetings' sums to look for is told by the writing: without it nothing could be said to be for the public
  const content = Paper.safeParse((await stored.writingAt(db, paperId, writing))?.content).data;
  if (!content) return problem("notFound");
  const [last] = await stored.revisionsOf(db, paperId, key, 1);
  const over = textAt(content, key);
  if (over === null && !last) return problem("notFound");
  if ((last?.no ?? 0) !== basis) return { ok: true, saved: theirs(last) };
  const unfit = isPublic && text !== null ? await whyNotPublic(house, content, text) : null;
  if (unfit) return unfit;

  const revision = { paperId, key, no: basis + 1, text, over: over ?? "", isPublic };
  const change = changeBy(house, asker, "paragraphSaved", { key, no: revision.no });
  if (await unlessThere("paper_revisions_pkey", () => stored.insertRevision(db, revision, change)))
    return { ok: true, saved: { kept: true, basis: revision.no } };
  const [meanwhile] = await stored.revisionsOf(db, paperId, key, 1);
  return { ok: true, saved: theirs(meanwhile) };
}

function theirs(last: stored.SavedRevision | undefined): Saved {
  return {
    kept: false,
    basis: last?.no ?? 0,
    text: last?.text ?? null,
    isPublic: last?.isPublic ?? false,
    by: last?.by ?? "",
  };
}

/** What the records had written of a paragraph; null where they had nothing of it. */
function textAt(paper: Paper, key: string): string | null {
  const block = blocksOf(paper).find((each) => each.key === key);
  return block && isEditable(block) ? block.text : null;
}

async function written(
  { database, clock }: House,
  asker: Asker,
  { boardId, from, to }: { readonly boardId: BoardId; readonly from: string; readonly to: string },
): Promise<Paper | null> {
  const allowed = await allowedBoard(database.db, asker, boardId);
  const board = allowed && (await boardById(database.db, boardId));
  if (!board) return null;
  const asOf = clock.now();
  const [{ facts }, kept, asked] = await Promise.all([
    boardFacts(database, allowed),
    keptRegisters(database.db, allowed, asOf),
    assessmentsOf(database.db, boardId),
  ]);
  return paperOf({
    board: { id: board.id, name: board.name, layer: board.layer },
    facts,
    kept,
    indicators: figuresTold,
    assessments: asked.flatMap(({ result, ...row }) => (result ? [{ ...row, result }] : [])),
    from,
    to,
    asOf,
  });
}

/** The clerk writes; whoever may not even read is told that there is nothing. */
async function paperFor(db: Database, asker: Asker, paperId: PaperId): Promise<stored.PaperRow | Problems> {
  const paper = await stored.paperById(db, paperId);
  if (!paper) return problem("notFound");
  return whyNot(asker, paper.boardId) ?? paper;
}

function whyNot(asker: Asker, boardId: BoardId): Problems | null {
  const role = roleOnBoard(asker, boardId);
  if (role === "clerk") return null;
  return problem(role === "chair" ? "roleMayNot" : "notFound");
}

/** False when the row is there already. */
async function unlessThere(constraint: string, insert: () => Promise<void>): Promise<boolean> {
  return unlessBroken(
    constraint,
    async () => {
      await insert();
      return true;
    },
    false,
  );
}
