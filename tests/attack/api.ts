// The interface for programs: keys that are wrong, elsewhere, revoked, or sent where they do not belong.
import * as z from "zod";
import { boardId } from "#server/sample/cast.ts";
import type { Attack, Surprise, Target } from "./target.ts";

const Made = z.object({ key: z.object({ id: z.string() }), token: z.string() });

async function keyOf({ send, people }: Target, scopes: readonly string[]): Promise<z.infer<typeof Made>> {
  const asked = { name: "Attack", boards: [boardId("strategic")], scopes, days: 30 };
  return Made.parse(await (await send("/api/keys", asked, { as: people.clerk })).json());
}

async function revoked({ send, people }: Target, id: string): Promise<void> {
  await send(`/api/keys/${id}`, {}, { as: people.clerk, method: "DELETE" });
}

function by({ get }: Target, token: string, path: string, init: RequestInit = {}): Promise<Response> {
  return get(`/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${token}` } });
}

/** Runs with a key of its own, which is revoked afterwards. */
async function withKey(
  target: Target,
  scopes: readonly string[],
  run: (token: string) => Promise<Surprise>,
): Promise<Surprise> {
  const { key, token } = await keyOf(target, scopes);
  try {
    return await run(token);
  } finally {
    await revoked(target, key.id);
  }
}

async function statusIs(answer: Promise<Response>, status: number, said: string): Promise<Surprise> {
  const got = await answer;
  return got.status === status ? null : `${said}: ${got.status} ${(await got.text()).slice(0, 80)}`;
}

async function firstOf(surprises: readonly Promise<Surprise>[]): Promise<Surprise> {
  return (await Promise.all(surprises)).find((surprise) => surprise !== null) ?? null;
}

const strategic = `/boards/${boardId("strategic")}`;

export const apiAttacks: readonly Attack[] = [
  {
    id: "K01",
    name: "the interface by a cookie, and files without one",
    run: ({ get, people, meetingId }) =>
      firstOf([
        statusIs(get("/api/v1/boards", { as: people.clerk }), 401, "a cookie opened the interface"),
        statusIs(get(`/api${strategic}/facts`), 401, "facts without a cookie"),
        statusIs(get(`/api/meetings/${meetingId}/tables/entries`), 401, "a table without a cookie"),
      ]),
  },
  {
    id: "K02",
    name: "keys that are wrong, or no keys",
    run: (target) =>
      withKey(target, ["facts"], (token) =>
        firstOf(
          [
            `${token.slice(0, -2)}xx`,
            token.slice(8),
            `${token}x`,
            "null",
            "candour_",
            `${token},${token}`,
          ].map((wrong) => statusIs(by(target, wrong, "/boards"), 401, wrong.slice(0, 12))),
        ),
      ),
  },
  {
    id: "K03",
    name: "a key in the address",
    run: (target) =>
      withKey(target, ["facts"], (token) =>
        firstOf(
          [`?key=${token}`, `?access_token=${token}`, `?limit=${token}`, `/${token}`].map((end) =>
            statusIs(by(target, token, `/boards${end}`), 400, end.slice(0, 12)),
          ),
        ),
      ),
  },
  {
    id: "K04",
    name: "another board, and what the key was not made for",
    run: (target) =>
      withKey(target, ["facts"], (token) =>
        firstOf([
          statusIs(by(target, token, `${strategic}/facts`), 200, "its own facts"),
          statusIs(by(target, token, `${strategic}/indicators`), 403, "figures"),
          statusIs(by(target, token, `/meetings/${target.meetingId}/entries`), 403, "a record"),
          statusIs(by(target, token, `/boards/${boardId("executive")}/facts`), 404, "another board"),
          statusIs(by(target, token, `/boards/${crypto.randomUUID()}/facts`), 404, "no board"),
        ]),
      ),
  },
  {
    id: "K05",
    name: "a revoked key",
    async run(target) {
      const { key, token } = await keyOf(target, ["figures"]);
      const before = await statusIs(by(target, token, "/boards"), 200, "a new key");
      await revoked(target, key.id);
      return before ?? statusIs(by(target, token, "/boards"), 401, "a revoked key");
    },
  },
  {
    id: "K06",
    name: "changes by a key",
    run: (target) =>
      withKey(target, ["records"], (token) =>
        firstOf([
          ...["POST", "PUT", "PATCH", "DELETE"].map((method) =>
            statusIs(
              target.send(
                `/api/v1${strategic}`,
                {},
                { method, headers: { authorization: `Bearer ${token}` } },
              ),
              405,
              method,
            ),
          ),
          statusIs(
            target.send("/api/people", { name: "Eve" }, { headers: { authorization: `Bearer ${token}` } }),
            401,
            "a key changed the register",
          ),
          statusIs(
            target.get(`/api${strategic}/facts`, { headers: { authorization: `Bearer ${token}` } }),
            401,
            "a key opened a file",
          ),
        ]),
      ),
  },
  {
    id: "K07",
    name: "keys made by those who may not",
    run: ({ send, people }) =>
      firstOf(
        [people.chair, people.member, people.observer].map(async (as) => {
          const asked = { name: "Mine", boards: [boardId("strategic")], scopes: ["records"], days: 365 };
          const { status } = await send("/api/keys", asked, { as });
          return status >= 400 && status < 500 ? null : `a key was made: ${status}`;
        }),
      ),
  },
  {
    id: "K08",
    name: "whether a key is nearly right, by the time it takes",
    run: (target) =>
      withKey(target, ["figures"], async (token) => {
        const taken = async (key: string) => {
          const began = performance.now();
          await by(target, key, "/boards");
          return performance.now() - began;
        };
        const [near, far]: [number[], number[]] = [[], []];
        for (let n = 0; n < 5; n += 1) {
          near.push(await taken(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`));
          far.push(await taken(`candour_${"x".repeat(43)}`));
        }
        const middle = (all: number[]) => all.toSorted((a, b) => a - b)[2] ?? 0;
        const apart = Math.abs(middle(near) - middle(far));
        return apart > 25 ? `${apart.toFixed(1)} ms apart` : null;
      }),
  },
  {
    id: "K09",
    name: "tables, facts and pages of the interface that are not there",
    run: ({ get, people }) =>
      firstOf(
        [
          `/api${strategic}/tables/__proto__`,
          `/api${strategic}/tables/constructor`,
          `/api${strategic}/tables/every-meeting?indicator=toString`,
          `/api/boards/${crypto.randomUUID()}/tables/seats`,
          `/api/meetings/${crypto.randomUUID()}/tables/entries`,
          `/api/meetings/x/tables/entries`,
        ].map((path) => statusIs(get(path, { as: people.member }), 404, path)),
      ),
  },
  {
    id: "K10",
    name: "the whole record, by those who may not take it away",
    run: ({ get, people, meetingId }) =>
      firstOf(
        [people.member, people.observer].map((as) =>
          statusIs(get(`/api/meetings/${meetingId}/tables/entries?form=whole`, { as }), 404, as.id),
        ),
      ),
  },
];
