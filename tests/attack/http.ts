// A and B of the examples: HTTP, the framework, sessions and where requests come from.
import { type Attack, type Surprise, type Target, untidied } from "./target.ts";

const protectedPages = [
  "/meetings",
  "/meetings/actions-and-decisions",
  "/dashboard",
  "/boards",
  "/people",
  "/account",
  "/account/held",
  "/help/marks",
];

function unless(isRight: boolean, said: string): Surprise {
  return isRight ? null : said;
}

async function told(answer: Response): Promise<string> {
  return `${answer.status} ${(await answer.text()).slice(0, 80)}`;
}

/** Refused before anybody read it: never a 2xx, never a crash. */
async function refused(answer: Response, ...statuses: readonly number[]): Promise<Surprise> {
  const isRight =
    statuses.length > 0 ? statuses.includes(answer.status) : answer.status >= 400 && answer.status < 500;
  return isRight ? null : told(answer);
}

async function toSignIn(answer: Response): Promise<Surprise> {
  const goes = answer.headers.get("location") ?? "";
  return unless([302, 303, 307].includes(answer.status) && goes.includes("/sign-in"), await told(answer));
}

async function firstOf(surprises: readonly Promise<Surprise>[]): Promise<Surprise> {
  return (await Promise.all(surprises)).find((surprise) => surprise !== null) ?? null;
}

