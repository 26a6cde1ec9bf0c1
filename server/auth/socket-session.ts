// Who is behind a cookie, for handshakes and for route handlers alike. Plain Node can load this file.
import type { PersonId } from "#domain/ids.ts";
import { type Runtime, runtime } from "../runtime.ts";
import { isLive } from "./live-session.ts";
import { readSessionCookie } from "./session-cookie.ts";

export type Identity = { readonly personId: PersonId; readonly sid: string };

/** Asked of the table of sessions each time: what was revoked is refused at once. */
export async function personOfCookie(
  cookieHeader: string | undefined,
  needs: Pick<Runtime, "env" | "authSecret" | "database" | "clock"> = runtime(),
): Promise<Identity | null> {
  const { env, authSecret, database, clock } = needs;
  const token = await readSessionCookie(cookieHeader, { publicUrl: env.publicUrl, secret: authSecret });
  if (token === null || !(await isLive(database.db, token, clock.now()))) return null;
  return { personId: token.sub, sid: token.sid };
}
