// The yearly paper as its board's clerk and chair read it: what the records wrote, with the clerk's words over it.
import type { Database, OpenDatabase } from "#db/client.ts";
import { meetingsOf } from "#db/meetings.ts";
import * as stored from "#db/papers.ts";
import { dayOf } from "#domain/calendar.ts";
import type { BoardId, PaperId } from "#domain/ids.ts";
import { CLOSED_PHASES } from "#domain/meeting/state.ts";
import { type Form, type LaidSection, laidOver, printed } from "#domain/paper/edits.ts";
import { Paper } from "#domain/paper/paper.ts";
import type { ParagraphSavings, Saving } from "#domain/registers/papers.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import { type AllowedBoard, allowedBoard } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import type { House } from "../registers/house.ts";

export type LoadedPaper = {
  readonly paperId: PaperId;
  readonly paper: Paper;
  readonly sections: readonly LaidSection[];
  /** The number of the writing shown, and when the records wrote it. */
  readonly writing: number;
  readonly writtenAt: number;
  readonly savings: readonly stored.SavedRevision[];
  readonly mayWrite: boolean;
};

/** Clerk and chair; a paper is not the board's until they give it to it. */
export function readsPapers({ role }: AllowedBoard): boolean {
  return role === "clerk" || role === "chair";
}

export async function papersFor(db: Database, allowed: AllowedBoard): Promise<readonly stored.PaperRow[]> {
  return readsPapers(allowed) ? stored.papersOf(db, allowed.boardId) : [];
}

type Read = { readonly row: stored.PaperRow; readonly allowed: AllowedBoard };

async function readable(
  db: Database,
  asker: Pick<Asker, "personId">,
  paperId: PaperId,
): Promise<Read | null> {
  const row = await stored.paperById(db, paperId);
  const allowed = row && (await allowedBoard(db, asker, row.boardId));
  return allowed && readsPapers(allowed) ? { row, allowed } : null;
}

/** Null when there is none that this person may read, or not on this board. */
export async function loadPaper(
  db: Database,
  asker: Pick<Asker, "personId">,
  { boardId, paperId }: { readonly boardId: BoardId; readonly paperId: PaperId },
): Promise<LoadedPaper | null> {
  const read = await readable(db, asker, paperId);
  if (read?.row.boardId !== boardId) return null;
  const [writings, savings] = await Promise.all([
    stored.writingsOf(db, paperId, 2),
    stored.lastRevisions(db, paperId),
  ]);
  const [last, before] = writings;
  if (!last) return null;
  const paper = Paper.parse(last.content);
  return {
    paperId,
    paper,
    sections: laidOver(paper, savings, Paper.safeParse(before?.content).data ?? null),
    writing: last.no,
    writtenAt: last.at,
    savings,
    mayWrite: read.allowed.role === "clerk",
  };
}

/** What is printed of it, in one of its forms; null as above. */
export async function paperInPrint(
  db: Database,
  asker: Pick<Asker, "personId">,
  { paperId, form }: { readonly paperId: PaperId; readonly form: Form },
): Promise<Paper | null> {
  const read = await readable(db, asker, paperId);
  if (!read) return null;
  const [[last], savings] = await Promise.all([
    stored.writingsOf(db, paperId, 1),
    stored.lastRevisions(db, paperId),
  ]);
  return last ? printed(Paper.parse(last.content), savings, form) : null;
}

const SAVINGS_SHOWN = 50;
const MEETINGS_LOOKED_AT = 24;

/** Every saving of one paragraph, the newest first. */
export async function savingsOf(
  { database: { db } }: House,
  asker: Pick<Asker, "personId">,
  { paperId, section, name }: ParagraphSavings,
): Promise<Answer<{ readonly savings: readonly Saving[] }>> {
  if (!(await readable(db, asker, paperId))) return problem("notFound");
  const savings = await stored.revisionsOf(db, paperId, `${section}/${name}`, SAVINGS_SHOWN);
  return { ok: true, savings: savings.map(({ no, text, by, at }) => ({ no, text, by, at })) };
}

/** The months with which a paper can end, the newest first: those of its last closed meetings. */
export async function monthsToWrite(
  { db }: OpenDatabase,
  { boardId }: AllowedBoard,
): Promise<readonly string[]> {
  const held = await meetingsOf(db, {
    boards: [boardId],
    phases: CLOSED_PHASES,
    order: "latestFirst",
    most: MEETINGS_LOOKED_AT,
  });
  return [...new Set(held.map(({ startsAt }) => dayOf(startsAt).slice(0, 7)))];
}
