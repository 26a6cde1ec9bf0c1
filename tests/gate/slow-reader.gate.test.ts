// R14: readers that stop reading are cut, and cost nobody else anything.
import { expect, onTestFinished, test } from "vitest";
import { PROTOCOL_VERSION } from "#domain/wire.ts";
import { assemble } from "../storm/crew.ts";
import type { Reader } from "../storm/reader.ts";
import type { Seated } from "../storm/world.ts";
import { type Client, connectedAs } from "../support/live-server.ts";
import { SEED } from "../support/seed.ts";

const DEAF = 50;
const ENTRIES = 8000;
const WARM = 2000;
/** Of characters: all of it is more than the kernel keeps for a reader. */
const LENGTH = 1200;
/** Megabytes. The entries alone are twenty; with all that the deaf did not read it would be eighty. */
const PILED_UP = 50;

test(`${DEAF} readers who stop reading are cut, and the others read ${ENTRIES} entries`, {
  timeout: 240_000,
}, async () => {
  const { world, instances, readers } = await assemble({ seed: SEED, writers: 8 });
  const [instance] = instances;
  const [seated] = world.seated;
  if (!instance || !seated) throw new Error("nobody is there");
  const writers = readers.filter((reader) => reader.seated.writes !== null);

  // what a server takes for its work anyway is not laid at the door of the deaf
  await sayAll(writers, WARM);
  const before = await instance.memory();
  const afterSeq = Math.max(...readers.map((reader) => reader.seq()));
  const deaf = await Promise.all(
    Array.from({ length: DEAF }, () => joinedThenDeaf(instance.port, seated, afterSeq)),
  );
  await sayAll(writers, ENTRIES);
  const growth = (await instance.memory()) - before;

  console.info(`slow readers: server grew by ${Math.round(growth)} MB`);
  await expect.poll(() => new Set(readers.map((reader) => reader.seq())).size, { timeout: 30_000 }).toBe(1);
  // they learn of it once they read again
  for (const { wire } of deaf) wire.resume();
  await expect.poll(() => deaf.filter(({ client }) => client.connected).length, { timeout: 30_000 }).toBe(0);
  expect(growth).toBeLessThan(PILED_UP);
});

/** Until every one of so many entries is acknowledged. */
async function sayAll(writers: readonly Reader[], entries: number): Promise<void> {
  const sent = () => writers.reduce((sum, { tally }) => sum + tally.sent, 0);
  const enough = sent() + entries;
  while (sent() < enough) {
    for (const writer of writers) if (writer.waiting() < 100) writer.write(LENGTH);
    await new Promise((later) => setTimeout(later, 1));
  }
  await expect
    .poll(() => writers.map((reader) => reader.waiting()), { timeout: 60_000 })
    .toEqual(writers.map(() => 0));
}

async function joinedThenDeaf(port: number, { cookie, meetingId }: Seated, afterSeq: number) {
  const client = await connectedAs(`http://127.0.0.1:${port}`, cookie);
  await client.emitWithAck("meeting:join", { meetingId, afterSeq, protocol: PROTOCOL_VERSION });
  const { send, wire } = insideOf(client);
  wire.pause();
  // it gives signs of life without being asked, or it would be cut for silence in the end, and nothing proved
  const beat = setInterval(() => send(PONG), 2000);
  onTestFinished(() => {
    clearInterval(beat);
    client.disconnect();
  });
  return { client, wire };
}

/** What a client answers the server's ping (the protocol of Engine.IO, version 4). */
const PONG = "3";

type Inside = {
  readonly send: (text: string) => void;
  readonly wire: { readonly pause: () => void; readonly resume: () => void };
};

/** The WebSocket of a client and the TCP connection under it, which nothing gives out officially. */
function insideOf(client: Client): Inside {
  const transport: unknown = client.io.engine.transport;
  const { ws } = transport as { ws: { readonly send: (text: string) => void } };
  return { send: (text) => ws.send(text), wire: Reflect.get(ws, "_socket") };
}
