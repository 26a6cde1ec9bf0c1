// What a running Postgres writes into its data folder, and whether it still runs.
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export type PidFile = { readonly pid: number; readonly port: number };

export async function readPidFile(data: string): Promise<PidFile | undefined> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = (await readFile(file, "utf8")).split("\n").map(Number);
  // a file just being written has no port yet: as good as none, starting will find the other's lock
  return pid && port ? { pid, port } : undefined;
}

/** Whether the process lives and is the Postgres of this data folder. */
export function isOurs(pid: number, data: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  // a system without /proc cannot say more than that the number is in use
  if (!existsSync("/proc/self/cmdline")) return true;
  return existsSync(commandLine) && readFileSync(commandLine, "utf8").split("\0").includes(data);
}
