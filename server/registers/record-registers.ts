// Tells meetings what has changed in the registers: their rules and facts read the log alone.
import { randomUUID } from "node:crypto";
import { allBoards } from "#db/boards.ts";
import { meetingsOf } from "#db/meetings.ts";
import { registersOf } from "#db/registers.ts";
import { type BoardId, CommandId, type MeetingId, type PersonId } from "#domain/ids.ts";
import type { Registers } from "#domain/meeting/registers.ts";
import type { Phase } from "#domain/meeting/state.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import { carryOut } from "../meetings/carry-out.ts";
import type { House } from "./house.ts";

const TRIES = 3;
const MOST_MEETINGS = 10_000;
const notClosed: readonly Phase[] = ["draft", "published", "inSession", "adjourned"];

/**
 * `notClosed`: the rules and facts of what is still being held. `all`: who may enter, which a closed meeting
 * must learn, too (what it was held under stays as it was).
 */
export type Reach = "notClosed" | "all";

/**
 * Records the registers of some boards, as they are now, in their meetings. Answers that a meeting is behind
 * when its log could not be written; the same change asked again brings it up to date.
 */
export async function recordRegisters(
  house: House,
  by: PersonId,
  boards: readonly BoardId[],
  reach: Reach = "notClosed",
): Promise<Answer> {
  let isBehind = false;
  // one board after another: each asks much of the database, and nobody waits for the others
  for (const boardId of boards) {
    if (!(await recordOnBoard(house, by, boardId, reach))) isBehind = true;
  }
  return isBehind ? problem("meetingBehind") : { ok: true };
}

/** As `recordRegisters`, for what every board's registers hold. */
export async function recordEverywhere(house: House, by: PersonId): Promise<Answer> {
  const boards = await allBoards(house.database.db);
  return recordRegisters(
    house,
    by,
    boards.map(({ id }) => id),
  );
}

async function recordOnBoard(house: House, by: PersonId, boardId: BoardId, reach: Reach): Promise<boolean> {
  const { db } = house.database;
  const phases = reach === "all" ? {} : { phases: notClosed };
  const asked = { boards: [boardId], ...phases, order: "latestFirst", most: MOST_MEETINGS } as const;
  const meetings = await meetingsOf(db, asked);
  if (meetings.length === 0) return true;

  let registers = await registersOf(db, boardId);
  while (registers) {
    for (const { id } of meetings) {
      if (!(await recordInMeeting(house, { meetingId: id, by, registers }))) return false;
    }
    // somebody else's change in between may have been recorded first, and be overwritten now
    const now = await registersOf(db, boardId);
    if (JSON.stringify(now) === JSON.stringify(registers)) return true;
    registers = now;
  }
  return true;
}

async function recordInMeeting(
  { sockets: { desks } }: House,
  { meetingId, by, registers }: { meetingId: MeetingId; by: PersonId; registers: Registers },
): Promise<boolean> {
  // one id for all tries: a try whose answer was lost is not recorded twice
  const id = CommandId.parse(randomUUID());
  const request = { id, by, command: { type: "recordRegisters", registers } } as const;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const reply = await carryOut(desks, meetingId, request);
    // refused: the log already says so
    if (reply.status !== "failed") return true;
  }
  return false;
}
