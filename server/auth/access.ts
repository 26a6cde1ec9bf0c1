// May this person enter? Only here are the keys to a board or a meeting made, and a use case asks for one. What
// is not allowed is as if it were not there: one answer for both.

import { createHash } from "node:crypto";
import { type ApiKey, apiKeyOf } from "#db/api-keys.ts";
import { roleOn } from "#db/board-roles.ts";
import { boardById } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { type MeetingRow, meetingById, meetingsOf } from "#db/meetings.ts";
import { type ScreenLink, screenLinkOf } from "#db/screen-links.ts";
import { type BoardId, type MeetingId, PersonId } from "#domain/ids.ts";
import type { Role } from "#domain/meeting/registers.ts";
import { preparesMeetings } from "#domain/meeting/visibility.ts";
import type { ScreenKey } from "#domain/registers/screens.ts";

// never exported: whoever has a key was given it here
const minted = Symbol("minted");
type Minted<Name extends string> = { readonly [minted]: Name };

/** A board on which this person holds a role. */
export type AllowedBoard = Minted<"board"> & {
  readonly boardId: BoardId;
  readonly personId: PersonId;
  readonly role: Role;
};

/** A meeting this person may open; which of its items they may read is decided event by event. */
export type AllowedMeeting = Minted<"meeting"> & {
  readonly meetingId: MeetingId;
  readonly boardId: BoardId;
  readonly personId: PersonId;
  readonly role: Role;
};

/** Approved minutes, which everybody signed in may read, in their public form. */
export type AllowedMinutes = Minted<"minutes"> & {
  readonly meetingId: MeetingId;
  readonly boardId: BoardId;
  readonly personId: PersonId;
};

/** The second screen of one meeting: nobody's, and good for what `screenView` shows and for nothing else. */
export type AllowedScreen = Minted<"screen"> & ScreenLink;

/** A program that reads by a key: what an observer of one of its boards may read, and nobody's own. */
export type AllowedKey = Minted<"key"> & Pick<ApiKey, "id" | "boards" | "scopes" | "lastUsedOn">;

type Who = { readonly personId: PersonId };

/** Holds no role on any board and is cleared for nothing: what may be read as this may be read by everybody. */
export const NOBODY: PersonId = PersonId.parse("00000000-0000-0000-0000-000000000000");

export async function allowedBoard(
  db: Database,
  { personId }: Who,
  boardId: BoardId,
): Promise<AllowedBoard | null> {
  const role = await roleOn(db, boardId, personId);
  return role === undefined ? null : { [minted]: "board", boardId, personId, role };
}

/** A draft is for those who prepare it. */
export async function allowedMeeting(
  db: Database,
  { personId }: Who,
  meetingId: MeetingId,
): Promise<AllowedMeeting | null> {
  const meeting = await meetingById(db, meetingId);
  if (meeting === undefined) return null;
  const { boardId, phase } = meeting;
  const role = await roleOn(db, boardId, personId);
  if (role === undefined) return null;
  if (phase === "draft" && !preparesMeetings(role)) return null;
  return { [minted]: "meeting", meetingId, boardId, personId, role };
}

export async function allowedMinutes(
  db: Database,
  { personId }: Who,
  meetingId: MeetingId,
): Promise<AllowedMinutes | null> {
  const meeting = await meetingById(db, meetingId);
  if (meeting?.phase !== "minutesApproved") return null;
  return { [minted]: "minutes", meetingId, boardId: meeting.boardId, personId };
}

/** By its own link, as long as that is open; of another meeting it is as if it were not there. */
export async function allowedScreen(
  db: Database,
  { meetingId, token }: Pick<ScreenKey, "meetingId" | "token">,
  now: number,
): Promise<AllowedScreen | null> {
  const link = await screenLinkOf(db, hashOfToken(token), now);
  return link?.meetingId === meetingId ? { [minted]: "screen", ...link } : null;
}

/** By the key itself, as long as it is open. */
export async function allowedKey(db: Database, token: string, now: number): Promise<AllowedKey | null> {
  const key = await apiKeyOf(db, hashOfToken(token), now);
  if (key === undefined) return null;
  const { id, boards, scopes, lastUsedOn } = key;
  return { [minted]: "key", id, boards, scopes, lastUsedOn };
}

/** A board of this key, as an observer of it who is nobody. */
export function boardOfKey(key: AllowedKey, boardId: BoardId): AllowedBoard | null {
  if (!key.boards.includes(boardId)) return null;
  return { [minted]: "board", boardId, personId: NOBODY, role: "observer" };
}

/** A meeting of one of its boards, from the publication of the agenda on. */
export async function meetingOfKey(
  db: Database,
  key: AllowedKey,
  meetingId: MeetingId,
): Promise<AllowedMeeting | null> {
  const meeting = await meetingById(db, meetingId);
  if (meeting === undefined || !key.boards.includes(meeting.boardId)) return null;
  if (meeting.phase === "draft" || meeting.phase === "none") return null;
  return { [minted]: "meeting", meetingId, boardId: meeting.boardId, personId: NOBODY, role: "observer" };
}

/** What is kept of a link's token: enough to know it again, not enough to make it. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** What people of other boards may know of one: that it exists, its next meeting, its approved minutes. */
export type GlimpsedBoard = {
  readonly boardId: BoardId;
  readonly name: string;
  readonly next: Pick<MeetingRow, "startsAt" | "title"> | null;
  readonly minutes: readonly Pick<MeetingRow, "id" | "startsAt" | "title">[];
};

export async function glimpsedBoard(
  db: Database,
  boardId: BoardId,
  now: number,
): Promise<GlimpsedBoard | null> {
  const [board, coming, approved] = await Promise.all([
    boardById(db, boardId),
    meetingsOf(db, { boards: [boardId], phases: ["published"], after: now, order: "soonestFirst", most: 1 }),
    meetingsOf(db, { boards: [boardId], phases: ["minutesApproved"], order: "latestFirst", most: 200 }),
  ]);
  if (board === undefined) return null;
  const [next] = coming;
  return {
    boardId,
    name: board.name,
    next: next ? { startsAt: next.startsAt, title: next.title } : null,
    minutes: approved.map(({ id, startsAt, title }) => ({ id, startsAt, title })),
  };
}
