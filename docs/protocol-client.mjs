// A stranger's client in one file (see protocol.md): signs in as one of the sample's people, joins tonight's
// meeting, keeps a copy and, once an item is open, puts a challenge to the partnership.
import { io } from "socket.io-client";

const server = process.argv[2] ?? "http://localhost:3000";
const helenMarsh = "cf13af9f-5b20-4bf3-93e2-5c6d9994b7e1";
const herSeat = "a69fddd3-8058-4717-a315-3e98d2ae2b7d";

const jar = new Map();
const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
async function ask(path, options = {}) {
  const headers = { origin: server, cookie: cookie(), ...options.headers };
  const answer = await fetch(server + path, { ...options, headers, redirect: "manual" });
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
    jar.set(name, value);
  }
  return answer;
}

// The session cookie of the web pages, got as the sign-in page gets it.
const { csrfToken } = await (await ask("/api/auth/csrf")).json();
const form = new URLSearchParams({ csrfToken, personId: helenMarsh, json: "true" });
await ask("/api/auth/callback/sample", { method: "POST", body: form });
const meetings = await (await ask("/meetings")).text();
const [, meetingId] = /\/meetings\/([0-9a-f-]{36})/.exec(meetings) ?? [];
if (meetingId === undefined) throw new Error("There is no meeting to join.");

const socket = io(server, { transports: ["websocket"], extraHeaders: { cookie: cookie(), origin: server } });
let seq = 0;
let openItem = null;

async function take({ events, more }) {
  for (const { seq: number, event } of events) {
    if (number !== seq + 1) continue;
    seq = number;
    console.log(seq, event.type);
    if (event.type === "itemOpened" || event.type === "itemReopened") openItem = event.itemId;
    if (event.type === "itemClosed") openItem = null;
  }
  if (more) await take(await socket.emitWithAck("meeting:since", { meetingId, afterSeq: seq }));
}

socket.on("meeting:events", async ({ events }) => {
  if (events[0].seq > seq + 1) await take(await socket.emitWithAck("meeting:since", { meetingId, afterSeq: seq }));
  else await take({ events, more: false });
});

const joined = await socket.emitWithAck("meeting:join", { meetingId, afterSeq: 0, protocol: 3 });
if (joined.status !== "joined") throw new Error(joined.reason);
await take(joined);

while (openItem === null) await new Promise((wake) => socket.once("meeting:events", wake));
const challenge = {
  type: "recordChallenge",
  entryId: crypto.randomUUID(),
  itemId: openItem,
  speaker: { as: "seat", seat: herSeat },
  text: "Who can give that figure, and by when?",
  target: "partnership",
  topic: "money",
};
console.log(await socket.emitWithAck("meeting:command", { meetingId, commandId: crypto.randomUUID(), command: challenge }));
socket.disconnect();
