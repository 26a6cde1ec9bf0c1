// A board's rules: changed by its clerk, told to its meetings at once, and never without a trace of what they were.
import * as z from "zod";
import { auditOf } from "#db/audit.ts";
import { boardById, changeRules as changeRow } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { type MeetingRow, meetingsOf } from "#db/meetings.ts";
import { allPeople } from "#db/people.ts";
import { seatsOf } from "#db/seats.ts";
import type { BoardId } from "#domain/ids.ts";
import { type Rules, storedRules, wholeRules } from "#domain/meeting/board-rules.ts";
import { BoardRules } from "#domain/meeting/registers.ts";
import type { Phase } from "#domain/meeting/state.ts";
import { preparesMeetings } from "#domain/meeting/visibility.ts";
import type { ChangeRules, UndoRules } from "#domain/registers/boards.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import type { AllowedBoard } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import { whyNot } from "./boards.ts";
import type { House } from "./house.ts";
import { recordRegisters } from "./record-registers.ts";

const CHANGES_SHOWN = 100;
const MEETINGS_SHOWN = 60;
const notClosed: readonly Phase[] = ["draft", "published", "inSession", "adjourned"];

export async function changeRules(house: House, asker: Asker, asked: ChangeRules): Promise<Answer> {
  const { boardId, basis, ...rules } = asked;
  const refusal = whyNot(asker, boardId);
  if (refusal) return refusal;
  const { db } = house.database;
  const [board, last] = await Promise.all([boardById(db, boardId), lastChange(db, boardId)]);
  if (board === undefined) return problem("notFound");
  if (basis !== (last?.id ?? 0)) return problem("changedMeanwhile");
  if (rules.quorum > (await seatsCounted(db, boardId))) return problem("quorumAboveSeats", "quorum");
  if (isSame(wholeRules(board.rules), rules)) return problem("nothingChanges");
  return put(house, asker, { boardId, from: board.rules, to: rules, undoes: null });
}

/** The last change taken back, as a change of its own: it may in its turn be taken back. */
export async function undoRules(house: House, asker: Asker, { boardId, change }: UndoRules): Promise<Answer> {
  const refusal = whyNot(asker, boardId);
  if (refusal) return refusal;
  const { db } = house.database;
  const [board, last] = await Promise.all([boardById(db, boardId), lastChange(db, boardId)]);
  if (board === undefined) return problem("notFound");
  if (last?.id !== change) return problem("changedMeanwhile");
  if (last.from.quorum > (await seatsCounted(db, boardId))) return problem("quorumAboveSeats");
  return put(house, asker, { boardId, from: board.rules, to: last.from, undoes: change });
}

type Put = {
  readonly boardId: BoardId;
  readonly from: BoardRules;
  readonly to: Rules;
  readonly undoes: number | null;
};

async function put(house: House, asker: Asker, { boardId, from, to, undoes }: Put): Promise<Answer> {
  const rules = storedRules(to);
  const detail = { from: storedRules(wholeRules(from)), to: rules, undoes };
  const change = { by: asker.personId, at: house.clock.now(), what: "rulesChanged", detail };
  if (!(await changeRow(house.database.db, boardId, { from, to: rules }, change)))
    return problem("changedMeanwhile");
  return recordRegisters(house, asker.personId, [boardId]);
}

export type RulesChange = {
  readonly id: number;
  readonly at: number;
  /** Null when the house did it itself. */
  readonly by: string | null;
  readonly from: Rules;
  readonly to: Rules;
  /** The change it takes back. */
  readonly undoes: number | null;
};

export type RulesView = {
  readonly boardId: BoardId;
  readonly name: string;
  readonly rules: Rules;
  readonly seatsCounted: number;
  /** The newest first. */
  readonly changes: readonly RulesChange[];
  /** Meetings that follow a change at once, the soonest first. */
  readonly following: readonly Pick<MeetingRow, "id" | "title" | "startsAt" | "phase">[];
};

/** The rules as those with a role on the board read them, with what they were before. */
export async function rulesView(db: Database, { boardId, role }: AllowedBoard): Promise<RulesView | null> {
  const phases = preparesMeetings(role) ? notClosed : notClosed.filter((phase) => phase !== "draft");
  const asked = { boards: [boardId], phases, order: "soonestFirst", most: MEETINGS_SHOWN } as const;
  const [board, changes, people, counted, meetings] = await Promise.all([
    boardById(db, boardId),
    changesOf(db, boardId, CHANGES_SHOWN),
    allPeople(db),
    seatsCounted(db, boardId),
    meetingsOf(db, asked),
  ]);
  if (board === undefined) return null;
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return {
    boardId,
    name: board.name,
    rules: wholeRules(board.rules),
    seatsCounted: counted,
    changes: changes.map(({ by, ...change }) => ({ ...change, by: by && (nameOf.get(by) ?? null) })),
    following: meetings.map(({ id, title, startsAt, phase }) => ({ id, title, startsAt, phase })),
  };
}

const Changed = z.object({ from: BoardRules, to: BoardRules, undoes: z.number().nullable() });
/** How it was written down while a board's name and its rules were changed together. */
const ChangedTogether = z.object({ before: z.object({ rules: BoardRules }), rules: BoardRules });

async function changesOf(db: Database, boardId: BoardId, most: number) {
  const rows = await auditOf(db, { about: boardId, called: ["rulesChanged", "boardChanged"], most });
  return rows.flatMap(({ id, at, by, detail }) => {
    const changed = Changed.safeParse(detail).data ?? together(ChangedTogether.safeParse(detail).data);
    if (!changed) return [];
    const [from, to] = [wholeRules(changed.from), wholeRules(changed.to)];
    return isSame(from, to) ? [] : [{ id, at, by, from, to, undoes: changed.undoes }];
  });
}

function together(changed: z.infer<typeof ChangedTogether> | undefined): z.infer<typeof Changed> | undefined {
  return changed && { from: changed.before.rules, to: changed.rules, undoes: null };
}

async function lastChange(db: Database, boardId: BoardId) {
  const [last] = await changesOf(db, boardId, CHANGES_SHOWN);
  return last;
}

async function seatsCounted(db: Database, boardId: BoardId): Promise<number> {
  return (await seatsOf(db, boardId)).filter(({ fullMember }) => fullMember).length;
}

function isSame(one: Rules, other: Rules): boolean {
  return JSON.stringify(storedRules(one)) === JSON.stringify(storedRules(other));
}
