import type { Database } from "#db/client.ts";
import { type LoginSession, liveAmong, liveSession, touchSessions } from "#db/sessions.ts";
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
  await touch(db, [session], now);
  return true;
}

/** Those of the sessions that may no longer be used. The others count as used now, if they are. */
export async function endedAmong(
  db: Database,
  sids: readonly string[],
  { now, areUsed }: { readonly now: number; readonly areUsed: boolean },
): Promise<ReadonlySet<string>> {
  const live = (await liveAmong(db, sids)).filter((session) => !isOver(session, now));
  if (areUsed) await touch(db, live, now);
  const ended = new Set(sids);
  for (const { id } of live) ended.delete(id);
  return ended;
}

async function touch(db: Database, sessions: readonly LoginSession[], now: number): Promise<void> {
  const long = sessions.filter(({ seenAt }) => now - seenAt > TOUCH_AFTER_MS);
  if (long.length === 0) return;
  await touchSessions(
    db,
    long.map(({ id }) => id),
    now,
  );
}

function isOver({ createdAt }: LoginSession, now: number): boolean {
  return createdAt + SESSION_SECONDS * 1000 <= now;
}
