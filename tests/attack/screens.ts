// The second screen: its link is for a wall and for nothing else. Each attack is on a meeting of its own, whose closed
// business is full of one word.
import { io } from "socket.io-client";
import * as z from "zod";
import { PROTOCOL_VERSION } from "#domain/wire.ts";
import { boardId } from "#server/sample/cast.ts";
import type { Client } from "../support/live-server.ts";
import type { Attack, Person, Surprise, Target } from "./target.ts";

const Made = z.object({ ok: z.literal(true), token: z.string(), screen: z.object({ id: z.string() }) });
type Link = { readonly token: string; readonly screenId: string };
type Evening = {
  readonly meetingId: string;
  readonly open: string;
  readonly restricted: string;
  readonly canary: string;
  readonly carryOut: (command: object) => Promise<void>;
  /** The number of its log's last event. */
  readonly end: () => Promise<number>;
  readonly done: () => void;
};
type Loose = {
  readonly emitWithAck: (...all: readonly unknown[]) => Promise<Record<string, unknown>>;
};

const loosely = (client: Client) => client.timeout(5000) as unknown as Loose;
const newId = () => crypto.randomUUID();
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** In session on an open item, with a restricted one that bears the word, and its clerk's hand on it. */
async function evening(target: Target): Promise<Evening> {
  const { send, people } = target;
  const meetingId = newId();
  const canary = `heron-${newId().slice(0, 8)}`;
  const made = await send(
    "/api/meetings",
    {
      meetingId,
      boardId: boardId("strategic"),
      title: "An evening under attack",
      day: "2027-01-01",
      time: "18:00",
      lengthMinutes: 60,
      place: "",
    },
    { as: people.clerk },
  );
  if (!made.ok) throw new Error(`no meeting: ${made.status} ${await made.text()}`);
  const hands = new Map<Person, Client>([
    [people.clerk, target.socket(people.clerk)],
    [people.chair, target.socket(people.chair)],
  ]);
  const by = async (person: Person, command: object) => {
    const client = hands.get(person);
    const commandId = newId();
    for (let tried = 0; client && tried < 40; tried += 1) {
      const reply = await loosely(client).emitWithAck("meeting:command", { meetingId, commandId, command });
      if (reply["status"] === "recorded") return;
      if (reply["reason"] !== "tooFast" && reply["reason"] !== "busy")
        throw new Error(`not prepared: ${JSON.stringify(reply)}`);
      await later(300);
    }
    throw new Error("not prepared in time");
  };
  const [open, restricted] = [newId(), newId()];
  const items = [item(open, "In the open", { kind: "open" }, ""), item(restricted, "Closed", closed, canary)];
  await by(people.clerk, { type: "importAgenda", items });
  await by(people.clerk, { type: "publishAgenda" });
  await by(people.clerk, { type: "openMeeting", presiding: people.chair.id, recording: people.clerk.id });
  await by(people.clerk, { type: "openItem", itemId: open });
  return {
    meetingId,
    open,
    restricted,
    canary,
    carryOut: (command) =>
      by(CHAIRS_OWN.has(Reflect.get(command, "type")) ? people.chair : people.clerk, command),
    async end() {
      const client = hands.get(people.clerk);
      if (!client) throw new Error("nobody to ask");
      const key = { meetingId, afterSeq: 0, protocol: PROTOCOL_VERSION };
      return Number((await loosely(client).emitWithAck("meeting:join", key))["seq"]);
    },
    done() {
      for (const client of hands.values()) client.disconnect();
    },
  };
}

const CHAIRS_OWN = new Set<unknown>(["excludePublic", "openVote"]);
const closed = { kind: "restricted", ground: "Commercial terms", reviewOn: null };

function item(itemId: string, title: string, openness: object, description: string) {
  const heading = {
    title,
    kind: "discussion",
    plannedFocus: "strategy",
    plannedMinutes: 20,
    startsAt: null,
    lead: null,
    objectives: [],
    openness,
    routineMoney: false,
    numbered: true,
  };
  return { itemId, parent: null, heading, description, papers: [] };
}

async function linked({ send, people }: Target, meetingId: string): Promise<Link> {
  const answer = await send(`/api/meetings/${meetingId}/screens`, { level: "queue" }, { as: people.clerk });
  const { token, screen } = Made.parse(await answer.json());
  return { token, screenId: screen.id };
}

type Wall = {
  readonly client: Client;
  readonly frames: string[];
  /** "in", or why not. */
  readonly said: string;
};

/** A wall with this key at a door of the server, once it is in or refused. */
async function wallAt(
  { url }: Target,
  auth: object,
  { door = "/screen", headers = {} }: { door?: string; headers?: Record<string, string> } = {},
): Promise<Wall> {
  const client: Client = io(url + door, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    auth: { ...auth },
    extraHeaders: { origin: url, ...headers },
  });
  const frames: string[] = [];
  client.onAny((...frame) => frames.push(JSON.stringify(frame)));
  const said = await new Promise<string>((resolve) => {
    client.once("connect", () => resolve("in"));
    client.once("connect_error", ({ message }) => resolve(message));
  });
  return { client, frames, said };
}

