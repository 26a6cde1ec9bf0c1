// Two servers on one database, with a Redis between them where there is one, and the devices of people at either.
import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";
import type { CommandId, MeetingId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { type CommandReply, PROTOCOL_VERSION } from "#domain/wire.ts";
import { notRun } from "../gate/not-run.ts";
import { findRedis, openRedis } from "../storm/redis-server.ts";
import { newCommand } from "./ids.ts";
import { type Client, type LiveServer, startLive } from "./live-server.ts";
import type { StoredBoard } from "./stored-board.ts";

export type TwoServers = {
  readonly here: LiveServer;
  readonly there: LiveServer;
  readonly close: () => Promise<void>;
};

/** They let everybody do as much as they like; `what` is what goes without hints where there is no Redis. */
export async function startTwo(what: string): Promise<TwoServers> {
  const redis = (await findRedis()) ? await openRedis() : null;
  await redis?.start();
  if (redis === null) notRun(`hints between the two servers of ${what}: there is no redis-server`);
  const settings = {
    socketsPerPerson: 100,
    connectionsPerTenSeconds: 1000,
    commandsPerMinute: 60_000,
    commandsAtOnce: 1000,
    readsPerTenSeconds: 1000,
    redisUrl: redis?.url,
  };
  const here = await startLive(inject("databaseUrl"), settings);
  const there = await startLive(inject("databaseUrl"), settings);
  return {
    here,
    there,
    async close() {
      await Promise.all([here.close(), there.close()]);
      await redis?.kill();
    },
  };
}

export type Device = {
  readonly client: Client;
  readonly frames: { readonly at: number; readonly text: string }[];
};

/** A device of somebody at one of the servers, with all it is told; it is the caller's to disconnect. */
export async function deviceAt(server: LiveServer, person: StoredBoard["chair"]): Promise<Device> {
  const client = await server.connect(person);
  const frames: Device["frames"] = [];
  client.onAny((...frame) => frames.push({ at: performance.now(), text: JSON.stringify(frame) }));
  return { client, frames };
}

export const join = ({ client }: Device, meetingId: MeetingId) =>
  client.timeout(10_000).emitWithAck("meeting:join", { meetingId, afterSeq: 0, protocol: PROTOCOL_VERSION });

/** Sends as an outbox does: again, under the same id, until it is recorded or refused. */
export async function send(
  { client }: Device,
  meetingId: MeetingId,
  command: SentCommand,
): Promise<CommandReply> {
  const commandId: CommandId = newCommand();
  for (;;) {
    const reply = await client
      .timeout(10_000)
      .emitWithAck("meeting:command", { meetingId, commandId, command });
    if (reply.status !== "failed") return reply;
    await wait(20);
  }
}
