// Commands a second that are acknowledged durably, beside what the same Postgres commits of single rows over as
// many connections. That yardstick has no socket and no rules: it is postgres.js and the row alone.
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { inGroups } from "../support/in-groups.ts";
import { connectedAs } from "../support/live-server.ts";
import { type Bench, type Part, say, written } from "./figures.ts";
import { inFlight, median, textOf } from "./measure.ts";
import { type Meeting, meetingsOfOneBoard } from "./prepared.ts";
import { joinMeeting, note, record } from "./rooms.ts";
import { startServer } from "./servers.ts";

/** As many as the log has: `db/client.ts`. */
const CONNECTIONS = 5;
const MEETINGS = 200;

const SIDES = ["rows", "one", "watched", "many"] as const;
type Side = (typeof SIDES)[number];
const NAMES: Readonly<Record<Side, string>> = {
  rows: "single rows",
  one: "one meeting",
  watched: "one meeting, all watching",
  many: `${MEETINGS} meetings`,
};

type Load = { readonly atOnce: number; readonly commands: number };
type Rates = Readonly<Record<Side, number>>;

const LOADS: readonly Load[] = [
  { atOnce: 1, commands: 300 },
  { atOnce: 8, commands: 1200 },
  { atOnce: 64, commands: 3000 },
];
const QUICK: readonly Load[] = [
  { atOnce: 1, commands: 20 },
  { atOnce: 16, commands: 100 },
];

export async function commits({ databaseUrl, quick }: Bench): Promise<Part> {
  const loads = quick ? QUICK : LOADS;
  const runs = quick ? 2 : 5;
  const most = loads.at(-1);
  if (!most) throw new Error("nothing to do");
  // a meeting of its own for each run: none grows beyond what an evening fills
  const made = await meetingsOfOneBoard(databaseUrl, MEETINGS + 2 * runs * loads.length, most.atOnce);
  const many = made.splice(0, MEETINGS);
  const measured: { readonly load: Load; readonly rates: Rates }[] = [];
  const sql = postgres(databaseUrl, { max: CONNECTIONS, onnotice: () => {} });
  const server = await startServer("our", [databaseUrl]);

  try {
    for (const load of loads) {
      const rates: Record<Side, number[]> = { rows: [], one: [], watched: [], many: [] };
      for (let run = 1; run <= runs; run += 1) {
        rates.rows.push(await rowRate(sql, load));
        rates.one.push(await commandRate(server.url, made.splice(0, 1), load));
        rates.watched.push(await commandRate(server.url, made.splice(0, 1), { ...load, joined: true }));
        rates.many.push(await commandRate(server.url, many, load));
        const last = SIDES.map((side) => `${NAMES[side]} ${written(rates[side].at(-1) ?? Number.NaN)}/s`);
        say(`  ${load.atOnce} in flight, run ${run}: ${last.join(", ")}`);
      }
      const { rows, one, watched } = rates;
      const middle = {
        rows: median(rows),
        one: median(one),
        watched: median(watched),
        many: median(rates.many),
      };
      measured.push({ load, rates: middle });
    }
  } finally {
    await server.stop();
    await sql.end();
  }
  return partOf(measured);
}

async function rowRate(sql: postgres.Sql, { atOnce, commands }: Load): Promise<number> {
  const ms = await inFlight(commands, atOnce, async (n) => {
    const id = randomUUID();
    const entry = sql.json({ id, text: textOf(n) });
    await sql`insert into floor_entries (room, id, body) values ('rows', ${id}, ${entry})`;
  });
  return (commands * 1000) / ms;
}

async function commandRate(
  url: string,
  among: readonly Meeting[],
  { atOnce, commands, joined = false }: Load & { readonly joined?: boolean },
): Promise<number> {
  const [first] = among;
  if (!first) throw new Error("no meeting");
  const writers = first.members.slice(0, atOnce);
  const sockets = await inGroups(writers, async ({ cookie }) => {
    const socket = await connectedAs(url, cookie);
    if (joined) await joinMeeting(socket, first);
    return socket;
  });
  const one = async (n: number, lane: number) => {
    const { meetingId, item } = among[n % among.length] ?? first;
    const [socket, writer] = [sockets[lane], writers[lane]];
    if (!socket || !writer) throw new Error("nobody to write");
    await record(socket, meetingId, note(randomUUID(), item, writer.seat, textOf(n)));
  };
  await inFlight(among.length, atOnce, one); // each desk has read its log before it counts
  const ms = await inFlight(commands, atOnce, one);
  for (const socket of sockets) socket.disconnect();
  return (commands * 1000) / ms;
}

function partOf(measured: readonly { readonly load: Load; readonly rates: Rates }[]): Part {
  const ours = SIDES.filter((side) => side !== "rows");
  const { load, rates } = measured.at(-1) ?? {};
  return {
    tables: [
      {
        title: "Acknowledged a second, each on the disk: medians of the runs",
        head: [
          "in flight",
          ...SIDES.map((side) => NAMES[side]),
          ...ours.map((side) => `${NAMES[side]} / rows`),
        ],
        rows: measured.map(({ load: { atOnce }, rates }) => [
          atOnce,
          ...SIDES.map((side) => rates[side]),
          ...ours.map((side) => rates[side] / rates.rows),
        ]),
      },
    ],
    charts: [
      {
        name: "commits",
        title: "Commands acknowledged durably",
        x: { label: "commands in flight", scale: "log" },
        y: { label: "a second" },
        lines: SIDES.map((side) => ({
          name: NAMES[side],
          points: measured.map(({ load, rates }): [number, number] => [load.atOnce, rates[side]]),
        })),
      },
    ],
    aims:
      load && rates
        ? (["one", "many"] as const).map((side) => ({
            what: `commands a second, ${NAMES[side]}, ${load.atOnce} in flight, beside single rows`,
            aim: "> 1",
            reached: written(rates[side] / rates.rows),
            met: rates[side] > rates.rows,
          }))
        : [],
  };
}
