import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { type EmbeddedPostgres, startEmbedded } from "./embedded.ts";

const isRoot = process.getuid?.() === 0;
const cleanUp: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const undo of cleanUp.splice(0).toReversed()) await undo();
});

async function dataFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "candour-pg-"));
  await chmod(folder, mode);
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function started(dataDir: string): Promise<EmbeddedPostgres> {
  const embedded = await startEmbedded({ dataDir, database: "candour_test", durable: false });
  cleanUp.push(async () => {
    if (isRunning(embedded.pid)) await embedded.stop();
  });
  return embedded;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function query<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

const write = (url: string) =>
  query(url, (sql) => sql`create table kept as select 'still here' as word`.then(() => {}));
const read = (url: string) => query(url, async (sql) => (await sql`select word from kept`)[0]?.["word"]);

test("a stop and a start keep the rows", async () => {
  const dataDir = await dataFolder();
  const first = await started(dataDir);
  await write(first.url);
  await first.stop();
  await expect.poll(() => isRunning(first.pid)).toBe(false);

  const second = await started(dataDir);

  expect(second.attached).toBe(false);
  expect(await read(second.url)).toBe("still here");
});

test("after kill -9 of the server that started it, the next one attaches", async () => {
  const dataDir = await dataFolder();
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(new URL("./embedded.ts", import.meta.url).href)});
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, database: "candour_test", durable: false });
    console.log("started");
    setInterval(() => {}, 1000);`;
  const server = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(server.stdout, "data");
  server.kill("SIGKILL");
  await once(server, "exit");

  const next = await started(dataDir);

  expect(next.attached).toBe(true);
  await write(next.url);
  expect(await read(next.url)).toBe("still here");
});

test("after kill -9 of Postgres itself, its leftover pid file stops nobody", async () => {
  const dataDir = await dataFolder();
  const first = await started(dataDir);
  await write(first.url);
  await query(first.url, (sql) => sql`checkpoint`.then(() => {}));
  process.kill(first.pid, "SIGKILL");
  await expect.poll(() => isRunning(first.pid)).toBe(false);

  const second = await started(dataDir);

  expect(second.attached).toBe(false);
  expect(await read(second.url)).toBe("still here");
});

test("while it is watched, a Postgres that dies is started again at the same address", async () => {
  const embedded = await started(await dataFolder());
  let deaths = 0;
  const unwatch = embedded.keepRunning(() => void (deaths += 1));
  onTestFinished(unwatch);
  await write(embedded.url);
  await query(embedded.url, (sql) => sql`checkpoint`.then(() => {}));

  process.kill(embedded.pid, "SIGKILL");

  await expect.poll(() => read(embedded.url).catch(() => null), { timeout: 15_000 }).toBe("still here");
  expect(deaths).toBe(1);
  unwatch(); // or it would be started once more
  await embedded.stop();
});

test("a port that is held for a moment is waited for", async () => {
  const dataDir = await dataFolder();
  const first = await started(dataDir);
  await first.stop();
  const { port } = new URL(first.url);

  const holder = createServer().listen(Number(port), "127.0.0.1");
  await once(holder, "listening");
  setTimeout(() => holder.close(), 500);
  const second = await started(dataDir);
  expect(new URL(second.url).port).toBe(port);
});

test("two servers that start at once share one Postgres, and the last to leave ends it", async () => {
  const dataDir = await dataFolder();
  await (await started(dataDir)).stop();

  const [one, other] = await Promise.all([started(dataDir), started(dataDir)]);
  expect(one.pid).toBe(other.pid);

  const session = postgres(other.url, { max: 1 });
  onTestFinished(() => session.end());
  await session`select 1`;
  await one.stop();
  expect(isRunning(one.pid)).toBe(true);

  await session.end();
  await other.stop();
  await expect.poll(() => isRunning(one.pid)).toBe(false);
});

test("a wrong password is refused", async () => {
  const { url } = await started(await dataFolder());
  const wrong = new URL(url);
  wrong.password = "guess";

  await expect(query(wrong.href, (sql) => sql`select 1`)).rejects.toThrow(/password authentication failed/);
});

test("what people wrote stays out of Postgres's log", async () => {
  const dataDir = await dataFolder();
  const { url } = await started(dataDir);
  await query(url, async (sql) => {
    await sql`create table answers (word text primary key check (word <> 'candid'))`;
    await sql`insert into answers values ('candid')`.catch(() => {});
    await sql.unsafe("insert into answers values ('candid'), (nonsense)").catch(() => {});
  });

  const log = await readFile(join(dataDir, "postgres", "postgres.log"), "utf8");
  expect(log).toMatch(/violates check constraint/);
  expect(log).not.toMatch(/candid/);
});

test.runIf(isRoot)(
  "a folder Postgres's user cannot reach is left for one it can, and found again",
  async () => {
    const dataDir = await dataFolder(0o700);
    const first = await started(dataDir);
    const place = (await readFile(join(dataDir, "postgres-is-at"), "utf8")).trim();
    cleanUp.splice(1, 0, () => rm(place, { recursive: true, force: true }));
    await write(first.url);
    await first.stop();

    expect(existsSync(join(dataDir, "postgres"))).toBe(false);
    expect((await stat(place)).mode & 0o777).toBe(0o700);
    await chmod(dataDir, 0o755);
    expect(await read((await started(dataDir)).url)).toBe("still here");
  },
);
