// A start on an empty data folder, one on a used one, and what the process holds when nobody asks anything of it.
// The yardstick is Next's own server on the same pages, which has no database, no sockets and no sample.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "#server/free-port.ts";
import { openProduct } from "../e2e/support/product.ts";
import { residentMemory } from "../support/resident-memory.ts";
import { type Bench, type Part, say, written } from "./figures.ts";
import { median } from "./measure.ts";

const IDLE_MS = 10_000;

type Started = { readonly ms: number; readonly memoryMb: number };
const SIDES = ["cold", "warm", "next"] as const;
type Side = (typeof SIDES)[number];

export async function start({ quick }: Bench): Promise<Part> {
  const runs = quick ? 1 : 3;
  const idleMs = quick ? 1000 : IDLE_MS;
  const started: Record<Side, Started[]> = { cold: [], warm: [], next: [] };
  for (let run = 1; run <= runs; run += 1) {
    const product = await openProduct();
    try {
      started.cold.push(await timed(product.start, product.pid, idleMs));
      await product.leave();
      started.warm.push(await timed(product.start, product.pid, idleMs));
    } finally {
      await product.remove();
    }
    started.next.push(await bareNext(idleMs));
    const last = SIDES.map((side) => `${side} ${written(started[side].at(-1)?.ms ?? Number.NaN)} ms`);
    say(`  run ${run}: ${last.join(", ")}`);
  }
  return partOf(middle(started.cold), middle(started.warm), middle(started.next));
}

async function timed(
  begin: () => Promise<void>,
  pid: () => number | undefined,
  idleMs: number,
): Promise<Started> {
  const asked = performance.now();
  await begin();
  const ms = performance.now() - asked;
  await wait(idleMs);
  return { ms, memoryMb: await residentMemory(pid()) };
}

async function bareNext(idleMs: number): Promise<Started> {
  const port = await freePort();
  const next = fileURLToPath(import.meta.resolve("next/dist/bin/next"));
  let child: ChildProcess | null = null;
  try {
    return await timed(
      async () => {
        child = spawn(process.execPath, [next, "start", "--port", String(port)], {
          env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
          stdio: "ignore",
        });
        // whatever it says: what is behind the pages is not there
        while (!(await fetch(`http://127.0.0.1:${port}/icon.svg`).catch(() => null))) await wait(20);
      },
      () => child?.pid,
      idleMs,
    );
  } finally {
    await ended(child);
  }
}

async function ended(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

function middle(all: readonly Started[]): Started {
  const of = (figure: keyof Started) => median(all.map((one) => one[figure]));
  return { ms: of("ms"), memoryMb: of("memoryMb") };
}

function partOf(cold: Started, warm: Started, next: Started): Part {
  const row = (name: string, { ms, memoryMb }: Started) => [
    name,
    ms,
    memoryMb,
    ms / next.ms,
    memoryMb / next.memoryMb,
  ];
  return {
    tables: [
      {
        title: "Until `/api/ready` answers, and memory after ten seconds with nobody there: medians",
        head: ["start", "ready after (ms)", "memory (MB)", "ms / Next alone", "MB / Next alone"],
        rows: [
          row("cold: Postgres made, tables made, sample loaded", cold),
          row("warm: on the data of before", warm),
          row("Next alone, on the same pages", next),
        ],
      },
    ],
    charts: [],
    aims: [],
  };
}
