// npm run soak [-- --kills N --connections N --network N --crashes N --steps N …]: gate N of the contract. It goes on
// where it stopped: each round appends one line to the report, and what is still missing is made up by the next. Two
// may write one report: one that storms (`--steps 0`) and one that simulates (all the others 0).
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { faultsOfLong, longMeeting } from "./storm/long-meeting.ts";
import { faultsOfRated, ratedLoad } from "./storm/rated-load.ts";
import { faultsIn } from "./storm/sound.ts";
import { storm } from "./storm/storm.ts";
import type { Plan } from "./storm/weather.ts";
import { run } from "./support/run-command.ts";

const { values } = parseArgs({
  options: {
    report: { type: "string", default: "docs/soak.ndjson" },
    kills: { type: "string", default: "1000" },
    connections: { type: "string", default: "5000" },
    network: { type: "string", default: "5000" },
    crashes: { type: "string", default: "100" },
    freezes: { type: "string", default: "300" },
    redis: { type: "string", default: "50" },
    resends: { type: "string", default: "1000000" },
    steps: { type: "string", default: "20000000" },
    /** Meetings of 45 minutes and 5,000 events. */
    long: { type: "string", default: "1" },
    /** Half hours of the rated load, with two minutes of five times as much. */
    rated: { type: "string", default: "1" },
    /** Minutes after which no new round is begun. */
    minutes: { type: "string", default: "240" },
  },
});

/** What is to be injected, all rounds together, and how much of it one round takes on; it begins with fresh meetings. */
const plan = {
  kills: { planned: Number(values.kills), round: 40 },
  connectionKills: { planned: Number(values.connections), round: 200 },
  networkFaults: { planned: Number(values.network), round: 200 },
  postgresCrashes: { planned: Number(values.crashes), round: 4 },
  freezes: { planned: Number(values.freezes), round: 12 },
  redisOutages: { planned: Number(values.redis), round: 2 },
  resends: { planned: Number(values.resends), round: 10_000 },
  steps: { planned: Number(values.steps), round: 500_000 },
  longMeetings: { planned: Number(values.long), round: 1 },
  ratedLoads: { planned: Number(values.rated), round: 1 },
} as const;
type Counted = keyof typeof plan;
const names = Object.keys(plan) as readonly Counted[];
/** What is done in rounds of its own: it needs no broken processes. */
const apart: readonly Counted[] = ["steps", "longMeetings", "ratedLoads"];
/** With nothing else to do a round sends more of them again. */
const RESENDS_ALONE = 100_000;

const count = z.number().default(0);
const Line = z.looseObject({
  kills: count,
  connectionKills: count,
  networkFaults: count,
  postgresCrashes: count,
  freezes: count,
  redisOutages: count,
  resends: count,
  steps: count,
  longMeetings: count,
  ratedLoads: count,
  faults: z.record(z.string(), z.unknown()),
  /** Of faults: what they turned out to be, once that was found and has a test of its own. */
  explained: z.string().optional(),
});

const deadline = Date.now() + Number(values.minutes) * 60_000;
mkdirSync(dirname(values.report), { recursive: true });
while (Date.now() < deadline) {
  const missing = missingFrom(readLines());
  if (missing.length === 0) break;
  const seed = Date.now() % 2 ** 31;
  const started = performance.now();
  const line = await aRound(seed, missing);
  const seconds = Math.round((performance.now() - started) / 1000);
  appendFileSync(values.report, `${JSON.stringify({ at: new Date().toISOString(), seconds, ...line })}\n`);
  process.stdout.write(`${seconds} s ${JSON.stringify(line)}\n`);
}

const lines = readLines();
const faults = lines
  .filter(({ explained }) => explained === undefined)
  .map((line) => line.faults)
  .filter((found) => Object.keys(found).length > 0);
for (const name of names)
  process.stdout.write(`${name}: ${total(lines, name)} of ${plan[name].planned} planned\n`);
process.stdout.write(`faults found: ${JSON.stringify(faults)}\n`);
process.exitCode = missingFrom(lines).length === 0 && faults.length === 0 ? 0 : 1;

async function aRound(seed: number, missing: readonly Counted[]) {
  const stormy = missing.filter((name) => !apart.includes(name));
  if (stormy.length > 1 || (stormy.length === 1 && !stormy.includes("resends")))
    return stormed({ seed, ...Object.fromEntries(stormy.map((name) => [name, plan[name].round])) });
  if (stormy.length === 1) return stormed({ seed, resends: RESENDS_ALONE });
  if (missing.includes("longMeetings")) return held(seed);
  return missing.includes("ratedLoads") ? borne() : simulated(seed);
}

async function held(seed: number) {
  const long = await longMeeting({ seed, minutes: 45, events: 5000 });
  return { ...long, longMeetings: 1, faults: faultsOfLong(long) };
}

async function borne() {
  const load = await ratedLoad({ minutes: 30, overload: 120 });
  return { ...load, ratedLoads: 1, faults: faultsOfRated(load) };
}

async function stormed(wanted: Plan) {
  const report = await storm(wanted);
  return { ...report, faults: faultsIn(report) };
}

async function simulated(seed: number) {
  const evenings = plan.steps.round / 500;
  const ran = await run("vitest", ["run", "--project", "unit", "tests/simulation", "--reporter=default"], {
    SEED: String(seed),
    SEEDS: String(evenings),
    STEPS: "500",
  });
  const told = /simulation: seeds \d+ to \d+, (\{.*\})/.exec(ran.output)?.[1];
  const tally = z.object({ steps: z.number() }).parse(JSON.parse(told ?? '{"steps":0}'));
  return { seed, ...tally, faults: ran.ok ? {} : { simulation: ran.output.slice(-2000) } };
}

function readLines(): readonly z.infer<typeof Line>[] {
  if (!existsSync(values.report)) return [];
  const written = readFileSync(values.report, "utf8").split("\n").filter(Boolean);
  return written.map((line) => Line.parse(JSON.parse(line)));
}

function total(from: ReturnType<typeof readLines>, name: Counted): number {
  return from.reduce((sum, line) => sum + line[name], 0);
}

function missingFrom(from: ReturnType<typeof readLines>): readonly Counted[] {
  return names.filter((name) => total(from, name) < plan[name].planned);
}
