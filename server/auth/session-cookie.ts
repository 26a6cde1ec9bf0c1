// The one place that knows what the session cookie is called and what stands in it: the id of a session and
// of its person, nothing that could be believed without asking the database (`reliability.md` P49–P52).
import { parse } from "cookie";
import { decode } from "next-auth/jwt";
import * as z from "zod";
import { PersonId } from "#domain/ids.ts";

/** A sign-in lasts this long, however often it is used. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

const Token = z.object({ sid: z.uuid(), sub: PersonId, exp: z.number() });
export type SessionToken = z.infer<typeof Token>;

/** The prefix binds the cookie to this host and to https; a browser refuses it from anywhere else. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith("https:") ? "__Host-candour.session" : "candour.session";
}

/** What the cookie says; null when it is missing, altered, of another installation or past its time. */
export async function readSessionCookie(
  header: string | undefined,
  { publicUrl, secret }: { readonly publicUrl: string; readonly secret: string },
): Promise<SessionToken | null> {
  const cookie = parse(header ?? "")[sessionCookieName(publicUrl)];
  if (cookie === undefined) return null;
  try {
    const token = Token.safeParse(await decode({ token: cookie, secret }));
    return token.success && !isPast(token.data.exp) ? token.data : null;
  } catch {
    return null; // not a token of ours
  }
}

// next-auth stamps its cookies with the machine's clock and honours them for fifteen seconds too long
function isPast(exp: number): boolean {
  return exp * 1000 <= performance.timeOrigin + performance.now();
}
