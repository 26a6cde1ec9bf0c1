// R14: readers that stop reading are cut, and cost nobody else anything.
import { expect, onTestFinished, test } from "vitest";
import { PROTOCOL_VERSION } from "#domain/wire.ts";
import { assemble } from "../storm/crew.ts";
import { type Client, connectedAs } from "../support/live-server.ts";
import { residentMemory } from "../support/resident-memory.ts";
import { SEED } from "../support/seed.ts";

const DEAF = 50;
const ENTRIES = 8000;
/** Of characters: all of it is more than the kernel keeps for a reader. */
const LENGTH = 1200;
/** Megabytes. All that the deaf did not read would be half a gigabyte; garbage not yet collected is a tenth of that. */
const PILED_UP = 200;

test(`${DEAF} readers who stop reading are cut, and the others read ${ENTRIES} entries`, {
  timeout: 180_000,
}, async () => {
  const { world, instances, readers } = await assemble({ seed: SEED, writers: 8 });
  const [instance] = instances;
  const [seated] = world.seated;
  if (!instance || !seated) throw new Error("nobody is there");
  const deaf = await Promise.all(Array.from({ length: DEAF }, () => joinedThenDeaf(instance.port, seated)));
  const before = await residentMemory(instance.pid());

  const writers = readers.filter((reader) => reader.seated.writes !== null);
  while (writers.reduce((sum, { tally }) => sum + tally.sent, 0) < ENTRIES) {
    for (const writer of writers) if (writer.waiting() < 100) writer.write(LENGTH);
    await new Promise((later) => setTimeout(later, 1));
  }
  await expect
    .poll(() => writers.map((reader) => reader.waiting()), { timeout: 60_000 })
    .toEqual(writers.map(() => 0));
  const growth = (await residentMemory(instance.pid())) - before;

  console.info(`slow readers: server grew by ${Math.round(growth)} MB`);
  await expect.poll(() => new Set(readers.map((reader) => reader.seq())).size, { timeout: 30_000 }).toBe(1);
  // they learn of it once they read again
  for (const { wire } of deaf) wire.resume();
  await expect.poll(() => deaf.filter(({ client }) => client.connected).length, { timeout: 30_000 }).toBe(0);
  expect(growth).toBeLessThan(PILED_UP);
});

async function joinedThenDeaf(port: number, { cookie, meetingId }: { cookie: string; meetingId: string }) {
  const client = await connectedAs(`http://127.0.0.1:${port}`, cookie);
  onTestFinished(() => void client.disconnect());
  await client.emitWithAck("meeting:join", {
    meetingId: meetingId as never,
    afterSeq: 0,
    protocol: PROTOCOL_VERSION,
  });
  const wire = wireOf(client);
  wire.pause();
  return { client, wire };
}

type Wire = { readonly pause: () => void; readonly resume: () => void };

/** The TCP connection under a client, which nothing gives out officially. */
function wireOf(client: Client): Wire {
  const transport: unknown = client.io.engine.transport;
  const { ws } = transport as { ws: object };
  return Reflect.get(ws, "_socket");
}
