// Joining a meeting in progress: until all of its log is there and replayed, and what that weighs on the wire.
// The yardstick reads the same events as plain rows and sends them in one answer.
import postgres from "postgres";
import type { Socket } from "socket.io-client";
import type { MeetingId } from "#domain/ids.ts";
import { emptyReplica, receive } from "#domain/meeting/replica.ts";
import { PROTOCOL_VERSION } from "#domain/wire.ts";
import { type Client, connectedAs } from "../support/live-server.ts";
import { storedBoard } from "../support/stored-board.ts";
import { type Bench, type Part, say, written } from "./figures.ts";
import { meetingOfLength } from "./long-log.ts";
import { median } from "./measure.ts";
import { withLive } from "./prepared.ts";
import { floorSocket } from "./rooms.ts";
import { startServer } from "./servers.ts";

const EVENTS = [50, 500, 5000];
const PEOPLE = 25;

type Joined = { readonly ms: number; readonly replayMs: number; readonly kb: number };
type Long = { readonly events: number; readonly meetingId: MeetingId };

export async function join({ databaseUrl, quick }: Bench): Promise<Part> {
  const runs = quick ? 3 : 15;
  const { cookie, longs } = await prepare(databaseUrl, quick ? EVENTS.slice(0, 2) : EVENTS);
  const servers = [
    await startServer("our", [databaseUrl]),
    await startServer("floor", [databaseUrl]),
  ] as const;
  const [our, floor] = servers;
  try {
    const measured: { readonly events: number; readonly ours: Joined; readonly floor: Joined }[] = [];
    for (const long of longs) {
      const ours: Joined[] = [];
      const bare: Joined[] = [];
      for (let run = 0; run <= runs; run += 1) {
        bare.push(await floorJoin(floor.url, long));
        ours.push(await ourJoin(our.url, cookie, long));
      }
      // the first brings the meeting to its desk
      const both = { ours: middle(ours.slice(1)), floor: middle(bare.slice(1)) };
      measured.push({ events: long.events, ...both });
      say(`  ${long.events} events: ${written(both.ours.ms)} ms, ${written(both.ours.kb)} kB`);
    }
    return partOf(measured);
  } finally {
    for (const server of servers) await server.stop();
  }
}

function prepare(databaseUrl: string, lengths: readonly number[]) {
  return withLive(databaseUrl, async (live) => {
    const board = await storedBoard(live.database, { memberCount: PEOPLE });
    const longs: Long[] = [];
    for (const events of lengths)
      longs.push({ events, meetingId: await meetingOfLength(live, board, events) });
    const sql = postgres(databaseUrl, { max: 1 });
    for (const { meetingId } of longs) {
      await sql`
        insert into floor_entries (room, id, body)
        select meeting_id, gen_random_uuid(), event from meeting_events where meeting_id = ${meetingId} order by seq`;
    }
    await sql.end();
    return { cookie: (await live.signIn(board.chair)).cookie, longs };
  });
}

async function ourJoin(url: string, cookie: string, { meetingId, events }: Long): Promise<Joined> {
  const socket = await connectedAs(url, cookie);
  const before = received(socket);
  const start = performance.now();
  const joined = await socket.emitWithAck("meeting:join", {
    meetingId,
    afterSeq: 0,
    protocol: PROTOCOL_VERSION,
  });
  if (joined.status !== "joined") throw new Error(`not joined: ${joined.reason}`);
  let replayMs = 0;
  let replica = emptyReplica;
  let page: Pick<typeof joined, "events" | "more"> = joined;
  for (;;) {
    const began = performance.now();
    ({ replica } = receive(replica, page.events));
    replayMs += performance.now() - began;
    if (!page.more) break;
    const next = await socket.emitWithAck("meeting:since", { meetingId, afterSeq: replica.seq });
    if (next.status !== "events") throw new Error(`no page: ${next.reason}`);
    page = next;
  }
  const ms = performance.now() - start;
  const kb = (received(socket) - before) / 1024;
  socket.disconnect();
  if (replica.seq !== events) throw new Error(`${replica.seq} events instead of ${events}`);
  return { ms, replayMs, kb };
}

async function floorJoin(url: string, { meetingId, events }: Long): Promise<Joined> {
  const socket = await floorSocket(url, meetingId);
  const before = received(socket);
  const start = performance.now();
  const rows: unknown = await socket.emitWithAck("read");
  const ms = performance.now() - start;
  const kb = (received(socket) - before) / 1024;
  socket.disconnect();
  if (!Array.isArray(rows) || rows.length !== events) throw new Error("not all rows");
  return { ms, replayMs: 0, kb };
}

/** Bytes that have come in on a connection; not among the types. */
function received(socket: Socket | Client): number {
  const wire = Reflect.get(Reflect.get(socket.io.engine.transport, "ws"), "_socket");
  return Number(Reflect.get(wire, "bytesRead"));
}

function middle(joins: readonly Joined[]): Joined {
  const of = (figure: keyof Joined) => median(joins.map((joined) => joined[figure]));
  return { ms: of("ms"), replayMs: of("replayMs"), kb: of("kb") };
}

function partOf(
  measured: readonly { readonly events: number; readonly ours: Joined; readonly floor: Joined }[],
): Part {
  const [least] = measured;
  if (!least) throw new Error("nothing measured");
  const lines = (figure: "ms" | "kb") =>
    (["ours", "floor"] as const).map((side) => ({
      name: side === "ours" ? "Candour" : "plain rows in one answer",
      points: measured.map((at): [number, number] => [at.events, at[side][figure]]),
    }));
  const x = { label: "events in the log", scale: "log" as const };
  return {
    tables: [
      {
        title: "From asking to join until the whole log is there and replayed: medians",
        head: [
          "events",
          "ms",
          "of which replay",
          "kB",
          "plain rows ms",
          "kB",
          "ms / rows",
          "kB / rows",
          "ms / shortest",
          "kB / shortest",
        ],
        rows: measured.map(({ events, ours, floor }) => [
          events,
          ours.ms,
          ours.replayMs,
          ours.kb,
          floor.ms,
          floor.kb,
          ours.ms / floor.ms,
          ours.kb / floor.kb,
          ours.ms / least.ours.ms,
          ours.kb / least.ours.kb,
        ]),
      },
    ],
    charts: [
      {
        name: "join-time",
        title: "Joining: until all is there and replayed",
        x,
        y: { label: "milliseconds" },
        lines: lines("ms"),
      },
      {
        name: "join-bytes",
        title: "Joining: what comes over the wire",
        x,
        y: { label: "kB" },
        lines: lines("kb"),
      },
    ],
    aims: [],
  };
}
