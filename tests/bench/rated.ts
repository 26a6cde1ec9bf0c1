// An evening's burst: 200 meetings of 25 people at one server, each meeting a command every two seconds.
import { setTimeout as wait } from "node:timers/promises";
import { needFiles, seatCrowds } from "./crowds.ts";
import type { Errand } from "./errand.ts";
import { type Bench, type Part, say, written } from "./figures.ts";
import { quantile } from "./measure.ts";
import { type Meeting, meetings } from "./prepared.ts";
import { startServer } from "./servers.ts";
import type { Vitals } from "./vitals.ts";

type Size = { readonly meetings: number; readonly people: number; readonly seconds: number };

const FULL: Size = { meetings: 200, people: 25, seconds: 60 };
const QUICK: Size = { meetings: 10, people: 5, seconds: 5 };
const EVERY_MS = 2000;
/** Until those who came last have been told who is here. */
const SETTLED_MS = 5000;

const ACKNOWLEDGED_P95_MS = 150;
const LOOP_P99_MS = 50;

type Side = Errand["side"];
type Outcome = {
  /** Of each command, until its acknowledgement. */
  readonly took: readonly number[];
  /** Sent again because the server had not managed within its five seconds. */
  readonly sentAgain: number;
  readonly empty: Vitals;
  readonly full: Vitals;
  readonly after: Vitals;
};

export async function rated({ databaseUrl, quick }: Bench): Promise<Part> {
  const size = quick ? QUICK : FULL;
  needFiles(size.meetings * size.people);
  const made = await meetings(databaseUrl, size.meetings, size.people);
  const floor = await evening("floor", { databaseUrl, made, size });
  const ours = await evening("ours", { databaseUrl, made, size });
  return partOf(ours, floor, size);
}

async function evening(
  side: Side,
  {
    databaseUrl,
    made,
    size,
  }: { readonly databaseUrl: string; readonly made: readonly Meeting[]; readonly size: Size },
): Promise<Outcome> {
  const server = await startServer(side === "ours" ? "our" : "floor", [databaseUrl]);
  const phases = [{ seconds: size.seconds, everyMs: EVERY_MS }];
  try {
    const empty = await server.vitals();
    const crowds = await seatCrowds({ side, url: server.url, meetings: made, phases });
    await wait(SETTLED_MS);
    const full = await server.vitals();
    say(`  ${side}: ${written(size.meetings * size.people)} connected, ${written(full.memoryMb)} MB`);
    const [spoken] = await crowds.speak();
    const after = await server.vitals();
    await crowds.leave();
    if (!spoken) throw new Error("nothing was said");
    return { took: spoken.took, sentAgain: spoken.sentAgain, empty, full, after };
  } finally {
    await server.stop();
  }
}

function partOf(ours: Outcome, floor: Outcome, { meetings, people, seconds }: Size): Part {
  const both = [ours, floor] as const;
  const acknowledged = (share: number) => both.map(({ took }) => quantile(took, share));
  const perPerson = both.map(
    ({ empty, full }) => ((full.memoryMb - empty.memoryMb) * 1024) / (meetings * people),
  );
  const loop = both.map(({ after }) => after.loopP99Ms);
  const [p95 = Number.NaN] = acknowledged(0.95);
  const row = (what: string, [one = Number.NaN, other = Number.NaN]: readonly number[]) => [
    what,
    one,
    other,
    one / other,
  ];
  return {
    tables: [
      {
        title: `${meetings} meetings of ${people} people, ${written((meetings * 1000) / EVERY_MS)} commands a second for ${seconds} s`,
        head: ["", "Candour", "Socket.IO and one commit", "ratio"],
        rows: [
          row("acknowledgement, median (ms)", acknowledged(0.5)),
          row("acknowledgement, p95 (ms)", acknowledged(0.95)),
          row("acknowledgement, p99 (ms)", acknowledged(0.99)),
          ["commands sent again", ours.sentAgain, floor.sentAgain, ""],
          row("event loop late by, p99 (ms)", loop),
          row(
            "processor time of the server for one command (ms)",
            both.map(({ after, took }) => after.cpuMs / took.length),
          ),
          row(
            "processor time to let one person in (ms)",
            both.map(({ full }) => full.cpuMs / (meetings * people)),
          ),
          row(
            "memory with nobody there (MB)",
            both.map(({ empty }) => empty.memoryMb),
          ),
          row("memory for one person connected (kB)", perPerson),
        ],
      },
    ],
    charts: [
      {
        name: "rated",
        title: `Acknowledgement, ${meetings} meetings of ${people} people`,
        x: { label: "share of the commands (%)", scale: "linear" },
        y: { label: "milliseconds at most" },
        lines: [
          { name: "Candour", points: curve(ours) },
          { name: "Socket.IO and one commit", points: curve(floor) },
        ],
      },
    ],
    aims: [
      {
        what: `acknowledgement with ${meetings} meetings of ${people} people, p95`,
        aim: `< ${ACKNOWLEDGED_P95_MS} ms`,
        reached: `${written(p95)} ms`,
        met: p95 < ACKNOWLEDGED_P95_MS,
      },
      {
        what: "event-loop delay under that load, p99",
        aim: `< ${LOOP_P99_MS} ms`,
        reached: `${written(loop[0] ?? Number.NaN)} ms`,
        met: (loop[0] ?? Number.NaN) < LOOP_P99_MS,
      },
    ],
  };
}

function curve({ took }: Outcome): [number, number][] {
  const shares = [1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 98, 99];
  return shares.map((share) => [share, quantile(took, share / 100)]);
}