const keyOf = (meetingId: string, token: string) => ({ meetingId, token, protocol: PROTOCOL_VERSION });

async function during(
  target: Target,
  tried: (evening: Evening, link: Link) => Promise<Surprise>,
): Promise<Surprise> {
  const held = await evening(target);
  try {
    return await tried(held, await linked(target, held.meetingId));
  } finally {
    held.done();
  }
}

export const screenAttacks: readonly Attack[] = [
  {
    id: "S01",
    name: "a screen's link as somebody's session",
    run: (target) =>
      during(target, async ({ meetingId, canary }, { token }) => {
        const cookies = ["candour.session", "__Host-candour.session", "__Secure-next-auth.session-token"];
        const ways = [
          {},
          ...cookies.map((name) => ({ cookie: `${name}=${token}` })),
          { authorization: `Bearer ${token}` },
        ];
        for (const headers of ways) {
          const { client, said } = await wallAt(target, keyOf(meetingId, token), { door: "/", headers });
          client.disconnect();
          if (said !== "notSignedIn") return `by the people's door it was told ${said}`;
          for (const path of [`/meetings/${meetingId}`, `/meetings/${meetingId}/record`, "/meetings"]) {
            const page = await target.get(`${path}?token=${token}`, { headers });
            if (page.status === 200 || (await page.text()).includes(canary))
              return `${path} was answered ${page.status}`;
          }
          const listed = await target.get(`/api/meetings/${meetingId}/screens`, { headers });
          if (listed.ok) return "it listed the screens";
        }
        return null;
      }),
  },
  {
    id: "S02",
    name: "commands from a wall",
    run: (target) =>
      during(target, async ({ meetingId, open, end }, { token }) => {
        const before = await end();
        const says: readonly (readonly [string, object])[] = [
          ["meeting:join", { meetingId, afterSeq: 0, protocol: PROTOCOL_VERSION }],
          ["meeting:since", { meetingId, afterSeq: 0 }],
          [
            "meeting:command",
            { meetingId, commandId: newId(), command: { type: "closeItem", itemId: open, confirmed: [] } },
          ],
          ["meeting:answer", { meetingId, box: newId(), slip: {} }],
          ["screen:view", { view: { shows: "nothing" } }],
          ["__proto__", {}],
        ];
        for (const [name, payload] of says) {
          const { client, frames } = await wallAt(target, keyOf(meetingId, token));
          const reply = await loosely(client)
            .emitWithAck(name, payload)
            .catch(() => null);
          const isCut = !client.connected;
          client.disconnect();
          if (reply !== null) return `${name} was answered ${JSON.stringify(reply).slice(0, 80)}`;
          if (!isCut) return `${name} was listened to`;
          if (/joined|"events"|recorded/.test(frames.join())) return `${name} brought events`;
        }
        return (await end()) === before ? null : "something was recorded";
      }),
  },
  {
    id: "S03",
    name: "a link after it was switched off",
    run: (target) =>
      during(target, async ({ meetingId }, { token, screenId }) => {
        const wall = await wallAt(target, keyOf(meetingId, token));
        if (wall.said !== "in") return `a good link was told ${wall.said}`;
        const ended = await target.send(
          `/api/meetings/${meetingId}/screens/${screenId}`,
          {},
          {
            as: target.people.clerk,
            method: "DELETE",
          },
        );
        if (!ended.ok) return `it could not be switched off: ${ended.status}`;
        await later(2000);
        const isCut = !wall.client.connected;
        wall.client.disconnect();
        if (!isCut) return "it goes on showing";
        const { client, said } = await wallAt(target, keyOf(meetingId, token));
        client.disconnect();
        return said === "notFound" ? null : `opened again it was told ${said}`;
      }),
  },
  {
    id: "S04",
    name: "a link for another meeting, and what is none",
    run: (target) =>
      during(target, async ({ meetingId }, { token }) => {
        const other = target.meetingId;
        const keys: readonly object[] = [
          keyOf(other, token),
          keyOf(newId(), token),
          { ...keyOf(meetingId, token), meetingId: [meetingId, other] },
          { ...keyOf(meetingId, token), meetingId: meetingId.toUpperCase() },
          keyOf(meetingId, "x".repeat(43)),
          keyOf(meetingId, token.slice(0, 42)),
          keyOf(meetingId, `${token} `),
          keyOf(meetingId, "' or '1'='1"),
          keyOf(meetingId, "a".repeat(60_000)),
          { ...keyOf(meetingId, token), token: { $ne: "" } },
          { ...keyOf(meetingId, token), level: "queue" },
          { ...keyOf(meetingId, token), ["__proto__"]: { isAdmin: true } },
          { meetingId, protocol: PROTOCOL_VERSION },
          {},
        ];
        for (const key of keys) {
          const { client, said, frames } = await wallAt(target, key);
          client.disconnect();
          if (said === "in" && frames.join().includes(other)) return "another meeting was shown";
          if (said === "in") return `${JSON.stringify(key).slice(0, 120)} was let in`;
        }
        const elsewhere = await wallAt(target, keyOf(meetingId, token), {
          headers: { origin: "https://elsewhere.example" },
        });
        elsewhere.client.disconnect();
        return elsewhere.said === "in" ? "it was let in from elsewhere" : null;
      }),
  },
  {
    id: "S05",
    name: "screens made, listed, set and ended by whoever does not run the meeting",
    run: (target) =>
      during(target, async ({ meetingId }, { screenId, token }) => {
        const path = `/api/meetings/${meetingId}/screens`;
        const { member, observer } = target.people;
        for (const as of [member, observer, null]) {
          const answers = [
            await target.get(path, { as }),
            await target.send(path, { level: "queue" }, { as }),
            await target.send(`${path}/${screenId}`, { level: "nobody" }, { as, method: "PUT" }),
            await target.send(`${path}/${screenId}`, {}, { as, method: "DELETE" }),
          ];
          const done = answers.find(({ ok }) => ok);
          if (done) return `it was done: ${done.status} by ${as?.name ?? "nobody"}`;
        }
        const { clerk } = target.people;
        const from = { as: clerk, headers: { origin: "https://elsewhere.example" } };
        if ((await target.send(path, { level: "queue" }, from)).ok) return "a link was made from elsewhere";
        const foreign = `/api/meetings/${target.meetingId}/screens/${screenId}`;
        if ((await target.send(foreign, {}, { as: clerk, method: "DELETE" })).ok)
          return "it was ended as another meeting's";
        const { client, said } = await wallAt(target, keyOf(meetingId, token));
        client.disconnect();
        return said === "in" ? null : `afterwards the link was told ${said}`;
      }),
  },
  {
    id: "S06",
    name: "words of closed business on a wall",
    run: (target) =>
      during(target, async ({ meetingId, restricted, open, canary, carryOut }, { token }) => {
        const early = await wallAt(target, keyOf(meetingId, token));
        await carryOut({ type: "closeItem", itemId: open, confirmed: [] });
        await carryOut({ type: "excludePublic", reason: `${canary} ground` });
        await carryOut({ type: "openItem", itemId: restricted });
        const note = { type: "recordNote", entryId: newId(), itemId: restricted, speaker: { as: "chair" } };
        await carryOut({ ...note, text: `${canary} note` });
        await carryOut({
          type: "openVote",
          voteId: newId(),
          itemId: restricted,
          kind: "vote",
          text: `${canary} question`,
          about: null,
          secret: false,
          linkedTo: null,
          seconds: 5,
        });
        const late = await wallAt(target, keyOf(meetingId, token));
        await later(6500);
        for (const { client } of [early, late]) client.disconnect();
        const all = [...early.frames, ...late.frames].join();
        if (all.includes(canary)) return "a word of it was sent";
        return all.includes('"shows":"closed"') ? null : "the card for closed business was not shown";
      }),
  },
  {
    id: "S07",
    name: "a link in answers, addresses and caches",
    run: (target) =>
      during(target, async ({ meetingId }, { token }) => {
        const path = `/api/meetings/${meetingId}/screens`;
        const listed = await target.get(path, { as: target.people.clerk });
        if ((await listed.text()).includes(token)) return "it is told again to whoever lists the screens";
        const made = await target.send(path, { level: "queue" }, { as: target.people.clerk });
        for (const [what, answer] of [
          ["the list", listed],
          ["the answer with the link", made],
        ] as const) {
          const kept = answer.headers.get("cache-control") ?? "";
          if (!kept.includes("no-store")) return `${what} may be kept: ${kept}`;
        }
        const page = await target.get(`/meetings/${meetingId}/screen`);
        const words = await page.text();
        if (page.status !== 200) return `the page of a wall was answered ${page.status}`;
        if (words.includes("An evening under attack")) return "the page tells what meeting it is";
        if (page.headers.getSetCookie().length > 0) return "the page sets a cookie";
        const referrer = page.headers.get("referrer-policy") ?? "";
        if (!["same-origin", "no-referrer", "strict-origin"].includes(referrer))
          return `where it comes from is told: ${referrer}`;
        if (/s-maxage|public/.test(page.headers.get("cache-control") ?? "")) return "the page may be shared";
        const nowhere = await target.get(`/meetings/${newId()}/screen`);
        return nowhere.status === 200 && nowhere.headers.get("location") === null
          ? null
          : "a meeting that is not there is told from one that is";
      }),
  },
];
