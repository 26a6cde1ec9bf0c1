import type { Database } from "#db/client.ts";
import { type LoginSession, liveAmong, liveSession, touchSession } from "#db/sessions.ts";
import { SESSION_SECONDS, type SessionToken } from "./session-cookie.ts";

/** When a session was last used is kept to the minute; writing it each time would cost more than it tells. */
const TOUCH_AFTER_MS = 60_000;

/** Whether the session of a cookie may still be used: not revoked, not past its time, its person not disabled. */
export async function isLive(
  db: Database,
  { sid, sub }: Pick<SessionToken, "sid" | "sub">,
  now: number,
): Promise<boolean> {
  const session = await liveSession(db, sid);
  if (session === undefined || session.personId !== sub || isOver(session, now)) return false;
  if (now - session.seenAt > TOUCH_AFTER_MS) await touchSession(db, sid, now);
  return true;
}

/** Those of the sessions that may no longer be used. */
export async function endedAmong(
  db: Database,
  sids: readonly string[],
  now: number,
): Promise<readonly string[]> {
  const live = await liveAmong(db, sids);
  const standing = new Set(live.filter((session) => !isOver(session, now)).map(({ id }) => id));
  return sids.filter((sid) => !standing.has(sid));
}

function isOver({ createdAt }: LoginSession, now: number): boolean {
  return createdAt + SESSION_SECONDS * 1000 <= now;
}
