// Where Postgres keeps its files: beside our own where its account can reach them, else in a place of the
// machine's. That choice is written down, so that a second start finds the same data whatever has changed since.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Account, mayEnter } from "./account.ts";

/** The folder for Postgres's files, made and given to the account. */
export async function postgresHome(dataDir: string, account: Account): Promise<string> {
  // passable for others, so that an account without rights reaches its own folder in it, and nothing else
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const beside = join(dataDir, "postgres");
  const elsewhere = join(dataDir, "postgres-is-at");
  if (existsSync(elsewhere)) return (await readFile(elsewhere, "utf8")).trim();
  if (existsSync(join(beside, "data")) || (await isUsable(beside, account))) return beside;

  await rm(beside, { recursive: true, force: true });
  const name = `candour-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
  for (const place of [join("/var/lib", name), join(tmpdir(), name)]) {
    if (!(await isUsable(place, account))) continue;
    await writeFile(elsewhere, `${place}\n`);
    return place;
  }
  throw new Error(
    `Postgres's user cannot reach ${dataDir}: set DATA_DIR to a folder that others may pass through.`,
  );
}

async function isUsable(place: string, account: Account): Promise<boolean> {
  try {
    await mkdir(place, { recursive: true, mode: 0o700 });
    if (account !== undefined) await chown(place, account.uid, account.gid);
    return mayEnter(place, account);
  } catch {
    return false;
  }
}
