// What pages of kept lines show beside the lines: the names of what they name, and what became of them.
import { allBoards } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { meetingsOf } from "#db/meetings.ts";
import { allObjectives } from "#db/objectives.ts";
import { allPartners } from "#db/partners.ts";
import { allPeople } from "#db/people.ts";
import { allPots } from "#db/pots.ts";
import { changesOfLines, type Line, type LineChange, linesOf } from "#db/register-lines.ts";
import { everySeatOf } from "#db/seats.ts";
import type { BoardId, LineId } from "#domain/ids.ts";
import type { LineKind } from "#domain/registers/lines.ts";

/** Changes read for one page. */
export const CHANGES_SHOWN = 60;
const MEETINGS_NAMED = 400;

/** Of what is no longer there it is said that it is not. */
export type Names = {
  readonly [what in "partner" | "objective" | "pot" | "seat" | "role"]: (id: string) => string;
} & {
  /** When it begins. */
  readonly meeting: (id: string) => number | null;
};

export async function namesFor(db: Database, boardId: BoardId): Promise<Names> {
  const [partners, objectives, pots, boards, roles, meetings] = await Promise.all([
    allPartners(db),
    allObjectives(db),
    allPots(db),
    allBoards(db),
    linesOf(db, { boardId, kinds: ["supportRole"] }),
    meetingsOf(db, { boards: [boardId], order: "latestFirst", most: MEETINGS_NAMED }),
  ]);
  const seats = await Promise.all(
    boards.map(async ({ id, name }) => (await everySeatOf(db, id)).map((seat) => ({ ...seat, board: name }))),
  );
  const called = (list: readonly { readonly id: string; readonly name: string }[], otherwise: string) => {
    const byId = new Map(list.map(({ id, name }) => [id, name]));
    return (id: string) => byId.get(id) ?? otherwise;
  };
  return {
    partner: called(partners, "a former partner"),
    objective: called(
      objectives.map(({ id, title }) => ({ id, name: title })),
      "a former objective",
    ),
    pot: called(pots, "a former pot"),
    seat: called(
      seats.flat().map(({ id, label, board }) => ({ id, name: `${label} (${board})` })),
      "a former seat",
    ),
    role: called(
      roles.map(({ id, holds }) => ({ id, name: holds.name })),
      "a former role",
    ),
    meeting: (id) => meetings.find((meeting) => meeting.id === id)?.startsAt ?? null,
  };
}

export type ChangeShown = Omit<LineChange, "by"> & {
  /** Null when the house did it itself. */
  readonly by: string | null;
  /** How often the line has been changed, where this is the last change: with that it can be taken back. */
  readonly turn: number | null;
};

/** What became of some lines, the newest change first. */
export async function changesShown(db: Database, lines: readonly Line[]): Promise<readonly ChangeShown[]> {
  const ids = lines.map(({ id }) => id);
  const [changes, people] = await Promise.all([changesOfLines(db, ids, CHANGES_SHOWN), allPeople(db)]);
  const seen = new Set<LineId>();
  return changes.map(({ by, ...change }) => {
    const isLast = !seen.has(change.lineId);
    seen.add(change.lineId);
    return {
      ...change,
      by: by && (people.find(({ id }) => id === by)?.name ?? "somebody who has left"),
      turn: isLast ? (lines.find(({ id }) => id === change.lineId)?.turn ?? null) : null,
    };
  });
}

/** Those that count. */
export function standing<Kind extends LineKind>(lines: readonly Line<Kind>[]): readonly Line<Kind>[] {
  return lines.filter(({ struckAt }) => struckAt === null);
}

/** Of one kind among several. */
export function ofKind<Kind extends LineKind>(lines: readonly Line[], kind: Kind): readonly Line<Kind>[] {
  const isKind = (line: Line): line is Line<Kind> => line.holds.kind === kind;
  return lines.filter(isKind);
}
