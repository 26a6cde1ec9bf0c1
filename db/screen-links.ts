// The links by which a second screen is opened. Only the hash of a link's token is kept.
import { and, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { MeetingId, PersonId } from "#domain/ids.ts";
import type { ScreenLevel } from "#domain/meeting/screen.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { Database } from "./client.ts";
import { people, screenLinks } from "./schema/tables.ts";

export type ScreenLink = {
  readonly id: string;
  readonly meetingId: MeetingId;
  readonly level: ScreenLevel;
  readonly madeAt: number;
  readonly expiresAt: number;
};

const columns = {
  id: screenLinks.id,
  meetingId: screenLinks.meetingId,
  level: screenLinks.level,
  madeAt: screenLinks.madeAt,
  expiresAt: screenLinks.expiresAt,
};

export async function insertScreenLink(
  db: Database,
  { tokenHash, ...link }: Omit<ScreenLink, "madeAt"> & { readonly tokenHash: string },
  change: Change & { readonly by: PersonId },
): Promise<void> {
  await audited(
    db,
    db
      .insert(screenLinks)
      .values({ ...link, tokenHash, madeBy: change.by, madeAt: change.at })
      .returning({ subject: subject(screenLinks.meetingId) }),
    change,
  );
}

/** The link with this token, while it opens anything. */
export async function screenLinkOf(
  db: Database,
  tokenHash: string,
  at: number,
): Promise<ScreenLink | undefined> {
  const [link] = await db
    .select(columns)
    .from(screenLinks)
    .where(and(eq(screenLinks.tokenHash, tokenHash), isOpen(at)));
  return link;
}

/** Those of the links that still open something, as they stand. */
export async function openAmong(
  db: Database,
  ids: readonly string[],
  at: number,
): Promise<readonly ScreenLink[]> {
  if (ids.length === 0) return [];
  return db
    .select(columns)
    .from(screenLinks)
    .where(and(inArray(screenLinks.id, [...ids]), isOpen(at)));
}

/** A meeting's open links with the name of who made each, the newest first. */
export async function screenLinksOf(
  db: Database,
  meetingId: MeetingId,
  at: number,
): Promise<readonly (ScreenLink & { readonly madeBy: string })[]> {
  return db
    .select({ ...columns, madeBy: people.name })
    .from(screenLinks)
    .innerJoin(people, eq(people.id, screenLinks.madeBy))
    .where(and(eq(screenLinks.meetingId, meetingId), isOpen(at)))
    .orderBy(desc(screenLinks.madeAt), desc(screenLinks.id));
}

/** False when there is no such open link on this meeting. */
export async function setScreenLevel(
  db: Database,
  { id, meetingId, level }: Pick<ScreenLink, "id" | "meetingId" | "level">,
  change: Change,
): Promise<boolean> {
  const set = await audited(
    db,
    db
      .update(screenLinks)
      .set({ level })
      .where(and(isOne(id, meetingId), isOpen(change.at)))
      .returning({ subject: subject(screenLinks.meetingId) }),
    change,
  );
  return set.length > 0;
}

/** False when it was not open. */
export async function revokeScreenLink(
  db: Database,
  { id, meetingId }: Pick<ScreenLink, "id" | "meetingId">,
  change: Change,
): Promise<boolean> {
  const revoked = await audited(
    db,
    db
      .update(screenLinks)
      .set({ revokedAt: change.at })
      .where(and(isOne(id, meetingId), isOpen(change.at)))
      .returning({ subject: subject(screenLinks.meetingId) }),
    change,
  );
  return revoked.length > 0;
}

function isOne(id: string, meetingId: MeetingId) {
  return and(eq(screenLinks.id, id), eq(screenLinks.meetingId, meetingId));
}

function isOpen(at: number) {
  return and(isNull(screenLinks.revokedAt), gt(screenLinks.expiresAt, at));
}
