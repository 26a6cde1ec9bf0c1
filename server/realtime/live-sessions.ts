// Whether the session behind a socket still stands. Asked with each message, of the database at most once a second;
// those who only listen are asked about each second, too, whatever ended their session and wherever.
import type { OpenDatabase } from "#db/client.ts";
import { withDeadline } from "#db/deadline.ts";
import { endedAmong } from "../auth/live-session.ts";
import type { Clock } from "../clock.ts";
import { oneQuestion } from "./one-question.ts";
import type { SignedIn } from "./wires.ts";

const KEPT_MS = 1000;
const FORGOTTEN_EVERY_MS = 60_000;
const LOOKED_EVERY_MS = 1000;

export type LiveSessions = {
  /** Rejects when the database does not say within its deadline. */
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
  const ended = (sids: readonly string[], areUsed: boolean) =>
    endedAmong(db, sids, { now: clock.now(), areUsed });
  // each until when
  const believed = new Map<string, number>();
  let doubts = 0;
  const sweep = setInterval(() => {
    for (const [sid, until] of believed) if (until < performance.now()) believed.delete(sid);
  }, FORGOTTEN_EVERY_MS);
  sweep.unref();

  let isLooking = false;
  const look = setInterval(() => {
    const sids = [...new Set(listening.open())];
    if (isLooking || sids.length === 0) return;
    isLooking = true;
    ended(sids, false)
      .then((those) => those.forEach(listening.ended))
      .catch(() => undefined) // not known is not yet ended
      .finally(() => void (isLooking = false));
  }, LOOKED_EVERY_MS);
  look.unref();

  const ask = oneQuestion(async (sids) => {
    const [asked, doubtsThen] = [performance.now(), doubts];
    const those = await ended(sids, true);
    for (const sid of sids) {
      // what was revoked meanwhile may not be among them yet
      if (!those.has(sid) && doubts === doubtsThen) believed.set(sid, asked + KEPT_MS);
    }
    return those;
  });

  return {
    async stands({ sid }) {
      if ((believed.get(sid) ?? 0) > performance.now()) return true;
      return !(await withDeadline(ask(sid))).has(sid);
    },
    doubt() {
      doubts += 1;
      believed.clear();
    },
    close() {
      clearInterval(sweep);
      clearInterval(look);
    },
  };
}
