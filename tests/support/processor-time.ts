import { readFile } from "node:fs/promises";

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

/** What a process has worked since it began, in milliseconds, without the processes it has started. */
export async function processorTime(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // what stands before the last bracket is a name, which may hold anything
  const [, , , , , , , , , , , user, system] = (stat.split(") ").at(-1) ?? "").split(" ");
  return (Number(user) + Number(system)) * TICK_MS;
}
