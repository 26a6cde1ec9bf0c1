// `npm test`: every check and every test, browser journeys too, with one count at the end.
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { type Counted, check } from "./check.ts";
import { findBrowser } from "./support/find-browser.ts";
import { run } from "./support/run-command.ts";

const reports = await mkdtemp(join(tmpdir(), "candour-reports-"));
const counts: Counted[] = [];
/** Where tests name what this machine does not let them do. */
const notRun = join(reports, "not-run");
/** 300,000 steps of the simulation, as gate C wants (`reliability.md` R4). */
const SIMULATED = { SEEDS: "600", STEPS: "500" };

process.chdir(join(import.meta.dirname, ".."));
try {
  counts.push(await part("checks", check));
  counts.push(await part("rules", () => vitest("unit", SIMULATED)));
  counts.push(await part("Postgres", () => vitest("pg")));
  counts.push(await part("gates", () => vitest("gate", { NOT_RUN_FILE: notRun })));
  const built = await part("build", build);
  counts.push(built);
  if (built.failed === 0) counts.push(await part("journeys", journeys));
  if (existsSync(notRun)) {
    const named = new Set((await readFile(notRun, "utf8")).trim().split("\n"));
    for (const each of named) process.stdout.write(`\nnot run: ${each}`);
    process.stdout.write("\n");
  }
} finally {
  await rm(reports, { recursive: true, force: true });
}

const passed = counts.reduce((sum, part) => sum + part.passed, 0);
const failed = counts.reduce((sum, part) => sum + part.failed, 0);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

async function part(name: string, count: () => Promise<Counted>): Promise<Counted> {
  process.stdout.write(`\n${name}\n`);
  const started = performance.now();
  const { passed, failed } = await count();
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`);
  return { passed, failed };
}

async function build(): Promise<Counted> {
  const { ok, output } = await run("node", ["server/build.ts"]);
  if (!ok) process.stdout.write(`${output}\n`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(project: string, env: Record<string, string> = {}): Promise<Counted> {
  const file = join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const ran = await run("vitest", ["run", "--project", project, ...reporters], { NO_COLOR: "1", ...env });
  const Report = z.object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
  });
  const report = await readReport(file, Report);
  // a file that does not even load has no tests to fail
  const failed = Math.max(report?.numFailedTests ?? 0, ran.ok ? 0 : 1);
  process.stdout.write(`${ran.ok ? told(ran.output) : ran.output}\n`);
  return { passed: report?.numPassedTests ?? 0, failed };
}

/** What tests say of themselves: seeds, steps, what was broken and how long it took to mend. */
function told(output: string): string {
  const telling = /^(simulation|storm|cuts|frozen|Redis dead|slow readers): |SEED=/;
  const lines = output.split("\n").filter((line) => telling.test(line));
  return lines.join("\n");
}

async function journeys(): Promise<Counted> {
  const browser = await findBrowser();
  process.stdout.write(`browser from ${browser.from}\n`);
  const file = join(reports, "journeys.json");
  const ran = await run("playwright", ["test", "--reporter=line,json"], {
    ...browser.env,
    CHROMIUM_PATH: browser.path,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const Report = z.object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  });
  if (browser.unpackedIn) await rm(browser.unpackedIn, { recursive: true, force: true });
  const stats = (await readReport(file, Report))?.stats;
  if (!ran.ok) process.stdout.write(`${ran.output}\n`);
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  return { passed: stats?.expected ?? 0, failed: Math.max(failed, ran.ok ? 0 : 1) };
}

async function readReport<T>(file: string, shape: z.ZodType<T>): Promise<T | undefined> {
  return existsSync(file) ? shape.parse(JSON.parse(await readFile(file, "utf8"))) : undefined;
}
