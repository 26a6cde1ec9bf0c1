// C, D and E of the examples: the socket, the rules behind it, and what must not be seen through it.
import { PROTOCOL_VERSION } from "#domain/wire.ts";
import type { Client } from "../support/live-server.ts";
import type { Attack, Surprise, Target } from "./target.ts";

type Reply = {
  readonly status?: string;
  readonly reason?: string;
  readonly refusal?: { readonly code: string };
};

/** Emits what a well-behaved client cannot; the answer, or null when none came. */
async function emitted(client: Client, name: string, ...payload: readonly unknown[]): Promise<Reply | null> {
  const loose = client as unknown as {
    timeout: (ms: number) => { emitWithAck: (...all: readonly unknown[]) => Promise<Reply> };
  };
  return loose
    .timeout(3000)
    .emitWithAck(name, ...payload)
    .catch(() => null);
}

async function connectedOr(client: Client): Promise<string> {
  return new Promise((resolve) => {
    client.once("connect", () => resolve("connected"));
    client.once("connect_error", ({ message }) => resolve(message));
  });
}

const newId = () => crypto.randomUUID();
const note = (more: Record<string, unknown> = {}) => ({
  type: "recordNote",
  entryId: newId(),
  itemId: newId(),
  speaker: { as: "chair" },
  text: "What was said",
  ...more,
});

/** Whoever else is in the meeting still reads and is answered. */
async function othersAreWell({ joined, people, meetingId }: Target): Promise<Surprise> {
  const client = await joined(people.clerk);
  const reply = await emitted(client, "meeting:since", { meetingId, afterSeq: 0 });
  client.disconnect();
  return reply?.status === "events" ? null : `others are answered ${JSON.stringify(reply)}`;
}

async function isRefused(target: Target, name: string, payloads: readonly unknown[]): Promise<Surprise> {
  const client = await target.joined(await target.anotherMember());
  let surprise: Surprise = null;
  for (const payload of payloads) {
    if (!client.connected) break;
    const reply = await emitted(client, name, payload);
    const isRight =
      reply === null ||
      (reply.status === "failed" && reply.reason !== "unavailable") ||
      reply.status === "refused";
    if (!isRight)
      surprise ??= `${JSON.stringify(payload)?.slice(0, 120)} was answered ${JSON.stringify(reply)}`;
  }
  client.disconnect();
  return surprise ?? othersAreWell(target);
}

