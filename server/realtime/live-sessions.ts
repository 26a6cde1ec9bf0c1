// Whether the session behind a socket still stands. Asked with each message, of the database at most once a second.
import type { OpenDatabase } from "#db/client.ts";
import { isLive } from "../auth/live-session.ts";
import type { Clock } from "../clock.ts";
import type { SignedIn } from "./wires.ts";

const KEPT_MS = 1000;
const SWEPT_EVERY_MS = 60_000;

export type LiveSessions = {
  readonly stands: (signedIn: SignedIn) => Promise<boolean>;
  /** Something was revoked: what was believed is asked again. */
  readonly doubt: () => void;
  readonly close: () => void;
};

export function openLiveSessions({ db }: OpenDatabase, clock: Clock): LiveSessions {
  const believed = new Map<string, { readonly until: number; readonly live: Promise<boolean> }>();
  const sweep = setInterval(() => {
    for (const [sid, { until }] of believed) if (until < performance.now()) believed.delete(sid);
  }, SWEPT_EVERY_MS);
  sweep.unref();

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
    close: () => clearInterval(sweep),
  };
}
