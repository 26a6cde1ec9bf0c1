import type { Database } from "#db/client.ts";
import { liveSession, touchSession } from "#db/sessions.ts";
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
  if (session === undefined || session.personId !== sub) return false;
  if (session.createdAt + SESSION_SECONDS * 1000 <= now) return false;
  if (now - session.seenAt > TOUCH_AFTER_MS) await touchSession(db, sid, now);
  return true;
}
