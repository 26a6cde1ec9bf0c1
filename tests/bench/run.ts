// npm run bench: the whole yardstick, or the parts that are named. Each sets us beside something measured in the
// same run; what counts is the ratio. What is found is written into docs/performance.md. With --quick everything is
// short, to see that it works, and the report goes to a folder of its own.
import "../../server/quick-drizzle.ts";
import { chmod, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as pathOf } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { migrate } from "#db/migrate.ts";
import { startEmbedded } from "#server/postgres/embedded.ts";
import { chair } from "./chair.ts";
import { commits } from "./commits.ts";
import { evidence } from "./evidence.ts";
import { type Bench, type Part, say } from "./figures.ts";
import { join } from "./join.ts";
import { page } from "./page.ts";
import { rated } from "./rated.ts";
import { report, tableText } from "./report.ts";
import { spread } from "./spread.ts";
import { start } from "./start.ts";

const PARTS: Readonly<Record<string, (bench: Bench) => Promise<Part>>> = {
  spread,
  commits,
  rated,
  join,
  page,
  chair,
  evidence,
  start,
};

process.chdir(pathOf(import.meta.dirname, "../.."));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false } },
});
const { quick } = values;
const asked = positionals.length > 0 ? positionals : Object.keys(PARTS);

const dataDir = await mkdtemp(pathOf(tmpdir(), "candour-bench-"));
await chmod(dataDir, 0o711); // Postgres may run as another user
try {
  const parts: Parameters<typeof report>[1] = {};
  for (const name of asked) parts[name] = await measured(name);
  const folder = quick ? await mkdtemp(pathOf(tmpdir(), "candour-quick-")) : "docs";
  if (quick) await cp("docs/performance.md", pathOf(folder, "performance.md"));
  await report(folder, parts);
  say(`\nWritten to ${pathOf(folder, "performance.md")}`);
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

async function measured(name: string) {
  const part = PARTS[name];
  if (!part) throw new Error(`there is no part ${name}: ${Object.keys(PARTS).join(", ")}`);
  say(`\n${name}`);
  const began = performance.now();
  // a Postgres of its own for each, so that none finds what another has left
  const database = await startEmbedded({ dataDir: pathOf(dataDir, name), database: "candour_bench" });
  try {
    await prepare(database.url);
    const found = await part({ databaseUrl: database.url, quick });
    for (const table of found.tables) say(`\n${table.title}\n${tableText(table)}`);
    for (const { what, aim, reached, met } of found.aims)
      say(`${met ? "met" : "MISSED"}  ${what}: ${aim}, reached ${reached}`);
    const seconds = (performance.now() - began) / 1000;
    return { ...found, day: new Date().toISOString().slice(0, 10), seconds };
  } finally {
    await database.stop();
  }
}

/** Our tables, and the one of the floor. */
async function prepare(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl);
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await sql`
    create table if not exists floor_entries (
      seq bigint generated always as identity primary key, room text not null, id uuid not null, body jsonb not null
    )`;
  await sql.end();
}
