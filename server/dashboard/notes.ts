// Officers' notes on a board's figures, as everybody with a role on the board reads them: what a signal means, what happened
// outside, where a chart starts afresh; each with who wrote it and when.
import type { Database } from "#db/client.ts";
import { namesOf } from "#db/people.ts";
import { changesOfLines, type Line, linesOf } from "#db/register-lines.ts";
import { letterOf } from "#domain/indicators/happenings.ts";
import type { LetteredNote, Note, NoteKind } from "#domain/indicators/notes.ts";
import type { AllowedBoard } from "../auth/access.ts";
import { inOrder } from "../registers/kept-registers.ts";
import { ofKind, standing } from "../registers/line-view.ts";

const KINDS = ["finding", "happening", "partition"] as const;
/** Of a board's notes those that have been changed last are signed by name. */
const CHANGES_READ = 500;

export type BoardNotes = {
  readonly findings: readonly Note<"finding">[];
  /** The earliest first, with the letter that each has on the charts. */
  readonly happenings: readonly LetteredNote[];
  readonly partitions: readonly Note<"partition">[];
  /** All of them, those taken back too. */
  readonly lines: readonly Line<NoteKind>[];
};

export async function boardNotes(
  db: Database,
  { boardId }: Pick<AllowedBoard, "boardId">,
): Promise<BoardNotes> {
  const lines = await linesOf(db, { boardId, kinds: KINDS });
  const kept = standing(lines);
  const changes = await changesOfLines(
    db,
    kept.map(({ id }) => id),
    CHANGES_READ,
  );
  const names = await namesOf(db, [...new Set(changes.flatMap(({ by }) => by ?? []))]);
  const signed = <Kind extends NoteKind>({ id, turn, holds, madeAt }: Line<Kind>): Note<Kind> => {
    const last = changes.find(({ lineId }) => lineId === id);
    return {
      id,
      turn,
      holds,
      by: names.find((person) => person.id === last?.by)?.name ?? null,
      at: last?.at ?? madeAt,
    };
  };
  return {
    lines,
    findings: ofKind(kept, "finding").map(signed),
    happenings: inOrder(ofKind(kept, "happening")).map((line, index) => ({
      ...signed(line),
      letter: letterOf(index),
    })),
    partitions: ofKind(kept, "partition").map(signed),
  };
}

/** As with the board's other lines, its clerk: who is measured says neither what a signal means nor where a line begins. */
export function writesNotes({ role }: Pick<AllowedBoard, "role">): boolean {
  return role === "clerk";
}
