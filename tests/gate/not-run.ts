import { appendFileSync } from "node:fs";

/** Says what could not be run on this machine: at the end of the run, and to whoever may not accept that. */
export function notRun(what: string): void {
  const file = process.env["NOT_RUN_FILE"];
  if (file !== undefined) appendFileSync(file, `${what}\n`);
}
