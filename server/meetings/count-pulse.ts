// From a closed pulse to what is told of it. Every step may be done twice, by two processes, or be left half-way by one
// that dies: the next finds where things stand and goes on.
import type { OpenDatabase } from "#db/client.ts";
import { closeBox, countBatch, countBox, countsOf, sealedIn } from "#db/sealed-answers.ts";
import type { BoardId, BoxId, MeetingId } from "#domain/ids.ts";
import type { RecordPulse } from "#domain/meeting/pulse.ts";
import { POOLED } from "#domain/meeting/pulse.ts";
import {
  counted,
  fromOptionCounts,
  OfficersTap,
  optionCounts,
  SealedPulse,
  tallied,
} from "#domain/meeting/pulse-counting.ts";
import type { Sealer } from "../sealed/sealer.ts";

export type Countable = {
  readonly box: BoxId;
  readonly meetingId: MeetingId;
  readonly boardId: BoardId;
  readonly floor: number;
};

/** Opens and counts what a closed pulse holds; the answers are gone after that, and only counts remain. */
export async function countPulse(
  database: OpenDatabase,
  sealer: Sealer,
  { box, meetingId, boardId, floor }: Countable,
): Promise<RecordPulse> {
  const { log, db } = database;
  await closeBox(log, { box, meetingId, kind: "pulse" });
  await openAndCount(database, sealer, { box, meetingId, boardId, floor });
  await countOfficers(database, sealer, boardId, box);

  const found = await countsOf(db, box);
  if (found === null) throw new Error("pulse not counted");
  return { type: "recordPulse", box, answered: found.answered, ...fromOptionCounts(found.counts) };
}

async function openAndCount(
  { log }: OpenDatabase,
  sealer: Sealer,
  { box, boardId, floor }: Countable,
): Promise<void> {
  const held = await sealedIn(log, box);
  if (held?.state !== "closed") return;
  // too few: they go without ever having been opened
  const isEnough = held.sealed.length >= floor;
  const opened = isEnough
    ? openAll(held.sealed, (sealed) => SealedPulse.safeParse(sealer.open(box, sealed)).data)
    : [];
  const { questions, lines, officers } = tallied(opened, floor);
  await countBox(log, box, {
    keys: held.sealed.map(({ key }) => key),
    answered: held.sealed.length,
    counts: questions.flatMap((question) => optionCounts(question)),
    lines,
    carried: {
      board: boardId,
      sealed: officers.map((tap) => sealer.seal(boardId, { tap } satisfies OfficersTap)),
    },
  });
}

/** Two or three officers would be known by their answers: those of several meetings are counted together. */
async function countOfficers(
  { log }: OpenDatabase,
  sealer: Sealer,
  boardId: BoardId,
  into: BoxId,
): Promise<void> {
  const held = await sealedIn(log, boardId);
  if (!held || held.sealed.length === 0) return;
  const taps = openAll(held.sealed, (sealed) => OfficersTap.safeParse(sealer.open(boardId, sealed)).data);
  await countBatch(log, boardId, {
    keys: held.sealed.map(({ key }) => key),
    into,
    counts: optionCounts(
      counted(
        POOLED,
        taps.map(({ tap }) => tap),
      ),
      true,
    ),
  });
}

/** What was sealed under another secret cannot be opened any more, and counts nowhere. */
function openAll<T>(
  sealed: readonly { readonly sealed: Uint8Array }[],
  open: (sealed: Uint8Array) => T | undefined,
): readonly T[] {
  return sealed.flatMap((each) => open(each.sealed) ?? []);
}