/** The announced length is enough: a refusal does not wait for what it does not want. */
async function refusedUnread(raw: Target["raw"], url: string, path: string): Promise<Surprise> {
  const answer = await raw(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nOrigin: ${url}\r\nContent-Type: application/json\r\nContent-Length: 1200000\r\n\r\n{`,
  );
  return unless(answer.startsWith("HTTP/1.1 413"), answer.slice(0, 80));
}

const newMeeting = {
  boardId: "00000000-0000-4000-8000-000000000000",
  title: "x",
  day: "2027-01-01",
  time: "10:00",
  lengthMinutes: 60,
  place: "",
};
const addPerson = (target: Target, init: Parameters<Target["send"]>[2], body: unknown = { name: "Eve" }) =>
  target.send("/api/people", body, { as: target.people.clerk, ...init });

export const httpAttacks: readonly Attack[] = [
  {
    id: "A01",
    name: "pages without a cookie",
    run: ({ get, meetingId }) =>
      firstOf(
        [
          ...protectedPages,
          `/meetings/${meetingId}`,
          `/meetings/${meetingId}/record`,
          `/meetings/${meetingId}/minutes`,
        ].map(async (path) => toSignIn(await get(path))),
      ),
  },
  {
    id: "A04",
    name: "parameters of a route from the query",
    run: ({ get, meetingId }) =>
      firstOf(
        [`?nxtPmeetingId=${meetingId}`, `?nxtP=${meetingId}`, "?__nextDefaultLocale=x", "?_rsc=1"].map(
          async (query) => toSignIn(await get(`/meetings/${meetingId}${query}`)),
        ),
      ),
  },
  {
    id: "A05",
    name: "headers that steer a framework from inside",
    run: ({ get }) =>
      firstOf(
        [
          { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
          { "x-invoke-path": "/meetings" },
          { "x-matched-path": "/meetings" },
          { "x-now-route-matches": "1=x" },
        ].map(async (headers) => toSignIn(await get("/meetings", { headers }))),
      ),
  },
  {
    id: "A07",
    name: "deep and cyclic Flight references",
    async run({ send }) {
      const began = performance.now();
      const deep = `0=${"[".repeat(200_000)}${"]".repeat(200_000)}`;
      const answers = await Promise.all([
        send("/meetings", deep, { headers: { "next-action": "x".repeat(40), "content-type": "text/plain" } }),
        send("/sign-in", `0="$1"&1="$0"`, { headers: { "next-action": "1", rsc: "1" } }),
      ]);
      if (performance.now() - began > 1500) return "it took longer than a second and a half";
      return firstOf(answers.map((answer) => refused(answer)));
    },
  },
  {
    id: "A10",
    name: "a change without an origin, and from another",
    run: (target) =>
      firstOf(
        [
          "",
          "null",
          "https://elsewhere.example",
          `${target.url}.evil.example`,
          target.url.toUpperCase(),
          "http://localhost:1",
        ].map(async (origin) => refused(await addPerson(target, { headers: { origin } }), 403)),
      ),
  },
  {
    id: "A11",
    name: "a change a browser marks as another site's",
    run: async (target) =>
      refused(await addPerson(target, { headers: { "sec-fetch-site": "cross-site" } }), 403),
  },
  {
    id: "A13",
    name: "upgrades to what is not ours",
    async run({ raw, url }) {
      const upgrade = (path: string) =>
        raw(
          `GET ${path} HTTP/1.1\r\nHost: x\r\nOrigin: ${url}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
        );
      const answers = await Promise.all(["/foo", "/_next/webpack-hmr", "/", "//socket.io/"].map(upgrade));
      return answers.find((answer) => answer.startsWith("HTTP/1.1 101")) ?? null;
    },
  },
  {
    id: "A14",
    name: "a target that is not a path, and a smuggled length",
    async run({ raw }) {
      const absolute = await raw("GET http://127.0.0.1:9/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      const both = await raw(
        "POST /api/people HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      );
      return [absolute, both].find((answer) => !/^HTTP\/1\.1 4\d\d/.test(answer)) ?? null;
    },
  },
  {
    id: "A16",
    name: "a header of 20 KB, and 2,500 of them",
    async run({ raw }) {
      const long = await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-A: ${"a".repeat(20_000)}\r\n\r\n`);
      const many = await raw(
        `GET / HTTP/1.1\r\nHost: x\r\n${Array.from({ length: 2500 }, (_, nth) => `X-${nth}: a\r\n`).join("")}\r\n`,
      );
      return [long, many].find((answer) => !/^HTTP\/1\.1 4\d\d/.test(answer)) ?? null;
    },
  },
  {
    id: "A19",
    name: "JSON as text, as a form, and as nothing",
    run: (target) =>
      firstOf(
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"].map(
          async (type) => refused(await addPerson(target, { headers: { "content-type": type } }), 415),
        ),
      ),
  },
  {
    id: "A20",
    name: "bodies that are not what they say",
    run: (target) =>
      firstOf(
        [
          "{",
          "null",
          "[]",
          '"x"',
          "{}",
          `{"__proto__":{"siteAdmin":true}}`,
          "\u0000",
          `{"name":"${"a".repeat(300_000)}"}`,
        ].map(async (body) => refused(await addPerson(target, {}, body))),
      ),
  },
  {
    id: "A21",
    name: "a body beyond the limit",
    run: ({ raw, url }) => refusedUnread(raw, url, "/api/people"),
  },
  {
    id: "A22",
    name: "a parameter given twice",
    run: async ({ get, people }) => {
      const answer = await get("/dashboard?board=x&board=y&from=a&from=b", { as: people.chair });
      return unless(answer.status < 500, await told(answer));
    },
  },
  {
    id: "A25",
    name: "the framework's picture door as a way out",
    run: ({ get }) =>
      firstOf(
        [
          "url=http%3A%2F%2F127.0.0.1%3A9%2Fx&w=64&q=75",
          "url=%2F%2F127.0.0.1%3A9%2Fx&w=64&q=75",
          "url=%2Fx.png&w=99999&q=1",
        ].map(async (query) => refused(await get(`/_next/image?${query}`))),
      ),
  },
  {
    id: "A26",
    name: "ways up and round the tree",
    run: ({ url, people }) =>
      firstOf(
        [
          "/_next/static/../../package.json",
          "/..%2f..%2fpackage.json",
          "/_next/%2e%2e/%2e%2e/.env",
          "/.env",
          "/data/auth-secret",
        ].map(async (path) => {
          const status = await untidied(url, path, { cookie: people.member.cookie });
          return unless(status !== 200, `${path} answered 200`);
        }),
      ),
  },
  {
    id: "A28",
    name: "a content policy of the client's own",
    async run({ get }) {
      const policy = `script-src 'nonce-"><script>alert(1)</script>'`;
      const answer = await get("/sign-in", {
        headers: { "content-security-policy": policy, "x-nonce": "mine" },
      });
      const page = await answer.text();
      const sent = answer.headers.get("content-security-policy") ?? "";
      const isOurs = sent.includes("'nonce-") && !sent.includes("alert") && !page.includes('nonce="mine"');
      return unless(isOurs && !page.includes("<script>alert(1)"), "the client's nonce was taken");
    },
  },
  {
    id: "A29",
    name: "safe headers on every kind of answer",
    async run({ get, send }) {
      const answers = await Promise.all([
        get("/sign-in"),
        get("/nowhere-at-all"),
        get("/api/health"),
        send("/api/people", "{"),
        send("/api/people", {}, { headers: { origin: "https://elsewhere.example" } }),
      ]);
      const wanted = ["x-content-type-options", "x-frame-options", "referrer-policy", "permissions-policy"];
      const missing = answers.flatMap((answer) =>
        wanted
          .filter((name) => !answer.headers.has(name))
          .map((name) => `${answer.url} ${answer.status}: no ${name}`),
      );
      const telling = answers.filter(({ headers }) => headers.has("x-powered-by") || headers.has("server"));
      return missing[0] ?? (telling.length > 0 ? "it says what it is made of" : null);
    },
  },
  {
    id: "B07",
    name: "cookies that were changed, made up, or of another kind",
    async run({ get, people }) {
      const [, name = "", token = ""] =
        /((?:__Host-)?candour\.session)=([^;]+)/.exec(people.member.cookie) ?? [];
      if (token === "") return "there is no session cookie to change";
      const none = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub: people.chair.id, sid: "x" }))}.`;
      const flipped = `${token.slice(0, -6)}${token.at(-6) === "A" ? "B" : "A"}${token.slice(-5)}`;
      const forged = [flipped, none, token.split(".").toReversed().join("."), "", "null", token.slice(5)];
      const answers = forged.map(async (value) =>
        toSignIn(await get("/meetings", { headers: { cookie: `${name}=${value}` } })),
      );
      return firstOf(answers);
    },
  },
  {
    id: "B16",
    name: "a cookie set beforehand",
    async run({ signIn, people }) {
      const again = await signIn(people.observer.id);
      return unless(again.cookie !== people.observer.cookie, "the session was not a new one");
    },
  },
  {
    id: "B17",
    name: "whether an account exists",
    async run({ get, url }) {
      const { csrfToken } = (await (await get("/api/auth/csrf")).json()) as { csrfToken: string };
      const csrf = (await get("/api/auth/csrf")).headers
        .getSetCookie()
        .map((line) => line.split(";")[0])
        .join("; ");
      const tries = ["nobody@example.org", "tunde.adeyemi@example.org"].map(async (email) => {
        const answer = await fetch(`${url}/api/auth/callback/credentials`, {
          method: "POST",
          redirect: "manual",
          headers: { origin: url, cookie: csrf },
          body: new URLSearchParams({ csrfToken, email, password: "wrong wrong wrong", json: "true" }),
        });
        return `${answer.status} ${(await answer.text()).replaceAll(email, "")}`;
      });
      const [one, other] = await Promise.all(tries);
      return unless(one === other, `${one} is not ${other}`);
    },
  },
  {
    id: "B19",
    name: "a password of a megabyte",
    run: ({ raw, url }) => refusedUnread(raw, url, "/api/account/password"),
  },
  {
    id: "B22",
    name: "what a member may not do with the registers",
    run: (target) =>
      firstOf(
        [
          target.send(
            "/api/people",
            { name: "Eve", email: "eve@example.org", siteAdmin: true },
            { as: target.people.member },
          ),
          target.send("/api/boards", { name: "Mine", layer: "strategic" }, { as: target.people.member }),
          target.send("/api/meetings", newMeeting, { as: target.people.member }),
          target.send(`/api/people/${target.people.chair.id}/links`, {}, { as: target.people.member }),
          target.send(`/api/people/${target.people.chair.id}/disabled`, {}, { as: target.people.member }),
        ].map(async (answer) => refused(await answer)),
      ),
  },
  {
    id: "G04",
    name: "ids in other spellings",
    run: ({ get, meetingId, people }) =>
      firstOf(
        [
          `{${meetingId}}`,
          meetingId.toUpperCase(),
          meetingId.replaceAll("-", ""),
          `${meetingId}%00`,
          "1' or '1'='1",
        ].map(async (id) => {
          const answer = await get(`/meetings/${encodeURIComponent(id)}`, { as: people.member });
          return unless(
            answer.status === 404 || (await answer.text()).includes("not here"),
            `${id}: ${answer.status}`,
          );
        }),
      ),
  },
  {
    id: "G07",
    name: "SQL in every parameter",
    async run({ get, people }) {
      const began = performance.now();
      const sql = encodeURIComponent("'; select pg_sleep(5); --");
      const paths = [
        `/meetings?board=${sql}&year=${sql}`,
        `/dashboard?board=${sql}&from=${sql}&to=${sql}`,
        `/boards/${sql}`,
        `/people/${sql}`,
      ];
      const answers = await Promise.all(paths.map((path) => get(path, { as: people.clerk })));
      if (performance.now() - began > 4500) return "something slept";
      return answers.find(({ status }) => status >= 500)?.url ?? null;
    },
  },
];
