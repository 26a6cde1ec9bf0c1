// The live side of the product as it runs, front door and sign-in included, on a port of its own.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { encode } from "next-auth/jwt";
import { io, type ManagerOptions, type Socket, type SocketOptions } from "socket.io-client";
import { type OpenDatabase, openDatabase } from "#db/client.ts";
import { databaseTime } from "#db/event-log.ts";
import { insertPartnership } from "#db/partnership.ts";
import { insertSession } from "#db/sessions.ts";
import type { PersonId } from "#domain/ids.ts";
import type { ClientMessages, ServerMessages } from "#domain/wire.ts";
import { SESSION_SECONDS, sessionCookieName } from "#server/auth/session-cookie.ts";
import { personOfCookie } from "#server/auth/socket-session.ts";
import { type Clock, openClock } from "#server/clock.ts";
import { parseEnv } from "#server/env.ts";
import { openFrontDoor } from "#server/front-door.ts";
import { openLog } from "#server/log.ts";
import type { Limits } from "#server/realtime/limits.ts";
import { attachSockets, type Sockets } from "#server/realtime/sockets.ts";

export type Client = Socket<ServerMessages, ClientMessages>;

export type LiveServer = Sockets & {
  readonly url: string;
  readonly database: OpenDatabase;
  readonly clock: Clock;
  /** Signs somebody in; the answer is the session and its cookie. */
  readonly signIn: (personId: PersonId) => Promise<{ readonly sid: string; readonly cookie: string }>;
  /** A browser of somebody signed in, once it is connected. */
  readonly connect: (personId: PersonId, transports?: readonly string[]) => Promise<Client>;
  /** A connection with just these headers, whatever becomes of it. */
  readonly knock: (headers: Readonly<Record<string, string>>, transports?: readonly string[]) => Client;
};

/** With which every server of a test signs its sessions. */
export const AUTH_SECRET = "only for tests, only for tests, only";
const PUBLIC_URL = "http://localhost:3000";

export type LiveSettings = Partial<Limits> & {
  /** Any free one when not said. */
  readonly port?: number;
  readonly redisUrl?: string | undefined;
};

export async function startLive(
  databaseUrl: string,
  { port = 0, redisUrl, ...limits }: LiveSettings = {},
): Promise<LiveServer> {
  const parsed = parseEnv({
    NODE_ENV: "test",
    DATABASE_URL: databaseUrl,
    AUTH_SECRET,
    PUBLIC_URL,
  });
  if (!parsed.ok) throw new Error(parsed.sentence);
  const { env } = parsed;
  const database = openDatabase(databaseUrl);
  const clock = await openClock(() => databaseTime(database.log), env.clock);
  const now = clock.now();
  await insertPartnership(
    database.db,
    { name: "Partnership", epoch: randomUUID(), sample: true },
    { by: null, at: now, what: "testPrepared" },
  );

  const door = openFrontDoor(env);
  const sockets = attachSockets({
    server: door.socketSide,
    database,
    clock,
    rate: env.clock.rate,
    lines: openLog("fatal"),
    personOfCookie: (header) => personOfCookie(header, { env, authSecret: AUTH_SECRET, database, clock }),
    secret: AUTH_SECRET,
    limits,
    redisUrl,
  });
  door.server.listen(port, "127.0.0.1");
  await once(door.server, "listening");
  const address = door.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  const open = new Set<Client>();

  const signIn = (personId: PersonId) => signedIn(database, personId, clock.now());
  const knock = (
    headers: Readonly<Record<string, string>>,
    transports: readonly string[] = ["websocket"],
  ) => {
    const client: Client = io(url, {
      extraHeaders: { ...headers },
      transports: [...transports],
      forceNew: true,
      reconnection: false,
    });
    open.add(client);
    return client;
  };

  return {
    ...sockets,
    url,
    database,
    clock,
    signIn,
    knock,
    async connect(personId, transports) {
      const { cookie } = await signIn(personId);
      const client = knock({ cookie, origin: env.publicUrl }, transports);
      await connected(client);
      return client;
    },
    async close() {
      for (const client of open) client.disconnect();
      await sockets.close();
      door.server.closeAllConnections();
      door.server.close();
      await database.close();
    },
  };
}

/** Signs somebody in for every such server on the database; the answer is the session and its cookie. */
export async function signedIn({ db }: OpenDatabase, personId: PersonId, now: number) {
  const sid = randomUUID();
  await insertSession(db, sid, personId, { by: personId, at: now, what: "signedIn" });
  const token = await encode({ token: { sid, sub: personId }, secret: AUTH_SECRET, maxAge: SESSION_SECONDS });
  return { sid, cookie: `${sessionCookieName(PUBLIC_URL)}=${token}` };
}

/** What a browser sends along with every request of a page of ours. */
export function asBrowser(cookie: string): { readonly cookie: string; readonly origin: string } {
  return { cookie, origin: PUBLIC_URL };
}

/** A browser of whoever has this cookie, once it is connected; it does not come back by itself. */
export async function connectedAs(
  url: string,
  cookie: string,
  options: Partial<ManagerOptions & SocketOptions> = {},
): Promise<Client> {
  const client: Client = io(url, {
    extraHeaders: asBrowser(cookie),
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    ...options,
  });
  await connected(client);
  return client;
}

/** Once connected; rejects with the server's reason when it is refused. */
export function connected(client: Client): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  client.once("connect", () => resolve());
  client.once("connect_error", reject);
  return promise;
}
