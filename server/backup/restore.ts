// A backup put in the place of the database in use, which is kept beside it: a restore can itself be taken back.
import { randomUUID } from "node:crypto";
import { type BackupProblem, checkBackup, restoreLines } from "#db/backup.ts";
import { openDatabase } from "#db/client.ts";
import { databaseName, makeAside, putInPlace } from "#db/databases.ts";
import { migrate } from "#db/migrate.ts";
import { readBackup } from "./backup-file.ts";
import { brokenLogs } from "./verify-logs.ts";

export type Restored =
  | { readonly ok: true; readonly rows: number; readonly takenAt: number; readonly keptAs: string }
  | { readonly ok: false; readonly problem: BackupProblem | "unreadable" | "inUse" }
  | { readonly ok: false; readonly problem: "brokenLog"; readonly logs: number };

/**
 * Restores a backup file. Nothing in use is touched until every row is in, every log has been verified and the
 * new epoch stands; `now` (milliseconds) names what is kept.
 */
export async function restoreBackup(url: string, file: string, now: number): Promise<Restored> {
  const checked = await checkBackup(readBackup(file)).catch(() => null);
  if (checked === null) return { ok: false, problem: "unreadable" };
  if (!checked.ok) return checked;

  const name = databaseName(url);
  const aside = await makeAside(url, `${name}_restoring`);
  await migrate(aside);
  try {
    const { heading } = checked;
    await restoreLines(aside, readBackup(file), { heading, epoch: randomUUID() });
  } catch (error) {
    if (error instanceof Error && error.message === "otherTables")
      return { ok: false, problem: "otherTables" };
    throw error;
  }
  const broken = await logsBrokenIn(aside);
  if (broken > 0) return { ok: false, problem: "brokenLog", logs: broken };

  const stamp = new Date(now).toISOString().replaceAll(/[-:T]/g, "").slice(0, 14);
  const keptAs = `${name}_before_${stamp}`;
  if (!(await putInPlace(url, databaseName(aside), keptAs))) return { ok: false, problem: "inUse" };
  return { ok: true, rows: checked.rows, takenAt: checked.heading.at, keptAs };
}

async function logsBrokenIn(url: string): Promise<number> {
  const database = openDatabase(url);
  try {
    return (await brokenLogs(database)).broken.length;
  } finally {
    await database.close();
  }
}