export const socketAttacks: readonly Attack[] = [
  {
    id: "B01",
    name: "a handshake without a cookie, and from elsewhere",
    async run({ socket, people, url }) {
      const tries = [
        socket(null),
        socket(people.member, { origin: "https://elsewhere.example" }),
        socket(people.member, { origin: "null" }),
        socket(people.member, {}),
        socket(people.member, { origin: `${url}0` }),
        socket({ id: "", name: "", cookie: "candour.session=forged" }),
      ];
      const said = await Promise.all(tries.map(connectedOr));
      for (const client of tries) client.disconnect();
      return said.includes("connected") ? "it was let in" : null;
    },
  },
  {
    id: "C01",
    name: "a frame of 70 KB",
    async run(target) {
      const client = await target.joined(target.people.member);
      await emitted(client, "meeting:command", { text: "a".repeat(70_000) });
      const isEnded = !client.connected;
      client.disconnect();
      return isEnded ? othersAreWell(target) : "it was taken";
    },
  },
  {
    id: "C04",
    name: "messages of other names",
    async run(target) {
      for (const name of [
        "grew",
        "here",
        "doubt",
        "meeting:events",
        "signedOut",
        "x".repeat(10_000),
        "__proto__",
        "constructor",
      ]) {
        const client = await target.joined(await target.anotherMember());
        await emitted(client, name, { meetingId: target.meetingId, seq: 1 });
        const isEnded = !client.connected;
        client.disconnect();
        if (!isEnded) return `${name.slice(0, 20)} was taken`;
      }
      return othersAreWell(target);
    },
  },
  {
    id: "C07",
    name: "commands without anybody to answer",
    async run(target) {
      const client = await target.joined(target.people.member);
      const loose = client as unknown as { emit: (...all: readonly unknown[]) => void };
      for (const odd of [undefined, "x", 7, {}, []])
        loose.emit("meeting:command", { meetingId: target.meetingId }, odd);
      loose.emit("meeting:join");
      client.disconnect();
      return othersAreWell(target);
    },
  },
  {
    id: "C10",
    name: "fifty connections in a breath",
    async run(target) {
      const person = await target.anotherMember();
      const tries = Array.from({ length: 50 }, () => target.socket(person));
      const said = await Promise.all(tries.map(connectedOr));
      for (const client of tries) client.disconnect();
      return said.filter((word) => word === "connected").length > 20
        ? "all were let in"
        : othersAreWell(target);
    },
  },
  {
    id: "C13",
    name: "five hundred commands in a second",
    async run(target) {
      const client = await target.joined(await target.anotherMember());
      const replies = await Promise.all(
        Array.from({ length: 500 }, () =>
          emitted(client, "meeting:command", {
            meetingId: target.meetingId,
            commandId: newId(),
            command: note(),
          }),
        ),
      );
      client.disconnect();
      const tooFast = replies.filter((reply) => reply?.reason === "tooFast").length;
      return tooFast > 300 ? othersAreWell(target) : `only ${tooFast} were held back`;
    },
  },
  {
    id: "C22",
    name: "numbers to read from that are none",
    run: (target) =>
      isRefused(
        target,
        "meeting:since",
        [-1, 1e18, Number.NaN, "1; drop table people", {}, null, 1.5, [1]].map((afterSeq) => ({
          meetingId: target.meetingId,
          afterSeq,
        })),
      ),
  },
  {
    id: "D04",
    name: "who, when and where told by the client",
    run: (target) =>
      isRefused(target, "meeting:command", [
        ...["by", "actorId", "role", "seq", "at", "nth"].map((name) => ({
          meetingId: target.meetingId,
          commandId: newId(),
          command: note(),
          [name]: 1,
        })),
        ...["by", "at", "no", "seq", "meetingId"].map((name) => ({
          meetingId: target.meetingId,
          commandId: newId(),
          command: note({ [name]: 1 }),
        })),
      ]),
  },
  {
    id: "D05",
    name: "commands that are the house's own",
    run: (target) =>
      isRefused(
        target,
        "meeting:command",
        [
          { type: "closeVoteOnTime", voteId: newId() },
          { type: "countBallots", voteId: newId(), counts: [] },
          { type: "recordPulse", box: newId(), answered: 9, questions: [], officers: null },
          ...["createMeeting", "recordRegisters", "entryStruckOut", "constructor", "__proto__", 7, null].map(
            (type) => ({ type, registers: {} }),
          ),
        ].map((command) => ({ meetingId: target.meetingId, commandId: newId(), command })),
      ),
  },
  {
    id: "D13",
    name: "what a member and an observer may not do",
    async run(target) {
      const acts = [
        { type: "openMeeting", presiding: target.people.member.id, recording: null },
        { type: "publishAgenda" },
        { type: "closeMeeting" },
        { type: "excludePublic", reason: "because" },
        { type: "takeChair", presiding: target.people.member.id },
        { type: "approveMinutes" },
        { type: "removeItem", itemId: newId(), reason: "x" },
      ];
      const requests = acts.map((command) => ({ meetingId: target.meetingId, commandId: newId(), command }));
      for (const person of [await target.anotherMember(), target.people.observer]) {
        const client = await target.joined(person);
        for (const request of requests) {
          const reply = await emitted(client, "meeting:command", request);
          if (reply?.status === "recorded") return `${request.command.type} was recorded`;
        }
        client.disconnect();
      }
      return null;
    },
  },
  {
    id: "D19",
    name: "words that are none, too many, or not what they look like",
    run: (target) =>
      isRefused(
        target,
        "meeting:command",
        [
          "",
          "   ",
          "\u200b\u200b",
          "\u0000",
          "a\u0000b",
          "\n".repeat(100_000).slice(0, 60_000),
          "a".repeat(20_000),
          "\ud800",
          7,
          {},
          ["a"],
        ].map((text) => ({ meetingId: target.meetingId, commandId: newId(), command: note({ text }) })),
      ),
  },
  {
    id: "E04",
    name: "a meeting of one's own with an item of another",
    run: (target) =>
      isRefused(
        target,
        "meeting:command",
        ["openItem", "recordNote", "moveItem", "setFocus"].map((type) => ({
          meetingId: target.meetingId,
          commandId: newId(),
          command:
            type === "recordNote"
              ? note()
              : { type, itemId: newId(), parent: null, after: null, reason: "x" },
        })),
      ),
  },
  {
    id: "E05",
    name: "a meeting that does not exist, and one that is not yours, look alike",
    async run(target) {
      const client = await target.joined(target.people.observer);
      const reply = await emitted(client, "meeting:join", {
        meetingId: newId(),
        afterSeq: 0,
        protocol: PROTOCOL_VERSION,
      });
      client.disconnect();
      return reply?.reason === "notFound" ? null : JSON.stringify(reply);
    },
  },
  {
    id: "E07",
    name: "typing where one is not",
    async run(target) {
      const [watcher, typist] = await Promise.all([
        target.joined(target.people.clerk),
        target.joined(target.people.observer),
      ]);
      let seen = "";
      watcher.on("meeting:presence", (presence) => void (seen += JSON.stringify(presence)));
      const itemId = newId();
      typist.emit("meeting:typing", { meetingId: newId() as never, itemId });
      await emitted(typist, "meeting:since", { meetingId: target.meetingId, afterSeq: 0 });
      await emitted(watcher, "meeting:since", { meetingId: target.meetingId, afterSeq: 0 });
      for (const client of [watcher, typist]) client.disconnect();
      return seen.includes(itemId) ? "it was shown" : null;
    },
  },
];
