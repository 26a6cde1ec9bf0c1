// Whether the session behind a socket still stands. Asked with each message, of the database at most once a second;
// those who only listen are asked about each second, too, whatever ended their session and wherever.
import type { OpenDatabase } from "#db/client.ts";
import { endedAmong, isLive } from "../auth/live-session.ts";
import type { Clock } from "../clock.ts";
import type { SignedIn } from "./wires.ts";

const KEPT_MS = 1000;
const FORGOTTEN_EVERY_MS = 60_000;
const LOOKED_EVERY_MS = 1000;

export type LiveSessions = {
  readonly stands: (signedIn: SignedIn) => Promise<boolean>;
  /** Something was revoked: what was believed is asked again. */
  readonly doubt: () => void;
  readonly close: () => void;
};

type Listening = {
  /** The sessions that have a socket open here. */
  readonly open: () => readonly string[];
  readonly ended: (sid: string) => void;
};

export function openLiveSessions({ db }: OpenDatabase, clock: Clock, listening: Listening): LiveSessions {
  const believed = new Map<string, { readonly until: number; readonly live: Promise<boolean> }>();
  const sweep = setInterval(() => {
    for (const [sid, { until }] of believed) if (until < performance.now()) believed.delete(sid);
  }, FORGOTTEN_EVERY_MS);
  sweep.unref();

  let isLooking = false;
  const look = setInterval(() => {
    const sids = [...new Set(listening.open())];
    if (isLooking || sids.length === 0) return;
    isLooking = true;
    endedAmong(db, sids, clock.now())
      .then((ended) => ended.forEach(listening.ended))
      .catch(() => undefined) // not known is not yet ended
      .finally(() => void (isLooking = false));
  }, LOOKED_EVERY_MS);
  look.unref();

  return {
    stands: ({ personId, sid }) => {
      const kept = believed.get(sid);
      if (kept && kept.until > performance.now()) return kept.live;
      const live = isLive(db, { sid, sub: personId }, clock.now());
      believed.set(sid, { until: performance.now() + KEPT_MS, live });
      live.catch(() => believed.delete(sid)); // not known is not yet ended
      return live;
    },
    doubt: () => believed.clear(),
    close() {
      clearInterval(sweep);
      clearInterval(look);
    },
  };
}
