// Record → seen by all, beside the stack's own floor and beside a shared document that keeps nothing.
import { randomUUID } from "node:crypto";
import { type Bench, type Chart, type Part, say, written } from "./figures.ts";
import { median, quantile, seenByAll } from "./measure.ts";
import { type Meeting, meetings } from "./prepared.ts";
import { floorRoom, ourRoom, type Room, yjsRoom } from "./rooms.ts";
import { type Server, startServer } from "./servers.ts";

type Size = {
  readonly clients: number;
  readonly perSecond: number;
  readonly entries: number;
  readonly runs: number;
};

// the larger the room, the slower the pace: two cores carry the server, Postgres and every client
const SIZES: readonly Size[] = [
  { clients: 25, perSecond: 20, entries: 150, runs: 5 },
  { clients: 100, perSecond: 10, entries: 150, runs: 5 },
  { clients: 400, perSecond: 4, entries: 40, runs: 3 },
  { clients: 1000, perSecond: 1, entries: 20, runs: 3 },
];
const QUICK: readonly Size[] = [
  { clients: 5, perSecond: 20, entries: 20, runs: 2 },
  { clients: 25, perSecond: 10, entries: 20, runs: 2 },
];
/** This share of the entries comes before those that count: connections open and code warms up. */
const WARM_UP = 0.2;

const SIDES = ["ours", "floor", "yjs"] as const;
type Side = (typeof SIDES)[number];
const NAMES: Readonly<Record<Side, string>> = {
  ours: "Candour",
  floor: "Socket.IO and one commit",
  yjs: "Yjs on Hocuspocus",
};

type Run = { readonly median: number; readonly p99: number; readonly cpuMs: number };
type Measured = Readonly<Record<Side, Run>>;

export async function spread({ databaseUrl, quick }: Bench): Promise<Part> {
  const sizes = quick ? QUICK : SIZES;
  const measured: { readonly size: Size; readonly of: Measured }[] = [];
  for (const size of sizes) measured.push({ size, of: await compare(databaseUrl, size) });

  const line = (figure: "median" | "p99") =>
    SIDES.map((side) => ({
      name: NAMES[side],
      points: measured.map(({ size, of }): [number, number] => [size.clients, of[side][figure]]),
    }));
  const chart = (figure: "median" | "p99", what: string): Chart => ({
    name: `spread-${figure}`,
    title: `Record to seen by all, ${what}`,
    x: { label: "clients in the room", scale: "log" },
    y: { label: "milliseconds" },
    lines: line(figure),
  });

  return {
    tables: [
      {
        title: "Milliseconds from the writer's hand until the last client has the entry: medians of the runs",
        head: [
          "clients",
          "pace",
          ...SIDES.flatMap((side) => [NAMES[side], "p99"]),
          "/ floor",
          "p99",
          "/ Yjs",
          "p99",
        ],
        rows: measured.map(({ size, of: { ours, floor, yjs } }) => [
          size.clients,
          `${size.perSecond}/s, ${size.runs} × ${size.entries}`,
          ...[ours, floor, yjs].flatMap((run) => [run.median, run.p99]),
          ...[floor, yjs].flatMap((other) => [ours.median / other.median, ours.p99 / other.p99]),
        ]),
      },
      {
        title: "Processor time of the server for one entry, in milliseconds: medians of the runs",
        head: ["clients", ...SIDES.map((side) => NAMES[side]), "/ floor", "/ Yjs"],
        rows: measured.map(({ size, of: { ours, floor, yjs } }) => [
          size.clients,
          ...[ours, floor, yjs].map(({ cpuMs }) => cpuMs),
          ours.cpuMs / floor.cpuMs,
          ours.cpuMs / yjs.cpuMs,
        ]),
      },
    ],
    charts: [chart("median", "median"), chart("p99", "99th percentile")],
    aims: measured.flatMap(({ size, of: { ours, floor, yjs } }) => [
      ...(size.clients === 100 ? [aim("floor", size, [ours, floor], 1.3)] : []),
      ...(size.clients >= 100 ? [aim("Yjs on Hocuspocus", size, [ours, yjs], 1)] : []),
    ]),
  };
}

function aim(beside: string, { clients }: Size, [ours, other]: readonly [Run, Run], most: number) {
  const ratios = [ours.median / other.median, ours.p99 / other.p99] as const;
  return {
    what: `record → seen by all at ${written(clients)} clients, beside the ${beside}`.replace(
      "the Yjs",
      "Yjs",
    ),
    aim: `≤ ${written(most)}, median and p99`,
    reached: `${written(ratios[0])} and ${written(ratios[1])}`,
    met: Math.max(...ratios) <= most,
  };
}

async function compare(databaseUrl: string, size: Size): Promise<Measured> {
  const [meeting] = await meetings(databaseUrl, 1, size.clients);
  if (!meeting) throw new Error("no meeting");
  const servers = {
    floor: await startServer("floor", [databaseUrl]),
    yjs: await startServer("yjs"),
    ours: await startServer("our", [databaseUrl]),
  };
  const runs: Record<Side, Run[]> = { floor: [], yjs: [], ours: [] };
  try {
    for (let run = 1; run <= size.runs; run += 1) {
      // taking turns, so that whatever else the machine does falls on all
      for (const side of ["floor", "yjs", "ours"] as const) {
        const server = servers[side];
        runs[side].push(await measured(await enter(side, server.url, meeting), server, size));
      }
      const last = SIDES.map((side) => `${side} ${written(runs[side].at(-1)?.median ?? Number.NaN)} ms`);
      say(`  ${size.clients} clients, run ${run}: ${last.join(", ")}`);
    }
  } finally {
    for (const server of Object.values(servers)) await server.stop();
  }
  return { ours: middle(runs.ours), floor: middle(runs.floor), yjs: middle(runs.yjs) };
}

function enter(side: Side, url: string, meeting: Meeting): Promise<Room> {
  const { length } = meeting.members;
  // what is written stays, but for the document: it is forgotten when everybody has left
  if (side === "floor") return floorRoom(url, meeting.meetingId, length);
  return side === "yjs" ? yjsRoom(url, randomUUID(), length) : ourRoom(url, meeting);
}

async function measured(room: Room, server: Server, { clients, entries, perSecond }: Size): Promise<Run> {
  const warmUp = Math.ceil(entries * WARM_UP);
  await server.vitals();
  const took = await seenByAll(room, { entries: warmUp + entries, perSecond, clients });
  const { cpuMs } = await server.vitals();
  room.leave();
  const counted = took.slice(warmUp);
  return {
    median: median(counted),
    p99: quantile(counted, 0.99),
    cpuMs: cpuMs / (warmUp + entries),
  };
}

function middle(runs: readonly Run[]): Run {
  const of = (figure: keyof Run) => median(runs.map((run) => run[figure]));
  return { median: of("median"), p99: of("p99"), cpuMs: of("cpuMs") };
}
