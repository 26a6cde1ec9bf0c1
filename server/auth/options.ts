// What next-auth is told. It signs the cookie and knows the providers; who may still come in is asked of our own
// table of sessions each time. Single sign-on and e-mailed links will be further entries of `providers`.
import { randomUUID } from "node:crypto";
import type { NextAuthOptions, User } from "next-auth";
import type { Provider } from "next-auth/providers/index";
import * as z from "zod";
import { insertSession, revokeSession } from "#db/sessions.ts";
import { PersonId } from "#domain/ids.ts";
import type { Sockets } from "../realtime/sockets.ts";
import type { Runtime } from "../runtime.ts";
import { addressOf } from "./address-of.ts";
import { isLive } from "./live-session.ts";
import { SESSION_SECONDS, sessionCookieName } from "./session-cookie.ts";
import { shared } from "./shared.ts";
import { byPassword, byPress, type SignInAnswer } from "./sign-in.ts";
import { openTries } from "./tries.ts";

type Needs = Pick<Runtime, "env" | "database" | "clock" | "authSecret" | "log"> & {
  readonly sockets: Pick<Sockets, "cutSession">;
};

const Sid = z.object({ sid: z.uuid(), sub: PersonId });

export function authOptions(needs: Needs): NextAuthOptions {
  const { env, database, clock, authSecret, log, sockets } = needs;
  const secure = env.publicUrl.startsWith("https:");

  return {
    providers: providers(needs),
    secret: authSecret,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    cookies: {
      sessionToken: {
        name: sessionCookieName(env.publicUrl),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    callbacks: {
      async jwt({ token, user }) {
        if (user) {
          const [sid, personId] = [randomUUID(), PersonId.parse(user.id)];
          const change = { by: personId, at: clock.now(), what: "signedIn" };
          await insertSession(database.db, sid, personId, change);
          return { sid, sub: personId };
        }
        const { sid, sub } = Sid.parse(token);
        if (!(await isLive(database.db, { sid, sub }, clock.now()))) throw new Error("session revoked");
        return { sid, sub };
      },
      session: ({ session: { expires } }) => ({ expires }),
    },
    events: {
      async signOut({ token }) {
        const { sid, sub } = Sid.parse(token);
        await revokeSession(database.db, sid, { by: sub, at: clock.now(), what: "signedOut" });
        sockets.cutSession(sid);
      },
    },
    logger: {
      error: (code) => log.info({ code }, "sign-in library"),
      warn: (code) => log.debug({ code }, "sign-in library"),
      debug: () => undefined,
    },
  };
}

function providers({ env, database: { db }, log }: Needs): Provider[] {
  const answered = async (name: string, asking: Promise<SignInAnswer>): Promise<User | null> => {
    const answer = await asking.catch(() => ({ status: "unavailable" as const }));
    if (answer.status === "known") return { id: answer.personId };
    log.warn({ provider: name, reason: answer.status }, "sign-in refused");
    // the message is all of an error that reaches the form, which has a sentence for each
    if (answer.status !== "unknown") throw new Error(answer.status);
    return null;
  };

  const password: Provider = {
    ...credentials("credentials"),
    authorize: (typed, { headers }) => {
      const tries = shared("auth.tries", openTries);
      return answered("password", byPassword({ db, tries }, typed, addressOf(headers?.["x-forwarded-for"])));
    },
  };
  const sample: Provider = {
    ...credentials("sample"),
    authorize: (pressed) => answered("sample", byPress({ db, sample: env.sample }, pressed)),
  };
  return env.sample ? [password, sample] : [password];
}

// what next-auth's own function for this returns; imported, it is another thing to Node than to Next's bundler
function credentials(id: string) {
  return { id, name: id, type: "credentials" as const, credentials: {} };
}
