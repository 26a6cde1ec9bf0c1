// The server under attack, and the people one may be there: those of its sample, each with cookies of their own.
import { request as plainRequest } from "node:http";
import { connect } from "node:net";
import { io } from "socket.io-client";
import * as z from "zod";
import { PROTOCOL_VERSION } from "#domain/wire.ts";
import { personId } from "#server/sample/cast.ts";
import type { Client } from "../support/live-server.ts";

/** What was not as it should be; null when it was. */
export type Surprise = string | null;
export type Attack = {
  /** Its number in the list of examples, where it is one of them. */
  readonly id: string;
  readonly name: string;
  readonly run: (target: Target) => Promise<Surprise>;
};

export type Person = { readonly id: string; readonly name: string; readonly cookie: string };

export type Target = {
  readonly url: string;
  readonly get: (path: string, init?: RequestInit & { as?: Person | null }) => Promise<Response>;
  /** A change, as one of our own pages sends it, unless the headers say otherwise. */
  readonly send: (
    path: string,
    body: unknown,
    init?: RequestInit & { as?: Person | null },
  ) => Promise<Response>;
  readonly signIn: (personId: string) => Promise<Person>;
  readonly people: {
    readonly chair: Person;
    readonly clerk: Person;
    readonly member: Person;
    readonly observer: Person;
  };
  /** A member nobody has been yet: what one person may send is counted. */
  readonly anotherMember: () => Promise<Person>;
  /** The sample's meeting of tonight. */
  readonly meetingId: string;
  readonly socket: (as: Person | null, headers?: Record<string, string>) => Client;
  readonly joined: (as: Person, meetingId?: string) => Promise<Client>;
  /** Sends these bytes as they are and answers with what comes back within two seconds. */
  readonly raw: (bytes: string) => Promise<string>;
};

const Csrf = z.object({ csrfToken: z.string() });

const MEMBERS = ["lindqvist", "sood", "carver", "tran", "hart", "obi", "drury", "marsh", "stone", "farrow"];

export async function openTarget(url: string): Promise<Target> {
  let next = 0;
  const get: Target["get"] = (path, { as = null, ...init } = {}) =>
    fetch(url + path, { redirect: "manual", ...init, headers: { ...cookieOf(as), ...plain(init.headers) } });
  const send: Target["send"] = (path, body, { as = null, ...init } = {}) =>
    fetch(url + path, {
      method: "POST",
      redirect: "manual",
      body: typeof body === "string" ? body : JSON.stringify(body),
      ...init,
      headers: { origin: url, "content-type": "application/json", ...cookieOf(as), ...plain(init.headers) },
    });

  async function signIn(personId: string): Promise<Person> {
    const jar = new Map<string, string>();
    const keep = (answer: Response) => {
      for (const line of answer.headers.getSetCookie()) {
        const [name = "", value = ""] = line.split(";")[0]?.split("=") ?? [];
        jar.set(name, value);
      }
    };
    const first = await get("/api/auth/csrf");
    keep(first);
    const { csrfToken } = Csrf.parse(await first.json());
    const cookies = () => [...jar].map((pair) => pair.join("=")).join("; ");
    keep(
      await fetch(`${url}/api/auth/callback/sample`, {
        method: "POST",
        redirect: "manual",
        headers: { origin: url, cookie: cookies() },
        body: new URLSearchParams({ csrfToken, personId, json: "true" }),
      }),
    );
    return { id: personId, name: personId, cookie: cookies() };
  }

  const [chair, clerk, member, observer] = await Promise.all(
    ["haldane", "field", "adeyemi", "vance"].map((key) => signIn(personId(key))),
  );
  if (!chair || !clerk || !member || !observer) throw new Error("nobody is signed in");
  const meetings = await (await get("/meetings", { as: member })).text();
  const meetingId = /\/meetings\/([0-9a-f-]{36})/.exec(meetings)?.[1];
  if (meetingId === undefined) throw new Error("There is no meeting tonight: npm run sample:tonight");

  const socket: Target["socket"] = (as, headers = { origin: url }) =>
    io(url, {
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      extraHeaders: { ...cookieOf(as), ...headers },
    });

  return {
    url,
    get,
    send,
    signIn,
    people: { chair, clerk, member, observer },
    async anotherMember() {
      const key = MEMBERS[next % MEMBERS.length] ?? "adeyemi";
      next += 1;
      return signIn(personId(key));
    },
    meetingId,
    socket,
    async joined(as, id = meetingId) {
      const client = socket(as);
      await new Promise<void>((resolve, reject) => {
        client.once("connect", resolve);
        client.once("connect_error", reject);
      });
      await client.emitWithAck("meeting:join", {
        meetingId: id as never,
        afterSeq: 0,
        protocol: PROTOCOL_VERSION,
      });
      return client;
    },
    raw: (bytes) => rawAnswer(url, bytes),
  };
}

function rawAnswer(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let heard = "";
    const end = () => {
      socket.destroy();
      resolve(heard);
    };
    socket.setTimeout(2000, end);
    socket.on("data", (part) => void (heard += part));
    socket.on("close", end);
    socket.on("error", end);
    socket.write(bytes);
  });
}

/** A request whose path reaches the server as it is written, dots and all. */
export function untidied(url: string, path: string, headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = plainRequest({ hostname, port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on("error", reject).end();
  });
}

function cookieOf(as: Person | null): Record<string, string> {
  return as === null ? {} : { cookie: as.cookie };
}

function plain(headers: RequestInit["headers"]): Record<string, string> {
  return Object.fromEntries(new Headers(headers));
}
