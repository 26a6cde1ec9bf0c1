// npm run soak [-- --kills N --connections N --network N --crashes N --steps N]: gate N of the contract. It goes on where
// it stopped: each round appends one line to the report, and what is still missing is made up by the next.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { faultsIn } from "./storm/sound.ts";
import { type Report, storm } from "./storm/storm.ts";
import { run } from "./support/run-command.ts";

const { values } = parseArgs({
  options: {
    report: { type: "string", default: "data/soak.ndjson" },
    kills: { type: "string", default: "1000" },
    connections: { type: "string", default: "5000" },
    network: { type: "string", default: "5000" },
    crashes: { type: "string", default: "100" },
    steps: { type: "string", default: "20000000" },
    resends: { type: "string", default: "1000000" },
    /** Minutes after which no new round is begun. */
    minutes: { type: "string", default: "240" },
  },
});

const planned = {
  kills: Number(values.kills),
  connectionKills: Number(values.connections),
  networkFaults: Number(values.network),
  postgresCrashes: Number(values.crashes),
  resends: Number(values.resends),
  steps: Number(values.steps),
} as const;
type Counted = keyof typeof planned;
const names = Object.keys(planned) as readonly Counted[];

/** What one round injects at most; a round begins with fresh meetings. */
const round = {
  kills: 40,
  connectionKills: 200,
  networkFaults: 200,
  postgresCrashes: 5,
  resends: 40_000,
  steps: 500_000,
};

const Line = z.looseObject({
  kills: z.number().default(0),
  connectionKills: z.number().default(0),
  networkFaults: z.number().default(0),
  postgresCrashes: z.number().default(0),
  resends: z.number().default(0),
  steps: z.number().default(0),
  faults: z.record(z.string(), z.unknown()),
});

const deadline = Date.now() + Number(values.minutes) * 60_000;
mkdirSync(dirname(values.report), { recursive: true });
while (Date.now() < deadline) {
  const done = totals();
  const missing = names.filter((name) => done[name] < planned[name]);
  if (missing.length === 0) break;
  const seed = Date.now() % 2 ** 31;
  const started = performance.now();
  const line = await aRound(seed, missing);
  const seconds = Math.round((performance.now() - started) / 1000);
  appendFileSync(values.report, `${JSON.stringify({ at: new Date().toISOString(), seconds, ...line })}\n`);
  process.stdout.write(`${seconds} s ${JSON.stringify(line)}\n`);
}

const done = totals();
const short = names.filter((name) => done[name] < planned[name]);
for (const name of names) process.stdout.write(`${name}: ${done[name]} of ${planned[name]}\n`);
process.stdout.write(`faults found: ${JSON.stringify(done.faults)}\n`);
process.exitCode = short.length === 0 && done.faults.length === 0 ? 0 : 1;

/** The simulation is a round of its own: it needs no processes, and they no simulation. */
async function aRound(seed: number, missing: readonly Counted[]) {
  const wanted = (name: Counted) => (missing.includes(name) ? round[name] : 0);
  const isStorm = missing.some((name) => name !== "steps");
  if (isStorm) {
    const plan = {
      seed,
      kills: wanted("kills"),
      connectionKills: wanted("connectionKills"),
      networkFaults: wanted("networkFaults"),
      resends: wanted("resends"),
    };
    const hasOthers = Object.values({ ...plan, seed: 0 }).some((count) => count > 0);
    const report: Report = hasOthers
      ? await storm(plan)
      : await storm({ seed, postgresCrashes: wanted("postgresCrashes") });
    return { ...report, faults: faultsIn(report) };
  }
  return simulated(seed);
}

async function simulated(seed: number) {
  const evenings = round.steps / 500;
  const ran = await run("vitest", ["run", "--project", "unit", "tests/simulation", "--reporter=minimal"], {
    SEED: String(seed),
    SEEDS: String(evenings),
    STEPS: "500",
  });
  const told = /simulation: seeds \d+ to \d+, (\{.*\})/.exec(ran.output)?.[1];
  const tally = z.object({ steps: z.number() }).parse(JSON.parse(told ?? '{"steps":0}'));
  return { seed, ...tally, faults: ran.ok ? {} : { simulation: ran.output.slice(-2000) } };
}

function totals() {
  const lines = existsSync(values.report)
    ? readFileSync(values.report, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => Line.parse(JSON.parse(line)))
    : [];
  const sum = (name: Counted) => lines.reduce((total, line) => total + line[name], 0);
  return {
    kills: sum("kills"),
    connectionKills: sum("connectionKills"),
    networkFaults: sum("networkFaults"),
    postgresCrashes: sum("postgresCrashes"),
    resends: sum("resends"),
    steps: sum("steps"),
    faults: lines.map(({ faults }) => faults).filter((faults) => Object.keys(faults).length > 0),
  };
}
